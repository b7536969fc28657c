import {configureLocalization, type LocaleModule} from '@lit/localize';
import {sourceLocale, targetLocales} from './generated/locale-codes.js';
import type {PageLang} from './languages.js';

/** What the interface can speak, in the order in which it was offered, with the catalogue; Kazakh is the source. */
const offered = new Map<PageLang, LocaleModule | undefined>();

let set: ((locale: string) => unknown) | undefined;

/** Adds a language to those that the interface can speak: an app brings only the catalogues that it imports. */
export function offerLanguage(lang: PageLang, catalogue?: LocaleModule): void {
  offered.set(lang, catalogue);
}

/** From now on the interface speaks this language; if it was not offered, the first one that was, else Kazakh. */
export function setLanguage(lang: PageLang): void {
  set ??= configureLocalization({
    sourceLocale,
    targetLocales,
    // Answers at once, not a microtask later: the first validation message already needs the page's language.
    loadLocale: (locale) =>
      ({
        then: (use: (catalogue: LocaleModule) => void) => use(offered.get(locale as PageLang)!),
      }) as Promise<LocaleModule>,
  }).setLocale;
  const [first = sourceLocale] = offered.keys();
  set(offered.has(lang) ? lang : first);
}
