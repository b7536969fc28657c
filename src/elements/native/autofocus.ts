/**
 * Makes the shadow root of a control. Browsers look for `autofocus` and `tabindex` at the host, and go from there to the
 * box only where it delegates. Not for every element: a press on any of its words would then move the focus, and the
 * page, to its first link; where it has to delegate, such a press is kept from doing that.
 */
export function attachBoxRoot(host: HTMLElement): ShadowRoot {
  const delegatesFocus = host.hasAttribute('autofocus') || host.hasAttribute('tabindex');
  const root = host.attachShadow({mode: 'open', delegatesFocus});
  if (delegatesFocus) {
    root.addEventListener('mousedown', (event) => {
      if (!(event.target as Element).closest('a, summary, input, button')) event.preventDefault();
    });
  }
  return root;
}

let processed = false;

/**
 * What Firefox and WebKit leave out when a page loads: `autofocus` inside a shadow root. Once a page, for the first
 * element of the page that asks for it, and only where nothing has the focus yet (HTML, "autofocus processed flag").
 */
export function focusOnLoad(host: HTMLElement): void {
  const {activeElement, body} = document;
  // The person was at the fallback, which is hidden from now on.
  if (host.contains((host.getRootNode() as Document).activeElement)) return host.focus();
  if (processed || (activeElement && activeElement !== body)) return;
  if (document.querySelector('[autofocus]') !== host) return;
  processed = true;
  host.focus();
}
