import {offerLanguage, setLanguage} from '../l10n/catalogues.js';
import {templates as en} from '../l10n/generated/locales/en.js';
import {templates as ru} from '../l10n/generated/locales/ru.js';
import {matchLang} from '../l10n/languages.js';

offerLanguage('kk');
offerLanguage('ru', {templates: ru});
offerLanguage('en', {templates: en});

/** The words that a page takes from the elements are in this language from now on; in Kazakh where they do not know it. */
export function speak(lang: string): void {
  // lit-localize tells the window of it, and Node has none.
  const scope = globalThis as {window?: EventTarget};
  scope.window ??= new EventTarget();
  setLanguage(matchLang(lang) ?? 'kk');
}
