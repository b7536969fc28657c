import {warnOnce} from '../elements/page/warn-once.js';
import type {ElementsByTag, Tag} from './tags.js';

/** Whether the browser has what the elements are made of: without it they would throw, and the fallback does its work alone. */
export const canWork = () =>
  'attachInternals' in HTMLElement.prototype &&
  'setFormValue' in ElementInternals.prototype &&
  'adoptedStyleSheets' in Document.prototype &&
  Boolean(globalThis.CSSStyleSheet?.prototype.replaceSync);

/** Registers a tag. A second copy on the page is a mistake; breaking the page is a worse one. */
export function register<T extends Tag>(tag: T, element: new () => ElementsByTag[T]): void {
  if (!globalThis.document || !canWork()) return; // On a server: the page registers it.
  const registered = customElements.get(tag);
  if (!registered) customElements.define(tag, element);
  else if (registered !== element) warnOnce('twice', 'Registered already: the first script stays in charge.');
}
