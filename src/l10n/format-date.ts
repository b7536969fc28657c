import {languages, type PageLang} from './languages.js';

/** A date in local time, for a table: "2026 ж. 5 наурыз", "5 марта 2026 г.", "5 March 2026". */
export const formatDate = (date: Date, lang: PageLang): string => languages[lang].date(date);

/** A date in local time, for a sentence: "2026 жылғы 5 наурыз". */
export const dateInSentence = (date: Date, lang: PageLang): string => languages[lang].dateInSentence(date);

/** The calendar date that an ISO 8601 text names, in its own time zone: a release starts on the operator's date. */
export const calendarDate = (iso: string): Date =>
  new Date(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10));
