import {onConfigure, pageConfig} from '../elements/page/configure.js';
import {offerLanguage} from '../l10n/catalogues.js';
import {followPage} from '../l10n/follow-page.js';
import type {PageLang} from '../l10n/languages.js';
import {choosePageLang} from '../l10n/page-lang.js';
import type {Catalogue} from '../l10n/use-catalogue.js';

let isChosen = false;
const choose = () => choosePageLang(pageConfig.lang);

/** The interface can speak this language from now on, and follows that of the page. On a server there is no page. */
export function speak(lang: PageLang, catalogue: Catalogue): void {
  if (!globalThis.document) return;
  offerLanguage(lang, catalogue);
  if (!isChosen) onConfigure(choose);
  isChosen = true;
  choose();
  followPage();
}
