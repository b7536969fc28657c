const submits = (control: Element) =>
  (control instanceof HTMLButtonElement || control instanceof HTMLInputElement) &&
  (control.type === 'submit' || control.type === 'image');

/**
 * What Enter in a checkbox does to its form: it clicks the default button (HTML, 4.10.22.2 "Implicit submission"), which
 * a shadow root hides from browsers. Without such a button nothing happens in Chromium and WebKit.
 */
export function submitImplicitly(form: HTMLFormElement): void {
  // Image buttons are missing from form.elements, so look through the tree.
  const root = form.getRootNode() as ParentNode;
  const button = [...root.querySelectorAll<HTMLButtonElement>('button, input')].find(
    (control) => control.form === form && submits(control),
  );
  if (button && !button.matches(':disabled')) button.click();
}
