import {calendarDate} from '../../l10n/format-date.js';
import {EXAMPLES} from './example-words.js';

const UNITS: Record<string, string> = {Y: 'year', M: 'month', W: 'week', D: 'day'};

/** A term in words: "3 years", "until 31 December 2027". */
export function termWords(term: string, lang: keyof typeof EXAMPLES): string {
  const {untilAchieved, until} = EXAMPLES[lang];
  if (term === 'until-purpose-achieved') return untilAchieved;
  if (/^\d{4}-/.test(term)) return until(calendarDate(term));
  return [...term.matchAll(/(\d+)([YMWD])/g)]
    .map(([, count, unit]) =>
      new Intl.NumberFormat(lang, {style: 'unit', unit: UNITS[unit!]!, unitDisplay: 'long'}).format(+count!),
    )
    .join(' ');
}

/** A country by its code: "США", and not "Соединенные Штаты"; but "United States", and not "US". */
export const countryName = (code: string, lang: string): string =>
  new Intl.DisplayNames([lang], {type: 'region', style: lang === 'en' ? 'long' : 'short'}).of(code) ?? code;
