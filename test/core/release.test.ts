import {expect} from 'chai';
import type {Manifest, Release} from '../../src/core/manifest.js';
import {currentRelease, releasesSince, upcomingRelease} from '../../src/core/release.js';
import {aManifest} from '../helpers/policy.js';

const release = (version: string, effectiveFrom: string | null): Partial<Release> => ({
  version,
  effectiveFrom,
});

/** Midnight in Almaty, which is 19:00 UTC the day before. */
const HISTORY = aManifest(
  release('a', '2026-01-01T00:00:00+05:00'),
  release('b', '2026-06-01T00:00:00+05:00'),
  release('c', '2026-12-01T00:00:00+05:00'),
);
const SHUFFLED = {...HISTORY, releases: [2, 0, 1].map((i) => HISTORY.releases[i]!)};
const OPEN = aManifest(release('new', '2026-06-01T00:00:00Z'), release('always', null));
const TIES = aManifest(
  release('first', '2026-06-01T00:00:00+05:00'),
  release('second', '2026-05-31T19:00:00Z'),
  release('later', '2026-07-01T00:00:00Z'),
);
const BOTH_OPEN = aManifest(release('x', null), release('y', null));

const versionAt = (manifest: Manifest, now: string) => currentRelease(manifest, new Date(now)).version;

describe('the release in force', () => {
  for (const [what, manifest, now, version] of [
    ['is the first one before any has begun', HISTORY, '2025-12-31T18:59:59.999Z', 'a'],
    ['begins exactly at its moment', HISTORY, '2026-05-31T19:00:00.000Z', 'b'],
    ['is still the one before a millisecond earlier', HISTORY, '2026-05-31T18:59:59.999Z', 'a'],
    ['is the one begun last', HISTORY, '2026-11-01T00:00:00.000Z', 'b'],
    ['stays the last one for ever', HISTORY, '2126-01-01T00:00:00.000Z', 'c'],
    ['does not hang on the order in the manifest', SHUFFLED, '2026-11-01T00:00:00.000Z', 'b'],
    [
      'is the earliest, not the first listed, before any has begun',
      SHUFFLED,
      '2025-01-01T00:00:00.000Z',
      'a',
    ],
    ['is one without date until another begins', OPEN, '2026-05-31T23:59:59.999Z', 'always'],
    ['is not one without date once another has begun', OPEN, '2026-06-01T00:00:00.000Z', 'new'],
    ['is the later listed of two of one moment, however written', TIES, '2026-05-31T19:00:00.000Z', 'second'],
    ['is the later listed of two without date', BOTH_OPEN, '2026-01-01T00:00:00.000Z', 'y'],
  ] as const) {
    it(what, () => {
      expect(versionAt(manifest, now)).to.equal(version);
    });
  }
});

describe('the upcoming release', () => {
  for (const [what, manifest, now, version] of [
    ['is the next one', HISTORY, '2026-05-31T18:59:59.999Z', 'b'],
    ['is upcoming no more at its moment', HISTORY, '2026-05-31T19:00:00.000Z', 'c'],
    ['is none after the last one', HISTORY, '2026-11-30T19:00:00.000Z', undefined],
    [
      'is the second before any has begun, since the first is in force',
      HISTORY,
      '2025-01-01T00:00:00.000Z',
      'b',
    ],
    ['does not hang on the order in the manifest', SHUFFLED, '2026-11-01T00:00:00.000Z', 'c'],
    ['is none where nothing has a date', BOTH_OPEN, '2026-01-01T00:00:00.000Z', undefined],
  ] as const) {
    it(what, () => {
      expect(upcomingRelease(manifest, new Date(now))?.version).to.equal(version);
    });
  }
});

describe('the releases since a version', () => {
  for (const [what, manifest, since, now, versions] of [
    ['are none since the one in force', HISTORY, 'b', '2026-11-01T00:00:00Z', []],
    ['do not hold what is yet to come', HISTORY, 'a', '2026-11-01T00:00:00Z', ['b']],
    ['are all that were missed', HISTORY, 'a', '2027-01-01T00:00:00Z', ['b', 'c']],
    ['are in order of time', SHUFFLED, 'a', '2027-01-01T00:00:00Z', ['b', 'c']],
    ['are none since one that is yet to come', HISTORY, 'c', '2026-02-01T00:00:00Z', []],
    ['are all that have begun since an unknown one', HISTORY, 'z', '2026-11-01T00:00:00Z', ['a', 'b']],
    ['hold the second of two of one moment', TIES, 'first', '2026-06-15T00:00:00Z', ['second']],
    ['are none since one that is in force before its moment', HISTORY, 'a', '2025-01-01T00:00:00Z', []],
  ] as const) {
    it(what, () => {
      expect(releasesSince(manifest, since, new Date(now)).map(({version}) => version)).to.deep.equal(
        versions,
      );
    });
  }

  it('leave the manifest in its order', () => {
    releasesSince(SHUFFLED, 'a', new Date('2027-01-01T00:00:00Z'));
    expect(SHUFFLED.releases.map(({version}) => version)).to.deep.equal(['c', 'a', 'b']);
  });
});
