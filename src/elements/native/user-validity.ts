import {watchHiddenBox, type HideableControl} from './hidden-box.js';
import {markQuietChecks, runningCheck, type Check} from './quiet-check.js';

const told = new WeakMap<EventTarget, (check: Check | undefined) => void>();
let listening = false;

const onInvalid = ({target}: Event) => {
  if (target) told.get(target)?.(runningCheck());
};

/**
 * Calls back when an attempt to send a form has found the control invalid, before any listener of the page hears of it:
 * from then on a native control matches `:user-invalid`. Where its box cannot be seen, the person is told elsewhere.
 */
export function onFailedAttempt(control: HideableControl, callback: () => void): void {
  const look = watchHiddenBox(control);
  told.set(control, (check) => {
    if (!check) callback();
    // A page that sends by script asks with reportValidity() first: for the person that is the same attempt.
    if (check !== 'checkValidity') look();
  });
  // The window hears of it first; the control itself does where it is inside a shadow root.
  control.addEventListener('invalid', onInvalid);
  if (listening) return;
  listening = true;
  markQuietChecks();
  addEventListener('invalid', onInvalid, {capture: true});
}
