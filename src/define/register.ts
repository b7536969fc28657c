import {warnOnce} from '../elements/page/warn-once.js';
import type {ElementsByTag, Tag} from './tags.js';

/** Registers a tag. A second copy on the page is a mistake; breaking the page is a worse one. */
export function register<T extends Tag>(tag: T, element: new () => ElementsByTag[T]): void {
  if (!globalThis.document) return; // On a server: the page registers it.
  // Below Safari 16.4, Chrome 77 and Firefox 101: the fallback stays, and works by itself.
  if (!('attachInternals' in HTMLElement.prototype && 'adoptedStyleSheets' in document)) return;
  const registered = customElements.get(tag);
  if (!registered) customElements.define(tag, element);
  else if (registered !== element)
    warnOnce('twice', 'The elements are registered already. The first script stays in charge.');
}
