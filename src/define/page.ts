import {configure, onConfigure, pageConfig} from '../elements/page/configure.js';
import {followPage} from '../l10n/follow-page.js';
import {choosePageLang} from '../l10n/page-lang.js';
import {ipsmPolicy} from '../policies/ipsm.js';

// What every page gets before its first element is defined: its own language, and the bundled policy. On a server
// there is no page. A bundle for one language has bundles/one-language/page.ts instead.
if (globalThis.document) {
  const choose = () => choosePageLang(pageConfig.lang);
  choose();
  onConfigure(choose);
  followPage();
  if (!pageConfig.bundled) configure({bundled: ipsmPolicy});
}
