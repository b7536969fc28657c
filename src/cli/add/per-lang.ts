import {LANGS, type Lang} from '../../core/index.js';
import type {Asker} from '../ask.js';
import {unusable} from '../cli-error.js';

/** A repeatable flag that a release needs for at least one language. */
export interface WantedPerLang<T> {
  flag: string;
  question: (lang: Lang) => string;
  read: (text: string, lang: Lang) => T | Promise<T>;
}

/** The values of a repeatable flag; if none was given, the person is asked about each language. */
export async function needPerLang<T>(
  given: Map<Lang, string>,
  {flag, question, read}: WantedPerLang<T>,
  asker: Asker | undefined,
): Promise<Map<Lang, T>> {
  const values = new Map<Lang, T>();
  for (const [lang, text] of given) values.set(lang, await read(text, lang));
  if (given.size) return values;
  if (!asker) throw unusable('missing', flag, `Not given: ${question('kk')}. Give ${flag} kk=….`);
  for (const lang of LANGS) {
    const value = await asker.ask({
      flag,
      question: `${question(lang)} (empty: none)`,
      read: (text) => (text ? read(text, lang) : undefined),
    });
    if (value !== undefined) values.set(lang, value);
  }
  if (!values.size) throw unusable('missing', flag, `A release needs at least one. Give ${flag} kk=….`);
  return values;
}
