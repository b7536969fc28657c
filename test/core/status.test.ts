import {expect} from 'chai';
import type {Manifest} from '../../src/core/manifest.js';
import {consentStatus, type ConsentStatus} from '../../src/core/status.js';
import type {ConsentRecord, EventState} from '../../src/core/record.js';
import {aManifest, aRecord} from '../helpers/policy.js';

const A = {version: 'a', effectiveFrom: '2026-01-01T00:00:00+05:00'};
const B = {version: 'b', effectiveFrom: '2026-06-01T00:00:00+05:00'};
const C = {version: 'c', effectiveFrom: '2026-12-01T00:00:00+05:00'};
const editorial = {change: 'editorial'} as const;

const MATERIAL = aManifest(A, B);
const EDITORIAL = aManifest(A, {...B, ...editorial});
const MISSED = aManifest(A, B, {...C, ...editorial});

type Row = [
  what: string,
  manifest: Manifest,
  state: EventState,
  version: string,
  now: string,
  status: ConsentStatus,
];

describe('the status', () => {
  it('is unasked where nothing was decided', () => {
    expect(consentStatus(MATERIAL, undefined, new Date('2026-03-01T00:00:00Z'))).to.equal('unasked');
  });

  for (const [what, manifest, state, version, now, status] of [
    [
      'stays given while the release is in force',
      MATERIAL,
      'given',
      'a',
      '2026-05-31T18:59:59.999Z',
      'given',
    ],
    [
      'asks again when a material release is newer',
      MATERIAL,
      'given',
      'a',
      '2026-05-31T19:00:00.000Z',
      'outdated',
    ],
    ['is given for the newest release', MATERIAL, 'given', 'b', '2026-06-02T00:00:00Z', 'given'],
    ['never asks again for an editorial release', EDITORIAL, 'given', 'a', '2030-01-01T00:00:00Z', 'given'],
    [
      'asks again for a material release missed before an editorial one',
      MISSED,
      'given',
      'a',
      '2027-01-01T00:00:00Z',
      'outdated',
    ],
    [
      'is given where only the editorial one was missed',
      MISSED,
      'given',
      'b',
      '2027-01-01T00:00:00Z',
      'given',
    ],
    [
      'stays declined while the release is in force',
      MATERIAL,
      'declined',
      'a',
      '2026-05-31T18:59:59.999Z',
      'declined',
    ],
    [
      'asks afresh, after a decline, when a material release is newer',
      MATERIAL,
      'declined',
      'a',
      '2026-05-31T19:00:00.000Z',
      'unasked',
    ],
    [
      'stays declined after an editorial release',
      EDITORIAL,
      'declined',
      'a',
      '2030-01-01T00:00:00Z',
      'declined',
    ],
    ['stays withdrawn', MATERIAL, 'withdrawn', 'a', '2026-02-01T00:00:00Z', 'withdrawn'],
    [
      'stays withdrawn whatever is published',
      MATERIAL,
      'withdrawn',
      'a',
      '2030-01-01T00:00:00Z',
      'withdrawn',
    ],
    [
      'asks again where the accepted version is unknown',
      MATERIAL,
      'given',
      'z',
      '2026-03-01T00:00:00Z',
      'outdated',
    ],
    [
      'asks afresh where the declined version is unknown',
      MATERIAL,
      'declined',
      'z',
      '2026-03-01T00:00:00Z',
      'unasked',
    ],
    [
      'is given for a version accepted before it began',
      MATERIAL,
      'given',
      'b',
      '2026-03-01T00:00:00Z',
      'given',
    ],
  ] as Row[]) {
    it(`${what}`, () => {
      const last = aRecord({event: {state, valid: null}, policy: {version}});
      expect(consentStatus(manifest, last, new Date(now))).to.equal(status);
    });
  }

  for (const [valid, before, end] of [
    ['2026-04-01', '2026-03-31T23:59:59.999Z', '2026-04-02T00:00:00.000Z'],
    ['2026-04-01T00:00:00+05:00', '2026-03-31T18:59:59.999Z', '2026-03-31T19:00:00.000Z'],
    ['P1D', '2026-03-06T09:59:59.999Z', '2026-03-06T10:00:00.000Z'],
    ['P2W', '2026-03-19T09:59:59.999Z', '2026-03-19T10:00:00.000Z'],
    ['P1M', '2026-04-05T09:59:59.999Z', '2026-04-05T10:00:00.000Z'],
    ['P1Y', '2027-03-05T09:59:59.999Z', '2027-03-05T10:00:00.000Z'],
    ['P1Y2M3W4D', '2027-05-30T09:59:59.999Z', '2027-05-30T10:00:00.000Z'],
  ] as const) {
    const manifest = aManifest({...A, effectiveFrom: null});
    const statusAt = (now: string, state: EventState) => {
      const event = {state, valid, time: '2026-03-05T10:00:00.000Z'};
      return consentStatus(manifest, aRecord({event, policy: {version: 'a'}}), new Date(now));
    };

    it(`expires when the term ${valid} is over`, () => {
      expect(statusAt(before, 'given')).to.equal('given');
      expect(statusAt(end, 'given')).to.equal('expired');
    });

    it(`does not expire a decline after ${valid}`, () => {
      expect(statusAt(end, 'declined')).to.equal('declined');
    });
  }

  for (const valid of [null, 'until-purpose-achieved', 'as long as needed']) {
    it(`never expires with the term ${valid}`, () => {
      const last = aRecord({event: {valid, time: '2026-03-05T10:00:00.000Z'}, policy: {version: 'a'}});
      const manifest = aManifest({...A, effectiveFrom: null});
      expect(consentStatus(manifest, last, new Date('2126-01-01T00:00:00Z'))).to.equal('given');
    });
  }

  describe('after one purpose was withdrawn', () => {
    const given = aRecord({event: {valid: 'P1D', time: '2026-03-05T10:00:00.000Z'}, policy: {version: 'a'}});
    const partly: ConsentRecord = {
      ...given,
      event: {...given.event, state: 'withdrawn', time: '2026-03-06T09:00:00.000Z'},
    };
    const statusAt = (now: string, giving?: ConsentRecord) =>
      consentStatus(MATERIAL, partly, new Date(now), giving);

    it('is still given, for what is left of the term', () => {
      expect(statusAt('2026-03-06T09:59:59.999Z', given)).to.equal('given');
      expect(statusAt('2026-03-06T10:00:00.000Z', given)).to.equal('expired');
    });

    it('is over where nobody knows any more when the term began', () => {
      expect(statusAt('2026-03-06T09:30:00.000Z')).to.equal('expired');
    });

    it('is outdated by a new release as the consent was', () => {
      expect(statusAt('2026-07-01T00:00:00.000Z', given)).to.equal('outdated');
    });

    it('is withdrawn only once nothing that is required is left', () => {
      const purposes = partly.purposes.map((purpose) => ({...purpose, decision: 'declined' as const}));
      expect(consentStatus(MATERIAL, {...partly, purposes}, new Date('2026-03-06T09:30:00Z'))).to.equal(
        'withdrawn',
      );
    });
  });

  it('is outdated rather than expired where both are true', () => {
    const last = aRecord({event: {valid: 'P1D', time: '2026-03-05T10:00:00.000Z'}, policy: {version: 'a'}});
    expect(consentStatus(MATERIAL, last, new Date('2027-01-01T00:00:00Z'))).to.equal('outdated');
  });
});
