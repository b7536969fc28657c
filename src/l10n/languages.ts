import {msg} from '@lit/localize';

/**
 * What the languages of the interface are called, in the language of the page, as in "the text in Kazakh". Kazakh first: it is
 * the state language and that of the IPSM policy itself. A language is added here and in lit-localize.json; its catalogue is
 * xliff/<code>.xlf. The compiler finds the rest.
 */
const names = {
  kk: () => msg('қазақша', {desc: 'A language: in brackets after "full text", or before "text"'}),
  ru: () => msg('орысша', {desc: 'A language: in brackets after "full text", or before "text"'}),
  en: () => msg('ағылшынша', {desc: 'A language: in brackets after "full text", or before "text"'}),
};

/** Other codes that pages write: `kz` is a country's; `kaz` is the three-letter code of the same language. */
const aliases = new Map([
  ['kz', 'kk'],
  ['kaz', 'kk'],
]);

/** A language that the interface speaks. */
export type PageLang = keyof typeof names;

/** Their codes, Kazakh first. */
export const PAGE_LANGS = Object.keys(names) as PageLang[];

/** The interface's language for a BCP 47 tag, by its primary subtag. */
export function matchLang(tag: string | null | undefined): PageLang | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return PAGE_LANGS.find((lang) => lang === (aliases.get(primary) ?? primary));
}

/** What a language is called, in the language of the page; its code where the interface does not know it. */
export const languageName = (lang: string): string =>
  Object.hasOwn(names, lang) ? names[lang as PageLang]() : lang;
