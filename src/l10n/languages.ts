import {msg} from '@lit/localize';

/** CLDR 48. Chromium claims kk and prints "2026 M03 5" (luxon #289, VKUI #9381). */
const KK_MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
  ' ',
);

const byIntl = (locale: string) => (date: Date) =>
  new Intl.DateTimeFormat(locale, {dateStyle: 'long'}).format(date);

const inRussian = byIntl('ru');
const inEnglish = byIntl('en-GB');

/** What a language needs. */
interface Language {
  /** Other codes that pages write for it. */
  aliases: readonly string[];
  /** What it is called, in the language of the page, as in "the text in Kazakh". */
  name: () => string;
  /** A date in a table: "2026 ж. 5 наурыз", "5 марта 2026 г.", "5 March 2026". */
  date: (date: Date) => string;
  /** A date in a sentence: "2026 жылғы 5 наурыз" (the sentence adds «күні», so that no ending hangs on a month). */
  dateInSentence: (date: Date) => string;
}

/**
 * The languages that the interface speaks, Kazakh first: it is the state language and that of the IPSM policy itself. A
 * language is added here and in lit-localize.json; its catalogue is xliff/<code>.xlf. The compiler finds the rest.
 */
export const languages = {
  kk: {
    // `kz` is a country's code that many pages write for Kazakh; `kaz` is the three-letter code of the same language.
    aliases: ['kz', 'kaz'],
    name: () => msg('қазақша', {desc: 'A language: in brackets after "full text", or before "text"'}),
    date: (date) => `${date.getFullYear()} ж. ${date.getDate()} ${KK_MONTHS[date.getMonth()]}`,
    dateInSentence: (date) => `${date.getFullYear()} жылғы ${date.getDate()} ${KK_MONTHS[date.getMonth()]}`,
  },
  ru: {
    aliases: [],
    name: () => msg('орысша', {desc: 'A language: in brackets after "full text", or before "text"'}),
    date: inRussian,
    dateInSentence: inRussian,
  },
  en: {
    aliases: [],
    name: () => msg('ағылшынша', {desc: 'A language: in brackets after "full text", or before "text"'}),
    date: inEnglish,
    dateInSentence: inEnglish,
  },
} satisfies Record<string, Language>;

/** A language that the interface speaks. */
export type PageLang = keyof typeof languages;

/** Their codes, Kazakh first. */
export const PAGE_LANGS = Object.keys(languages) as PageLang[];

/** The interface's language for a BCP 47 tag, by its primary subtag. */
export function matchLang(tag: string | null | undefined): PageLang | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return PAGE_LANGS.find(
    (lang) => lang === primary || (languages[lang] as Language).aliases.includes(primary),
  );
}

/** What a language is called, in the language of the page; its code where the interface does not know it. */
export const languageName = (lang: string): string =>
  Object.hasOwn(languages, lang) ? languages[lang as PageLang].name() : lang;
