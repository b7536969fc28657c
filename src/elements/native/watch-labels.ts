import {member} from './member.js';

const hosts = new Set<() => void>();
const watched = new WeakSet<Node>();

const concernsLabels = ({type, target, addedNodes, removedNodes}: MutationRecord) =>
  type === 'attributes' ||
  (target instanceof Element && member(target, 'closest')('label')) ||
  [...addedNodes, ...removedNodes].some(
    (node) =>
      node instanceof Element && (node.localName === 'label' || member(node, 'querySelector')('label')),
  );

/**
 * Calls back when a label comes, goes or points elsewhere in the tree of a host: a platform control is renamed at once.
 * @returns the function that stops it
 */
export function watchLabels(host: Element, changed: () => void): () => void {
  const root = host.getRootNode();
  hosts.add(changed);
  if (!watched.has(root)) {
    watched.add(root);
    new MutationObserver((records) => {
      if (records.some(concernsLabels)) hosts.forEach((each) => each());
    }).observe(root, {childList: true, subtree: true, attributeFilter: ['for']});
  }
  return () => hosts.delete(changed);
}
