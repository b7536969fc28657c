import type {PageLang} from './languages.js';
import {redrawAll} from './redraw.js';
import {useCatalogue, type Catalogue} from './use-catalogue.js';

/** What the interface can speak, in the order in which it was offered. */
const offered = new Map<PageLang, Catalogue>();

/** Adds to the words that the interface can speak: an app brings only those that it imports. */
export function offerLanguage(lang: PageLang, catalogue: Catalogue): void {
  offered.set(lang, {...offered.get(lang), ...catalogue});
}

/** From now on the interface speaks this language; if it was not offered, the first one that was. */
export function setLanguage(lang: PageLang): void {
  const [first] = offered.values();
  useCatalogue(offered.get(lang) ?? first);
  redrawAll();
}
