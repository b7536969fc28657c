import {configureLocalization, type LocaleModule} from '@lit/localize';
import {sourceLocale, targetLocales} from './generated/locale-codes.js';
import * as en from './generated/locales/en.js';
import * as ru from './generated/locales/ru.js';
import {onPageLang, pageLang} from './page-lang.js';

const catalogues: Record<string, LocaleModule> = {ru, en};

let following = false;

/** From now on the interface speaks the page's language. A second call changes nothing. */
export function followPage(): void {
  if (following) return;
  following = true;
  const {setLocale} = configureLocalization({
    sourceLocale,
    targetLocales,
    // Answers at once, not a microtask later: the first validation message already needs the page's language.
    loadLocale: (locale) =>
      ({then: (use: (catalogue: LocaleModule) => void) => use(catalogues[locale]!)}) as Promise<LocaleModule>,
  });
  const follow = () => void setLocale(pageLang());
  onPageLang(follow);
  follow();
}
