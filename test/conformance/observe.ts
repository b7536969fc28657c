import type {Control, Kit} from './kit.js';

export type Entry = [name: string, value: FormDataEntryValue];

const isRecord = (value: FormDataEntryValue) =>
  typeof value === 'string' && value.startsWith('{') && value.includes('"ipsm-consent-record/1"');

/** The entries of a form, less the records: a native control has none, and rows of their own look at them. */
export const entries = (form: HTMLFormElement, submitter?: HTMLElement): Entry[] =>
  withoutRecords(new FormData(form, submitter));

export const withoutRecords = (data: Iterable<Entry>): Entry[] =>
  [...data].filter(([, value]) => !isRecord(value));

/** Says what it hears from now on; `note` says what of it. */
export function hear<T>(
  target: EventTarget,
  types: string,
  note: (event: Event) => T,
  options: AddEventListenerOptions = {},
): T[] {
  const heard: T[] = [];
  for (const type of types.split(' '))
    target.addEventListener(type, (event) => heard.push(note(event)), options);
  return heard;
}

export const typeOf = ({type}: Event): string => type;

/** Counts the form's `submit` events, and sends nothing. */
export function countSubmits(form: HTMLFormElement): (string | null)[] {
  const submits: (string | null)[] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submits.push(event.submitter?.id ?? null);
  });
  return submits;
}

/** What has the focus, by id or by tag. */
export const focused = (): string | null =>
  document.activeElement && (document.activeElement.id || document.activeElement.localName);

/** Everything about validity that a page can read, in the very task. */
export const validityOf = (control: Control) => ({
  valid: control.validity.valid,
  valueMissing: control.validity.valueMissing,
  customError: control.validity.customError,
  said: control.validationMessage !== '',
  willValidate: control.willValidate,
});

/** What a page styles by: pseudo-classes of the native control, custom states of ours (whatwg/html #9639). */
export function userState(kit: Kit, control: Element): 'user-invalid' | 'user-valid' | 'none' {
  const matches = (name: string) => control.matches(kit.kind === 'native' ? `:${name}` : `:state(${name})`);
  const invalid = matches('user-invalid');
  if (invalid && matches('user-valid')) throw new Error('Both user-invalid and user-valid.');
  if (invalid) return 'user-invalid';
  return matches('user-valid') ? 'user-valid' : 'none';
}

/** Sends the form for real, into a frame of its own, and says what arrived. */
export async function arrived(kit: Kit, form: HTMLFormElement, act: () => unknown): Promise<Entry[]> {
  const frame = document.createElement('iframe');
  frame.name = `answer-${Math.random()}`;
  kit.root.append(frame);
  form.action = new URL('pages/blank.html', import.meta.url).href;
  form.target = frame.name;
  const loaded = new Promise<void>((resolve) => {
    // the frame's own empty page loads first in some engines
    frame.addEventListener('load', () => frame.contentWindow!.location.href !== 'about:blank' && resolve());
  });
  await act();
  await loaded;
  return withoutRecords(new URLSearchParams(frame.contentWindow!.location.search));
}
