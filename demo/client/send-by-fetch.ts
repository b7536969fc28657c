import type {Accepted, Answer} from './answer.js';
import {fromAddress, keepInAddress} from './address.js';
import type {Checkbox} from './consent.js';
import {create} from './dom.js';
import {pageLang, word} from './words.js';

/** After these the same tick cannot be sent again: the person is asked anew, with the server's reason. */
const ASK_AGAIN = new Set(['not-current', 'unknown-version', 'missing', 'replayed', 'by-script']);
const PATIENCE_MS = 30_000;

interface Parts {
  form: HTMLFormElement;
  checkbox: Checkbox;
  button: HTMLButtonElement;
  /** Beside the button: what went wrong and what to do. */
  message: HTMLElement;
  show: (answer: Accepted | undefined) => void;
}

async function post(form: HTMLFormElement, body: FormData): Promise<Answer | 'unreachable' | 'unreadable'> {
  const response = await fetch(form.action, {
    method: 'POST',
    body,
    headers: {Accept: 'application/json', 'Accept-Language': pageLang()},
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  if (!response) return 'unreachable';
  const answer: unknown = await response.json().catch(() => undefined);
  return answer && typeof answer === 'object' && 'ok' in answer ? (answer as Answer) : 'unreadable';
}

async function send({form, checkbox, button, message, show}: Parts): Promise<void> {
  const body = new FormData(form);
  button.setAttribute('aria-disabled', 'true');
  button.textContent = word('sending');
  message.replaceChildren();
  show(undefined);
  const answer = await post(form, body);
  button.removeAttribute('aria-disabled');
  button.textContent = word('register');

  if (answer === 'unreachable') return message.replaceChildren(word('notSent'));
  if (answer === 'unreadable') return message.replaceChildren(word('notUnderstood'));
  if (answer.ok) {
    await checkbox.commit?.();
    return show(answer);
  }
  const codes = answer.errors.map(({code}) => code).join(', ');
  message.replaceChildren(answer.message, ' ', create('code', codes));
  const again = answer.errors.find(({code}) => ASK_AGAIN.has(code));
  if (again) checkbox.reask?.(again.message, answer.refusal);
}

/** Offers to send the form without leaving the page; `?send=fetch` in the address remembers the choice. */
export function offerFetch(parts: Parts, select: HTMLSelectElement): void {
  const {form, button} = parts;
  select.value = fromAddress('send') === 'fetch' ? 'fetch' : '';
  select.addEventListener('change', () => keepInAddress('send', select.value));
  form.addEventListener('submit', (event) => {
    if (select.value !== 'fetch') return;
    event.preventDefault();
    // A second press while the first is on its way would register twice.
    if (button.getAttribute('aria-disabled') !== 'true') void send(parts);
  });
}
