import {configure, pageConfig} from '../elements/configure.js';
import {warnOnce} from '../elements/warn-once.js';
import {followPage} from '../l10n/follow-page.js';
import {ipsmPolicy} from '../policies/ipsm.js';

/** Registers a tag with the bundled policy behind it. A second copy on the page is a mistake; breaking the page is a worse one. */
export function register(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.document) return; // On a server: the page registers it.
  followPage();
  if (!pageConfig.bundled) configure({bundled: ipsmPolicy});
  const registered = customElements.get(tag);
  if (!registered) customElements.define(tag, element);
  else if (registered !== element)
    warnOnce('twice', `<${tag}> is registered already. The first script stays in charge.`);
}
