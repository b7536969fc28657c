import {msg} from '@lit/localize';
import type {PageLang} from './languages.js';

/** The language that the interface is drawn in. A record names the words read, so the code travels in the catalogue. */
export const renderedLang = (): PageLang =>
  msg('kk', {
    id: 'locale-code',
    desc: 'Not a word: the code of this catalogue. Write ru in ru, en in en.',
  }) as PageLang;
