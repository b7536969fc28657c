import {expect} from 'chai';
import {endOfTerm} from '../../src/core/term.js';

const end = (valid: string | null, time: string) => endOfTerm({valid, time});

describe('the end of a term', () => {
  for (const [valid, time, expected] of [
    ['P1D', '2026-12-31T23:59:59.999Z', '2027-01-01T23:59:59.999Z'],
    ['P1M', '2026-01-31T10:00:00.000Z', '2026-02-28T10:00:00.000Z'],
    ['P1M', '2028-01-30T10:00:00.000Z', '2028-02-29T10:00:00.000Z'],
    ['P1M', '2026-02-28T10:00:00.000Z', '2026-03-28T10:00:00.000Z'],
    ['P3M', '2026-03-31T10:00:00.000Z', '2026-06-30T10:00:00.000Z'],
    ['P12M', '2026-03-31T10:00:00.000Z', '2027-03-31T10:00:00.000Z'],
    ['P1Y', '2028-02-29T10:00:00.000Z', '2029-02-28T10:00:00.000Z'],
    ['P4Y', '2028-02-29T10:00:00.000Z', '2032-02-29T10:00:00.000Z'],
    ['P1M1D', '2026-01-31T10:00:00.000Z', '2026-03-01T10:00:00.000Z'],
    ['PT12H', '2026-03-05T18:00:00.000Z', '2026-03-06T06:00:00.000Z'],
    ['PT90M', '2026-03-05T10:00:00.000Z', '2026-03-05T11:30:00.000Z'],
    ['P1DT1H1M1S', '2026-03-05T10:00:00.000Z', '2026-03-06T11:01:01.000Z'],
    ['2027-01-01T00:00:00+05:00', '2026-03-05T10:00:00.000Z', '2026-12-31T19:00:00.000Z'],
  ] as const) {
    it(`of ${valid} from ${time} is ${expected}`, () => {
      expect(new Date(end(valid, time)!).toJSON()).to.equal(expected);
    });
  }

  for (const valid of [null, 'until-purpose-achieved']) {
    it(`is open where the term is ${valid}`, () => {
      expect(end(valid, '2026-03-05T10:00:00.000Z')).to.equal(undefined);
    });
  }

  for (const valid of ['P', 'PT', 'P1DT', 'P1.5Y', 'P-1D', 'P1D ', '1 year', 'Dec 2026', '2026-13-01', '5']) {
    it(`is no moment where nobody can read the term: ${valid}`, () => {
      expect(end(valid, '2026-03-05T10:00:00.000Z')).to.be.NaN;
    });
  }
});
