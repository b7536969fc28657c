import {expect} from 'chai';
import {calendarDate, dateInSentence, formatDate} from '../../src/l10n/format-date.js';
import type {PageLang} from '../../src/l10n/languages.js';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Months, and how a day of one is written in a table and in a sentence. */
const WRITTEN: Record<
  PageLang,
  [months: string, table: (day: string) => string, sentence: (day: string) => string]
> = {
  kk: [
    'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
    (day) => `2026 ж. ${day}`,
    (day) => `2026 жылғы ${day}`,
  ],
  ru: [
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    (day) => `${day} 2026 г.`,
    (day) => `${day} 2026 г.`,
  ],
  en: [
    'January February March April May June July August September October November December',
    (day) => `${day} 2026`,
    (day) => `${day} 2026`,
  ],
};

describe('a date', () => {
  for (const [lang, [months, table, sentence]] of Object.entries(WRITTEN)) {
    months.split(' ').forEach((month, i) => {
      it(`is written in ${lang}, whatever the browser knows: ${month}`, () => {
        const date = new Date(2026, i, 5, 12);
        expect(plain(formatDate(date, lang as PageLang))).to.equal(table(`5 ${month}`));
        expect(plain(dateInSentence(date, lang as PageLang))).to.equal(sentence(`5 ${month}`));
      });
    });
  }
});

describe('the calendar date of a release', () => {
  for (const [iso, kk, en] of [
    ['2026-10-01T00:00:00+05:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2026-10-01T23:59:59.999+05:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2026-10-01T00:00:00+14:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2026-10-01T23:59:59-12:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2028-02-29T00:00:00+05:00', '2028 ж. 29 ақпан', '29 February 2028'],
    ['2027-01-01T00:00:00Z', '2027 ж. 1 қаңтар', '1 January 2027'],
  ] as const) {
    it(`is the operator's, wherever the reader is: ${iso}`, () => {
      const date = calendarDate(iso);
      expect([formatDate(date, 'kk'), formatDate(date, 'en')]).to.deep.equal([kk, en]);
    });
  }
});
