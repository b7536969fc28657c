import type {CheckboxInside} from './checkbox-hooks.js';
import {member} from './member.js';
import {onNavigation} from './navigation.js';
import {runningCheck} from './quiet-check.js';

/**
 * Whom a control of a form concerns that was found invalid. The window holds no form: one that leaves the page with its box
 * in it is not told to the box.
 */
const concerned = new WeakMap<HTMLFormElement, Set<(event: Event) => void>>();
let listening = false;

function hearInvalid(event: Event): void {
  const {form} = event.target as HTMLInputElement;
  if (form) concerned.get(form)?.forEach((each) => each(event));
}

/**
 * Tells when the browser really sends a form: after its `submit` event, from whatever started it, has gone all the
 * way uncancelled. The entry list is built (`formdata`) right then, so listeners that cancel late, stop the event or
 * sit in another shadow root make no difference, and a `submit` event that a script made up does not count. Nor does a
 * submitter with `formnovalidate`; a form with `novalidate` does its own checking.
 * Calls `sending`, `taken` and `sent` of the control's hooks.
 * @returns the function that stops it
 */
export function watchSubmission(form: HTMLFormElement, control: CheckboxInside): () => void {
  let attempt: SubmitEvent | undefined;
  let stopWaiting: (() => void) | undefined;
  const abort = new AbortController();
  const {signal} = abort;
  const listen = member(form, 'addEventListener');
  listen(
    'submit',
    (event) => {
      // That of a form within it comes by here too.
      if (!event.isTrusted || event.target !== form) return;
      const submitter = event.submitter as HTMLButtonElement | null;
      // One that closes a dialog sends nothing.
      const isSending = (submitter?.formMethod || member(form, 'method')) !== 'dialog';
      attempt = isSending ? event : undefined;
      setTimeout(() => (attempt = undefined));
      control.userValidity = true;
      control.hooks.sending?.();
    },
    {signal, capture: true},
  );
  listen(
    'formdata',
    ({target}) => {
      if (target !== form) return;
      // Not by eventPhase: Firefox still says "at target" while it acts on an event that all listeners have heard.
      const leaves = attempt !== undefined && !attempt.defaultPrevented && !attempt.currentTarget;
      // A draft is saved, not sent: what it holds was checked by nobody.
      const isDraft = leaves && attempt!.submitter?.hasAttribute('formnovalidate');
      const [entries] = control.hooks.value();
      if (leaves) attempt = undefined;
      control.hooks.taken?.();
      if (leaves && !isDraft && entries && !control.isDisabled) control.hooks.sent?.();
      // `form.submit()` fires nothing else: what follows tells it from `new FormData(form)`.
      stopWaiting?.();
      if (!leaves) stopWaiting = onNavigation(entries, () => control.hooks.sent?.());
    },
    {signal},
  );
  // The others of a form that could not be sent have been tried too. Those of a shadow root are not heard of outside.
  const onInvalid = ({target, isTrusted}: Event) => {
    if (isTrusted && !runningCheck() && (target as HTMLInputElement).form === form)
      control.userValidity = true;
  };
  listen('invalid', onInvalid, {signal, capture: true});
  const inForm = concerned.get(form) ?? new Set<(event: Event) => void>();
  concerned.set(form, inForm.add(onInvalid));
  if (!listening) addEventListener('invalid', hearInvalid, {capture: true});
  listening = true;
  return () => {
    inForm.delete(onInvalid);
    abort.abort();
  };
}
