import fc from 'fast-check';
import {consentStatus, currentRelease, releasesSince, upcomingRelease} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RUNS} from '../schemas/arbitraries.mjs';

/** Few minutes in one hour, so that ties, neighbours and moments exactly met come up. */
const HOUR = Date.parse('2026-06-01T00:00:00Z');
const minute = fc.integer({min: 0, max: 59});
const moment = (minutes, offset) => {
  const local = new Date(HOUR + minutes * 60_000 + offset * 3_600_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;
};
const start = ({effectiveFrom}) => (effectiveFrom === null ? -Infinity : Date.parse(effectiveFrom));

const release = fc.record({
  effectiveFrom: fc.option(
    fc.tuple(minute, fc.constantFrom(0, 5, -11)).map((parts) => moment(...parts)),
    {
      nil: null,
      freq: 8,
    },
  ),
  change: fc.constantFrom('material', 'material', 'editorial'),
});

/** Releases, numbered in the order of the list. */
const numbered = (releases) => ({releases: releases.map((one, i) => ({...one, version: `v${i}`}))});
const anyManifest = fc.array(release, {minLength: 1, maxLength: 6}).map(numbered);
const distinctManifest = fc.uniqueArray(release, {minLength: 1, maxLength: 6, selector: start}).map(numbered);
const clock = fc.integer({min: -10, max: 70}).map((minutes) => new Date(HOUR + minutes * 60_000));

const recordOf = (version, state, time, valid = null) => ({
  event: {state, time: time.toISOString(), valid},
  policy: {version},
  purposes: [{id: 'services', required: true, decision: state === 'given' ? state : 'declined'}],
});

const check = (...args) => fc.assert(fc.property(...args), {numRuns: RUNS});

describe(`the release in force (${RUNS} cases each)`, () => {
  it('is one of the manifest’s, and the last that has begun', () => {
    check(anyManifest, clock, (manifest, now) => {
      const current = currentRelease(manifest, now);
      const {releases} = manifest;
      assert.ok(releases.includes(current));
      const begun = releases.filter((one) => start(one) <= now.getTime());
      if (!begun.length) {
        assert.equal(start(current), Math.min(...releases.map(start)));
        return;
      }
      const last = Math.max(...begun.map(start));
      assert.equal(start(current), last);
      // Of one moment, the one that the list has last.
      assert.equal(current, begun.filter((one) => start(one) === last).at(-1));
    });
  });

  it('does not hang on the order of the list, if the dates are distinct', () => {
    const pair = distinctManifest.chain((manifest) =>
      fc.tuple(
        fc.constant(manifest),
        fc.shuffledSubarray(manifest.releases, {minLength: manifest.releases.length}),
      ),
    );
    check(pair, clock, ([manifest, releases], now) => {
      const shuffled = {...manifest, releases};
      assert.equal(currentRelease(shuffled, now), currentRelease(manifest, now));
      assert.equal(upcomingRelease(shuffled, now), upcomingRelease(manifest, now));
      for (const {version} of releases) {
        assert.deepEqual(releasesSince(shuffled, version, now), releasesSince(manifest, version, now));
      }
    });
  });

  it('never goes back as the clock runs', () => {
    check(anyManifest, clock, clock, (manifest, a, b) => {
      const [earlier, later] = a <= b ? [a, b] : [b, a];
      assert.ok(start(currentRelease(manifest, earlier)) <= start(currentRelease(manifest, later)));
    });
  });

  it('is followed by the one that begins next', () => {
    check(anyManifest, clock, (manifest, now) => {
      const next = upcomingRelease(manifest, now);
      const current = currentRelease(manifest, now);
      const ahead = manifest.releases.filter((one) => one !== current && start(one) > now.getTime());
      assert.equal(next === undefined, ahead.length === 0);
      if (next) assert.equal(start(next), Math.min(...ahead.map(start)));
    });
  });
});

/** The order in force, by an oracle of its own: by moment, then by place in the list. */
const rankIn = ({releases}) => {
  const order = releases.map((one, i) => [start(one), i]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return (version) => order.findIndex(([, i]) => releases[i].version === version);
};

describe(`the status (${RUNS} cases each)`, () => {
  const version = fc.integer({min: 0, max: 7}).map((i) => `v${i}`);
  const state = fc.constantFrom('given', 'given', 'declined', 'withdrawn');

  it('never says "given" where a material release in force was not agreed to', () => {
    let outdated = 0;
    check(anyManifest, version, state, clock, clock, (manifest, agreed, event, a, b) => {
      const [then, now] = a <= b ? [a, b] : [b, a];
      const status = consentStatus(manifest, recordOf(agreed, event, then), now);
      const rank = rankIn(manifest);
      const current = rank(currentRelease(manifest, now).version);
      const missed = manifest.releases.filter(
        ({version: name, change}) =>
          change === 'material' && rank(name) <= current && rank(name) > rank(agreed),
      );
      if (missed.length) {
        outdated += 1;
        assert.notEqual(status, 'given');
        assert.equal(status, {given: 'outdated', declined: 'unasked', withdrawn: 'withdrawn'}[event]);
      } else assert.equal(status, event);
    });
    assert.ok(outdated > RUNS / 10);
  });

  it('never says "given" of nobody, of a decline, or after the term', () => {
    const term = fc.constantFrom('P1D', 'P2W', 'P1M', 'P1Y2M', '2026-07-01', null, 'until-purpose-achieved');
    const days = fc.integer({min: 0, max: 900});
    check(anyManifest, state, clock, term, days, (manifest, event, then, valid, after) => {
      const now = new Date(then.getTime() + after * 86_400_000);
      assert.equal(consentStatus(manifest, undefined, now), 'unasked');
      const agreed = currentRelease(manifest, now).version;
      const status = consentStatus(manifest, recordOf(agreed, event, then, valid), now);
      const longest = {P1D: 1, P2W: 14, P1M: 31, P1Y2M: 428, '2026-07-01': 31}[valid] ?? Infinity;
      if (event !== 'given') assert.equal(status, event);
      else if (after > longest) assert.equal(status, 'expired');
      else if (longest === Infinity) assert.equal(status, 'given');
    });
  });

  it('keeps a yes through editorial releases', () => {
    check(anyManifest, clock, clock, (manifest, a, b) => {
      const editorial = {releases: manifest.releases.map((one) => ({...one, change: 'editorial'}))};
      const agreed = currentRelease(editorial, a).version;
      assert.equal(consentStatus(editorial, recordOf(agreed, 'given', a), b), 'given');
    });
  });
});
