const LISTED = 'input, button, select, textarea, fieldset, output, object';

/**
 * Takes the native controls among an element's children out of the form, now and whenever the page puts one there:
 * `form=""` names no form, and HTML offers nothing else. Disabling alone would leave `form.elements[name]` a list of two.
 * Nothing else is touched, so frameworks keep their nodes.
 * @returns the function that stops it
 */
export function watchFallback(host: Element): () => void {
  const takeOut = () => {
    for (const control of host.querySelectorAll(LISTED)) {
      if (control.getAttribute('form') !== '') control.setAttribute('form', '');
    }
  };
  takeOut();
  const observer = new MutationObserver(takeOut);
  observer.observe(host, {childList: true, subtree: true, attributeFilter: ['form']});
  return () => observer.disconnect();
}
