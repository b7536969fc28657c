import {configureLocalization, type LocaleModule} from '@lit/localize';
import {sourceLocale, targetLocales} from './generated/locale-codes.js';
import * as en from './generated/locales/en.js';
import * as ru from './generated/locales/ru.js';
import type {PageLang} from './languages.js';

const catalogues: Record<Exclude<PageLang, 'kk'>, LocaleModule> = {ru, en};

let set: ((locale: string) => unknown) | undefined;

/** From now on the interface speaks this language. */
export function setLanguage(lang: PageLang): void {
  set ??= configureLocalization({
    sourceLocale,
    targetLocales,
    // Answers at once, not a microtask later: the first validation message already needs the page's language.
    loadLocale: (locale) =>
      ({
        then: (use: (catalogue: LocaleModule) => void) => use(catalogues[locale as keyof typeof catalogues]),
      }) as Promise<LocaleModule>,
  }).setLocale;
  set(lang);
}
