import {member} from './member.js';

const submits = (control: Element) =>
  (control instanceof HTMLButtonElement || control instanceof HTMLInputElement) &&
  (control.type === 'submit' || control.type === 'image');

/** The button that sends a form, as a key or a script would press it. Image buttons are missing from `form.elements`. */
export const defaultButton = (form: HTMLFormElement): HTMLButtonElement | undefined =>
  [
    ...(member(form, 'getRootNode')() as ParentNode).querySelectorAll<HTMLButtonElement>('button, input'),
  ].find((control) => control.form === form && submits(control));

/**
 * What Enter in a checkbox does to its form: it clicks the default button (HTML, 4.10.22.2 "Implicit submission"), which
 * a shadow root hides from browsers. Without such a button nothing happens in Chromium and WebKit.
 */
function submitImplicitly(form: HTMLFormElement): void {
  const button = defaultButton(form);
  if (button && !button.matches(':disabled')) button.click();
}

/**
 * Enter in the box sends the form. `keypress` does not come where a listener cancelled the `keydown`. Every listener can
 * cancel this one: the last of the window's decides, and a timer where the event does not come to it.
 */
export function submitOnEnter(event: KeyboardEvent, form: HTMLFormElement | null): void {
  if (event.key !== 'Enter' || !form) return;
  const decide = () => {
    removeEventListener('keypress', decide);
    clearTimeout(timer);
    if (!event.defaultPrevented) submitImplicitly(form);
  };
  addEventListener('keypress', decide);
  const timer = setTimeout(decide);
}
