import {expect} from 'chai';
import type {Decided} from '../../src/core/history.js';
import type {Manifest} from '../../src/core/manifest.js';
import type {ConsentRecord, EventState} from '../../src/core/record.js';
import {consentStatus, type ConsentStatus} from '../../src/core/status.js';
import {withValue} from '../helpers/json.js';
import {aManifest, aRecord} from '../helpers/policy.js';

const A = {version: 'a', effectiveFrom: '2026-01-01T00:00:00+05:00'};
const B = {version: 'b', effectiveFrom: '2026-06-01T00:00:00+05:00'};
const C = {version: 'c', effectiveFrom: '2026-12-01T00:00:00+05:00'};
const editorial = {change: 'editorial'} as const;
const cancelled = {cancelled: '2026-05-01T00:00:00Z'};

const MATERIAL = aManifest(A, B);
const EDITORIAL = aManifest(A, {...B, ...editorial});
const SAYS_EDITORIAL = withValue(EDITORIAL, 'releases[1].notice.kk.agree', 'Other');
const MISSED = aManifest(A, B, {...C, ...editorial});
const CANCELLED = aManifest(A, {...B, ...cancelled});
const OPEN = aManifest({...A, effectiveFrom: null});

const [BEFORE, AT] = ['2026-05-31T18:59:59.999Z', '2026-05-31T19:00:00.000Z'];
const LONG_AFTER = '2030-01-01T00:00:00Z';
const status = (manifest: Manifest, now: string, last?: ConsentRecord, granted = last) =>
  consentStatus(manifest, {last, granted} satisfies Pick<Decided, 'last' | 'granted'>, new Date(now));

describe('the status', () => {
  it('is unasked where nothing was decided', () => {
    expect(status(MATERIAL, BEFORE)).to.equal('unasked');
  });

  for (const [what, manifest, version, now, given, declined] of [
    ['while the release is in force', MATERIAL, 'a', BEFORE, 'given', 'declined'],
    ['once a material release has begun', MATERIAL, 'a', AT, 'outdated', 'unasked'],
    ['of the newest release', MATERIAL, 'b', AT, 'given', 'declined'],
    ['of a release that has not begun', MATERIAL, 'b', BEFORE, 'given', 'declined'],
    ['after an editorial release', EDITORIAL, 'a', LONG_AFTER, 'given', 'declined'],
    ['after one that only says so', SAYS_EDITORIAL, 'a', AT, 'outdated', 'unasked'],
    ['before one that only says so', SAYS_EDITORIAL, 'a', BEFORE, 'given', 'declined'],
    ['with a material one missed before an editorial one', MISSED, 'a', LONG_AFTER, 'outdated', 'unasked'],
    ['with only the editorial one missed', MISSED, 'b', LONG_AFTER, 'given', 'declined'],
    ['of a version that nobody knows', MATERIAL, 'z', BEFORE, 'outdated', 'unasked'],
    ['of a cancelled release', CANCELLED, 'b', BEFORE, 'outdated', 'unasked'],
    ['after a cancelled release', CANCELLED, 'a', LONG_AFTER, 'given', 'declined'],
    ['of one where all are cancelled', aManifest({...B, ...cancelled}), 'b', AT, 'outdated', 'unasked'],
  ] as [string, Manifest, string, string, ConsentStatus, ConsentStatus][]) {
    it(`is ${given} for a yes, ${declined} for a no, and stays withdrawn: ${what}`, () => {
      const after = (state: EventState) =>
        status(manifest, now, aRecord({event: {state, valid: null}, policy: {version}}));
      expect([after('given'), after('declined'), after('withdrawn')]).to.deep.equal([
        given,
        declined,
        'withdrawn',
      ]);
    });
  }

  const aConsent = (valid: string | null) =>
    aRecord({event: {valid, time: '2026-03-05T10:00:00.000Z'}, policy: {version: 'a'}});

  it('expires at the moment that the term is over, a yes only', () => {
    const [before, end] = ['2026-03-06T09:59:59.999Z', '2026-03-06T10:00:00.000Z'];
    expect([status(OPEN, before, aConsent('P1D')), status(OPEN, end, aConsent('P1D'))]).to.deep.equal([
      'given',
      'expired',
    ]);
    const no = aRecord({event: {state: 'declined', valid: 'P1D'}, policy: {version: 'a'}});
    expect(status(OPEN, end, no)).to.equal('declined');
  });

  for (const valid of [null, 'until-purpose-achieved']) {
    it(`never expires with the term ${valid}`, () => {
      expect(status(OPEN, '2126-01-01T00:00:00Z', aConsent(valid))).to.equal('given');
    });
  }

  it('is outdated rather than expired where both are true', () => {
    expect(status(MATERIAL, LONG_AFTER, aConsent('P1D'))).to.equal('outdated');
  });

  describe('after one purpose was withdrawn', () => {
    const given = aConsent('P1D');
    const partly: ConsentRecord = {
      ...given,
      event: {...given.event, state: 'withdrawn', time: '2026-03-06T09:00:00.000Z'},
    };

    for (const [what, now, granted, expected] of [
      ['is still given, for what is left of the term', '2026-03-06T09:59:59.999Z', given, 'given'],
      ['is over with the term that began with the consent', '2026-03-06T10:00:00.000Z', given, 'expired'],
      ['is over where nobody knows any more when the term began', '2026-03-06T09:30:00Z', partly, 'expired'],
      ['is outdated by a new release as the consent was', '2026-07-01T00:00:00Z', given, 'outdated'],
    ] as const) {
      it(what, () => {
        expect(status(MATERIAL, now, partly, granted)).to.equal(expected);
      });
    }

    it('is withdrawn only once nothing that is required is left', () => {
      const purposes = partly.purposes.map((purpose) => ({...purpose, decision: 'declined' as const}));
      expect(status(MATERIAL, '2026-03-06T09:30:00Z', {...partly, purposes})).to.equal('withdrawn');
    });
  });
});
