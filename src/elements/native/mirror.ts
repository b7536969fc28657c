const inputs = new WeakMap<Element, HTMLInputElement[]>();

/** Whether a node is one that {@link mirror} has made. */
export const isMirror = (host: Element, node: Node): boolean =>
  inputs.get(host)?.includes(node as HTMLInputElement) ?? false;

/**
 * Puts form entries into hidden inputs among an element's children: the only ones that senders find which read
 * `form.elements` and know listed controls alone. What is there already, and right, stays.
 */
export function mirror(host: Element, entries: FormData | null): void {
  const before = inputs.get(host) ?? [];
  const form = host.getAttribute('form');
  const now = [...(entries ?? [])].map(([name, value], i) => {
    const input = before[i] ?? document.createElement('input');
    Object.assign(input, {type: 'hidden', name, value});
    if (form === null) input.removeAttribute('form');
    else if (input.getAttribute('form') !== form) input.setAttribute('form', form);
    if (input.parentNode !== host) host.append(input);
    return input;
  });
  inputs.set(host, now);
  before.slice(now.length).forEach((input) => input.remove());
}
