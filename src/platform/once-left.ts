import {afterPaint} from './after-paint.js';

/** Runs what is needed as soon as the person is elsewhere: when the window loses the focus, at once where it has none. */
export function onceLeft(work: () => void): void {
  if (document.hasFocus()) addEventListener('blur', work, {once: true});
  else afterPaint(work);
}
