/** Input types of which two or more in a form without a submit button block implicit submission. */
const BLOCKING = 'text search tel url email password date month week time datetime-local number'.split(' ');

const submits = (control: Element) =>
  (control instanceof HTMLButtonElement || control instanceof HTMLInputElement) &&
  (control.type === 'submit' || control.type === 'image');

/** What Enter in a control does to its form (HTML, 4.10.22.2 "Implicit submission"); a shadow root hides it from browsers. */
export function submitImplicitly(form: HTMLFormElement): void {
  // Image buttons are missing from form.elements, so look through the tree.
  const root = form.getRootNode() as ParentNode;
  const button = [...root.querySelectorAll<HTMLButtonElement>('button, input')].find(
    (control) => control.form === form && submits(control),
  );
  if (button) {
    if (!button.matches(':disabled')) button.click();
    return;
  }
  const blocking = [...form.elements].filter(
    (control) => control instanceof HTMLInputElement && BLOCKING.includes(control.type),
  );
  if (blocking.length < 2) form.requestSubmit();
}
