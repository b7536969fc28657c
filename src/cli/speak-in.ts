import {offerLanguage, setLanguage} from '../l10n/catalogues.js';
import {templates as en} from '../l10n/generated/locales/en.js';
import {templates as ru} from '../l10n/generated/locales/ru.js';
import type {Lang} from './words/languages.js';

offerLanguage('kk');
offerLanguage('ru', {templates: ru});
offerLanguage('en', {templates: en});

/** Makes the sentences that pages and the command line share speak a language. */
export function speakIn(lang: Lang): void {
  // @lit/localize tells the page's window of the change, and there is none here.
  const global: {window?: EventTarget} = globalThis as object;
  const before = global.window;
  global.window ??= new EventTarget();
  try {
    setLanguage(lang);
  } finally {
    if (!before) delete global.window;
  }
}
