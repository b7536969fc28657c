import type {ConsentEvent} from './consent.js';
import {create} from './dom.js';

const CHANGE = 'ipsm-consent-change';
const OWN = [CHANGE, 'ipsm-consent-open', 'ipsm-consent-error'];
const NATIVE = ['input', 'change', 'invalid', 'submit', 'reset'];

/** Left by early.js. */
interface Early {
  events: Event[];
  stop: AbortController;
}

const nameOf = (element: Element) => element.getAttribute('name') || element.localName;

/** What an event carries, in a line. */
export function describe(event: ConsentEvent): string {
  const {target, cause, previous, status, record, code, message} = event;
  // Not by its class: it may be of a frame.
  const where = target && 'localName' in target ? nameOf(target as Element) : '';
  const facts = {
    cause,
    previous,
    status,
    code,
    message,
    record: record === undefined ? undefined : (record?.id ?? 'null'),
  };
  return [
    `← ${where}`,
    ...Object.entries(facts).flatMap(([name, fact]) => (fact === undefined ? [] : `${name}: ${fact}`)),
  ].join('; ');
}

/** An event as a line of the log. @param origin when its page began */
export function lineOf(event: Event, origin = performance.timeOrigin): HTMLLIElement {
  const time = new Date(origin + event.timeStamp).toISOString().slice(11, 23);
  const line = create('li', create('code', event.type), ` ${describe(event)} `, create('time', time));
  line.dataset['event'] = event.type;
  return line;
}

/** Writes down, newest first, what a listener at the form hears. */
export function logEvents(
  form: HTMLFormElement,
  list: HTMLElement,
  empty: HTMLElement,
  clear: HTMLButtonElement,
): void {
  const log = (event: Event) => {
    list.prepend(lineOf(event));
    empty.hidden = true;
  };
  const {early} = window as Window & {early?: Early};
  early?.stop.abort();
  early?.events.forEach(log);
  for (const type of OWN) {
    form.addEventListener(type, log);
    // The banner stands outside the form. Its changes are told to the form as well; that it opens or fails is not.
    if (type === CHANGE) continue;
    document.addEventListener(type, (event) => {
      if (!event.composedPath().includes(form)) log(event);
    });
  }
  // `invalid` does not bubble; the others are taken on the way down too, to be seen in the order in which they happen.
  for (const type of NATIVE) form.addEventListener(type, log, true);
  clear.addEventListener('click', () => {
    list.replaceChildren();
    empty.hidden = false;
  });
}
