import {en} from './words-en.js';
import {kk, type Words} from './words-kk.js';
import {ru} from './words-ru.js';

export type {Words};

export const LANGS = ['kk', 'ru', 'en'] as const;

/** A language the server answers in. */
export type Lang = (typeof LANGS)[number];

/** What the server says, by language. */
export const words: Record<Lang, Words> = {kk, ru, en};

const isLang = (tag: string): tag is Lang => (LANGS as readonly string[]).includes(tag);

/** The first of the wishes that is a language of ours, else Kazakh. A wish may be an `Accept-Language` header. */
export function chooseLang(...wishes: (string | undefined)[]): Lang {
  for (const wish of wishes) {
    for (const tag of (wish ?? '').split(',')) {
      const primary = tag.trim().toLowerCase().split(/[-_;]/)[0] ?? '';
      if (isLang(primary)) return primary;
    }
  }
  return 'kk';
}
