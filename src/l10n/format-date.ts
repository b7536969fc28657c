import type {Lang} from '../core/manifest.js';

/** CLDR 48, genitive not needed in Kazakh. Chromium claims kk and prints "2026 M03 5" (luxon #289, VKUI #9381). */
const KK_MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
  ' ',
);

/** A long date in local time: "2026 ж. 5 наурыз", "5 марта 2026 г.", "5 March 2026". */
export function formatDate(date: Date, lang: Lang): string {
  return lang === 'kk'
    ? `${date.getFullYear()} ж. ${date.getDate()} ${KK_MONTHS[date.getMonth()]}`
    : new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {dateStyle: 'long'}).format(date);
}

/** The calendar date that an ISO 8601 text names, in its own time zone: a release starts on the operator's date. */
export const formatCalendarDate = (iso: string, lang: Lang): string =>
  formatDate(new Date(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)), lang);
