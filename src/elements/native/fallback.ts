import {isMirror} from './mirror.js';

const LISTED = 'input, button, select, textarea, fieldset, output, object';

/**
 * Takes the native controls among an element's children out of the form, now and whenever the page puts one there:
 * `form=""` names no form, and HTML offers nothing else. Disabling alone would leave `form.elements[name]` a list of two.
 * Nothing else is touched, so frameworks keep their nodes.
 * @param changed called when children have come or gone
 * @returns the function that stops it
 */
export function watchFallback(host: Element, changed: () => void): () => void {
  const takeOut = () => {
    for (const control of host.querySelectorAll(LISTED)) {
      if (!isMirror(host, control) && control.getAttribute('form') !== '') control.setAttribute('form', '');
    }
  };
  takeOut();
  const observer = new MutationObserver(() => {
    takeOut();
    changed();
  });
  observer.observe(host, {childList: true, subtree: true, attributeFilter: ['form']});
  return () => observer.disconnect();
}
