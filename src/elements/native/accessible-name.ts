import type {CheckboxParts} from './checkbox-hooks.js';
import type {ReflectingElement} from './reflecting-element.js';

/** Attributes of the host that speak about the box inside it. */
export const ARIA_ATTRIBUTES = [
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'aria-description',
  'aria-errormessage',
  'aria-invalid',
  'title',
];

/** The words of a label around the host, without those of the host. */
function wordsAround(label: Element, host: Element): string {
  const texts = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  let words = '';
  while (texts.nextNode()) if (!host.contains(texts.currentNode)) words += texts.currentNode.nodeValue;
  return words.trim();
}

/**
 * Names and describes the box inside a host by what the page says at the host: outer labels, `aria-*`, `title`. None of
 * it crosses a shadow root by itself (Accessible Name 1.2; ARIAMixin element reflection for the way in).
 * @param error what is wrong and has been said; empty when nothing is
 */
export function nameBox(
  host: ReflectingElement & {readonly labels: NodeList},
  box: HTMLInputElement,
  parts: CheckboxParts,
  error: string,
): void {
  const {renderRoot} = host;
  const own = renderRoot.querySelector(parts.label)!;
  const around = renderRoot.querySelector(parts.around)!;
  const named = (attribute: string) => {
    const root = host.getRootNode() as Document;
    const ids = host.getAttribute(attribute)?.split(/\s+/) ?? [];
    return ids.map((id) => root.getElementById?.(id)).filter((found) => found != null);
  };
  const label = host.getAttribute('aria-label');
  const labelledBy = named('aria-labelledby');
  const outer = [...host.labels].filter((node): node is Element => node instanceof Element);
  const wrapping = outer.filter((node) => node.contains(host));
  around.textContent = wrapping.map((node) => wordsAround(node, host)).join(' ');
  const isBefore = (node: Node) => host.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
  const separate = outer.filter((node) => !wrapping.includes(node));
  const inOrder = [
    ...separate.filter(isBefore),
    ...(wrapping.length ? [around] : []),
    own,
    ...separate.filter((node) => !isBefore(node)),
  ];
  const byLabels = outer.length ? inOrder : null;
  box.ariaLabelledByElements = labelledBy.length ? labelledBy : label ? null : byLabels;
  box.ariaLabel = label;
  box.ariaDescription = host.getAttribute('aria-description');
  const byPage = named('aria-describedby');
  const isDescribed = host.title || box.ariaDescription || byPage.length;
  const said = [...renderRoot.querySelectorAll(isDescribed ? parts.said : parts.about)].filter(
    ({textContent}) => textContent.trim(),
  );
  const describedBy = [...byPage, ...said];
  // Elements without words would still take the place of aria-description and title.
  box.ariaDescribedByElements = describedBy.length ? describedBy : null;
  const messages = named('aria-errormessage');
  box.ariaErrorMessageElements = messages.length ? messages : null;
  box.ariaInvalid = host.getAttribute('aria-invalid') ?? (error ? 'true' : null);
  box.title = host.title;
}
