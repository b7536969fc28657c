/** What a press is meant for, and takes the focus of. */
const PRESSED = 'a, summary, input, button';

/**
 * Keeps a press on the words of an element that delegates its focus from moving that, and the page, to the box: it takes the
 * focus from where it was, as a press on any words does, and they can be selected.
 */
export function ignorePresses(root: DocumentFragment): void {
  root.addEventListener('mousedown', ({target}) => {
    if ((target as Element).closest(PRESSED)) return;
    const around = root.firstElementChild as HTMLElement;
    around.tabIndex = -1;
    setTimeout(() => {
      around.blur();
      around.removeAttribute('tabindex');
    });
  });
}

let processed = false;

/**
 * `autofocus`, for an element that is defined after browsers have looked for it. Once a page, for the first element of the
 * page that asks for it, and only where nothing has the focus yet and the address names no place (HTML, "flush autofocus
 * candidates").
 */
export function focusOnLoad(host: HTMLElement): void {
  const {activeElement, body} = document;
  // The person was at the fallback, which is hidden from now on.
  if (host.contains((host.getRootNode() as Document).activeElement)) return host.focus();
  if (processed || (activeElement && activeElement !== body)) return;
  if (document.querySelector(':target') || document.querySelector('[autofocus]') !== host) return;
  processed = true;
  host.focus();
}
