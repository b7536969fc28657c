import {isQuietCheck, markQuietChecks} from './quiet-check.js';

const told = new WeakMap<EventTarget, () => void>();
let listening = false;

const onInvalid = ({target}: Event) => {
  if (target && !isQuietCheck()) told.get(target)?.();
};

/**
 * Calls back when an attempt to send a form has found the control invalid, before any listener of the page hears of it:
 * from then on a native control matches `:user-invalid`.
 */
export function onFailedAttempt(control: EventTarget, callback: () => void): void {
  told.set(control, callback);
  // The window hears of it first; the control itself does where it is inside a shadow root.
  control.addEventListener('invalid', onInvalid);
  if (listening) return;
  listening = true;
  markQuietChecks();
  addEventListener('invalid', onInvalid, {capture: true});
}
