import {setLanguage} from '../l10n/catalogues.js';
import type {Lang} from './words/languages.js';

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
