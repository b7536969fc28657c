import type {CheckboxInside} from './checkbox-hooks.js';
import {markQuietChecks, runningCheck, type Check} from './quiet-check.js';

const told = new WeakMap<EventTarget, (check: Check | undefined) => void>();
let listening = false;

const onInvalid = ({target}: Event) => {
  if (target) told.get(target)?.(runningCheck());
};

/**
 * Sets `userValidity` when an attempt to send a form has found the control invalid, before any listener of the page hears
 * of it: from then on a native control matches `:user-invalid`.
 * @param callback called as well, and where a page that sends by script asks with `reportValidity()` first: for the
 * person that is the same attempt
 */
export function onFailedAttempt(control: CheckboxInside, callback: () => void): void {
  const {host} = control;
  told.set(host, (check) => {
    if (!check) control.userValidity = true;
    if (check !== 'checkValidity') callback();
  });
  // The window hears of it first; the control itself does where it is inside a shadow root.
  host.addEventListener('invalid', onInvalid);
  if (listening) return;
  listening = true;
  markQuietChecks();
  addEventListener('invalid', onInvalid, {capture: true});
}
