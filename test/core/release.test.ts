import {expect} from 'chai';
import type {Manifest, Release} from '../../src/core/manifest.js';
import {announcedRelease, currentRelease, inOrder, releasesSince} from '../../src/core/release.js';
import {aManifest} from '../helpers/policy.js';

const release = (version: string, effectiveFrom: string | null, cancelled: string | null = null) =>
  ({version, effectiveFrom, cancelled}) satisfies Partial<Release>;

/** Midnight in Almaty, which is 19:00 UTC the day before. */
const [A, B, C] = [
  release('a', '2026-01-01T00:00:00+05:00'),
  release('b', '2026-06-01T00:00:00+05:00'),
  release('c', '2026-12-01T00:00:00+05:00'),
];
const gone = {...B, cancelled: '2026-05-01T00:00:00Z'};
const HISTORY = aManifest(A, B, C);
const SHUFFLED = aManifest(C, A, B);
const OPEN = aManifest(B, release('always', null));
const CANCELLED = aManifest(A, gone, C);
const FIRST_CANCELLED = aManifest({...A, cancelled: '2025-01-01T00:00:00Z'}, B);
const ALL_CANCELLED = aManifest({...A, cancelled: '2025-01-01T00:00:00Z'}, gone);
const EMERGENCY = aManifest(A, C, release('now', '2026-07-01T00:00:00Z'));

describe('the release in force, the one announced, and those since a version', () => {
  for (const [what, manifest, now, inForce, announced, since, versions] of [
    ['before any has begun: the first', HISTORY, '2025-12-31T18:59:59.999Z', 'a', 'b', 'a', ''],
    ['a millisecond before one begins', HISTORY, '2026-05-31T18:59:59.999Z', 'a', 'b', 'a', ''],
    ['at the moment that one begins', HISTORY, '2026-05-31T19:00:00.000Z', 'b', 'c', 'a', 'b'],
    ['for ever after the last', HISTORY, '2126-01-01T00:00:00.000Z', 'c', undefined, 'a', 'b c'],
    ['in a list in another order', SHUFFLED, '2026-11-01T00:00:00.000Z', 'b', 'c', 'a', 'b'],
    ['in another order, before any', SHUFFLED, '2025-01-01T00:00:00.000Z', 'a', 'b', 'c', ''],
    ['since one that is yet to come', HISTORY, '2026-02-01T00:00:00.000Z', 'a', 'b', 'c', ''],
    ['since a version that nobody knows', HISTORY, '2026-11-01T00:00:00.000Z', 'b', 'c', 'z', 'a b'],
    ['without a date: always', OPEN, '2026-05-31T18:59:59.999Z', 'always', 'b', 'always', ''],
    ['without a date, until another begins', OPEN, '2026-05-31T19:00:00.000Z', 'b', undefined, 'always', 'b'],
    ['past a cancelled one', CANCELLED, '2026-11-01T00:00:00.000Z', 'a', 'c', 'a', ''],
    ['past a cancelled one, later', CANCELLED, '2026-12-01T00:00:00.000Z', 'c', undefined, 'a', 'c'],
    ['since a cancelled one', CANCELLED, '2026-11-01T00:00:00.000Z', 'a', 'c', 'b', 'a'],
    [
      'before any, the first cancelled',
      FIRST_CANCELLED,
      '2025-06-01T00:00:00.000Z',
      'b',
      undefined,
      'a',
      'b',
    ],
    ['all cancelled', ALL_CANCELLED, '2026-11-01T00:00:00.000Z', undefined, undefined, 'a', ''],
    [
      'an emergency while another is announced',
      EMERGENCY,
      '2026-07-01T00:00:00.000Z',
      'now',
      'c',
      'a',
      'now',
    ],
  ] as [string, Manifest, string, string | undefined, string | undefined, string, string][]) {
    it(`are these: ${what}`, () => {
      const at = new Date(now);
      expect([
        currentRelease(manifest, at)?.version,
        announcedRelease(manifest, at)?.version,
        releasesSince(manifest, since, at)
          .map(({version}) => version)
          .join(' '),
      ]).to.deep.equal([inForce, announced, versions]);
    });
  }

  it('leave the manifest in its order', () => {
    inOrder(SHUFFLED);
    expect(SHUFFLED.releases.map(({version}) => version)).to.deep.equal(['c', 'a', 'b']);
  });
});
