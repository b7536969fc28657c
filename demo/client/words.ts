import {en} from './words-en.js';
import {kk, type Word, type Words} from './words-kk.js';
import {ru} from './words-ru.js';

/** The languages of the page, each with all its words. */
export const words = {kk, ru, en} satisfies Record<string, Words>;

/** A language of the page. */
export type Lang = keyof typeof words;

/** The language the page is in now. */
export const pageLang = (): Lang => {
  const {lang} = document.documentElement;
  return lang in words ? (lang as Lang) : 'kk';
};

/** A word of the page in its present language. */
export const word = (key: Word): string => words[pageLang()][key];

export type {Word, Words};
