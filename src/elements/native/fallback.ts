const LISTED = 'input, button, select, textarea, fieldset, output, object';

/**
 * Takes the fallback's native controls out of the form: `form=""` names no form. Disabling alone would leave
 * `form.elements[name]` a list of two. Nothing else is touched, so frameworks keep their nodes.
 */
export function watchFallback(host: Element): MutationObserver {
  const release = () => {
    for (const control of host.querySelectorAll(LISTED)) {
      if (control.getAttribute('form') !== '') control.setAttribute('form', '');
    }
  };
  release();
  const observer = new MutationObserver(release);
  observer.observe(host, {childList: true, subtree: true, attributeFilter: ['form']});
  return observer;
}
