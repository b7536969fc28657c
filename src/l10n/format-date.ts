import type {PageLang} from './languages.js';
import {renderedLang} from './rendered-lang.js';

/** CLDR 48. Chromium claims kk and prints "2026 M03 5" (luxon #289, VKUI #9381). */
const KK_MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
  ' ',
);

/** @param link what Kazakh puts after the year */
const dateWith = (date: Date, lang: PageLang, link: string): string =>
  lang === 'kk'
    ? `${date.getFullYear()} ${link} ${date.getDate()} ${KK_MONTHS[date.getMonth()]}`
    : new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {dateStyle: 'long'}).format(date);

/** A date in local time, for a table: "2026 ж. 5 наурыз", "5 марта 2026 г.", "5 March 2026". */
export const formatDate = (date: Date, lang = renderedLang()): string => dateWith(date, lang, 'ж.');

/** A date in local time, for a sentence: "2026 жылғы 5 наурыз" (the sentence adds «күні», so that no ending hangs on a month). */
export const dateInSentence = (date: Date, lang = renderedLang()): string => dateWith(date, lang, 'жылғы');

/** The calendar date that an ISO 8601 text names, in its own time zone: a release starts on the operator's date. */
export const calendarDate = (iso: string): Date =>
  new Date(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10));
