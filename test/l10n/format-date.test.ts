import {expect} from 'chai';
import {formatCalendarDate, formatDate} from '../../src/l10n/format-date.js';

const MONTHS = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  en: 'January February March April May June July August September October November December',
};

describe('a date', () => {
  MONTHS.kk.split(' ').forEach((month, i) => {
    it(`is in Kazakh, whatever the browser knows: 5 ${month}`, () => {
      expect(formatDate(new Date(2026, i, 5, 12), 'kk')).to.equal(`2026 ж. 5 ${month}`);
    });
  });

  MONTHS.ru.split(' ').forEach((month, i) => {
    it(`is in Russian: 5 ${month}`, () => {
      expect(formatDate(new Date(2026, i, 5, 12), 'ru').replaceAll('\u00a0', ' ')).to.equal(
        `5 ${month} 2026 г.`,
      );
    });
  });

  MONTHS.en.split(' ').forEach((month, i) => {
    it(`is in English, day first: 31 or last of ${month}`, () => {
      const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][i]!;
      expect(formatDate(new Date(2026, i, last, 12), 'en')).to.equal(`${last} ${month} 2026`);
    });
  });
});

describe('the calendar date of a release', () => {
  for (const [iso, kk, en] of [
    ['2026-10-01T00:00:00+05:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2026-10-01T23:59:59.999+05:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2026-10-01T00:00:00Z', '2026 ж. 1 қазан', '1 October 2026'],
    ['2026-10-01T00:00:00+14:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2026-10-01T23:59:59-12:00', '2026 ж. 1 қазан', '1 October 2026'],
    ['2028-02-29T00:00:00+05:00', '2028 ж. 29 ақпан', '29 February 2028'],
    ['2027-01-01T00:00:00+05:00', '2027 ж. 1 қаңтар', '1 January 2027'],
    ['2026-12-31T23:30:00-11:00', '2026 ж. 31 желтоқсан', '31 December 2026'],
  ] as const) {
    it(`is the operator's, wherever the reader is: ${iso}`, () => {
      expect([formatCalendarDate(iso, 'kk'), formatCalendarDate(iso, 'en')]).to.deep.equal([kk, en]);
    });
  }
});
