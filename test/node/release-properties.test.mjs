import fc from 'fast-check';
import {
  announcedRelease,
  consentStatus,
  currentRelease,
  isOutdated,
  readManifest,
  releasesSince,
  unite,
} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aManifest} from '../helpers/a-manifest.mjs';
import {copy, RUNS} from '../helpers/fuzz.mjs';

/** Few minutes in one hour, so that neighbours and moments exactly met come up. */
const HOUR = Date.parse('2026-06-01T00:00:00Z');
const moment = (minutes, offset) => {
  const local = new Date(HOUR + minutes * 60_000 + offset * 3_600_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00`;
};
const start = ({effectiveFrom}) => (effectiveFrom === null ? -Infinity : Date.parse(effectiveFrom));

const [whole] = aManifest().releases;
const aRelease = fc
  .record({
    effectiveFrom: fc.option(
      fc.tuple(fc.integer({min: 0, max: 59}), fc.constantFrom(0, 5, -11)).map((parts) => moment(...parts)),
      {nil: null, freq: 8},
    ),
    change: fc.constantFrom('material', 'editorial', 'editorial'),
    isCancelled: fc.integer({min: 0, max: 4}).map((n) => n === 0),
    // Of these, what says that it is editorial has to leave one as it was.
    agree: fc.constantFrom('A', 'A', 'A', 'B'),
    title: fc.constantFrom('A', 'B'),
  })
  .map(({isCancelled, agree, title, ...rest}) => ({
    ...whole,
    ...rest,
    cancelled: isCancelled && rest.effectiveFrom ? '2026-05-01T00:00:00Z' : null,
    notice: {kk: {...whole.notice.kk, agree, title}},
  }));

/** Manifests that readers take: no two of what is not cancelled begin at one moment. */
const manifest = fc
  .uniqueArray(aRelease, {minLength: 1, maxLength: 6, selector: (one) => `${start(one)} ${one.cancelled}`})
  .map((releases) => ({...aManifest(), releases: releases.map((one, i) => ({...one, version: `v${i}`}))}));
const clock = fc.integer({min: -10, max: 70}).map((minutes) => new Date(HOUR + minutes * 60_000));
const version = fc.integer({min: 0, max: 7}).map((i) => `v${i}`);

const check = (...args) => fc.assert(fc.property(...args), {numRuns: RUNS});

/** An oracle of its own: what is not cancelled, one after the other, and how many have begun. */
function oracle({releases}, now) {
  const order = releases.filter((one) => one.cancelled === null);
  for (let i = 1; i < order.length; i++) {
    for (let j = i; j > 0 && start(order[j - 1]) > start(order[j]); j--) {
      [order[j - 1], order[j]] = [order[j], order[j - 1]];
    }
  }
  const current = Math.max(order.filter((one) => start(one) <= now.getTime()).length - 1, 0);
  const asksAgain = order.map(
    (one, i) => i === 0 || one.change === 'material' || one.notice.kk.agree !== order[i - 1].notice.kk.agree,
  );
  return {order, current, asksAgain, rank: (name) => order.findIndex((one) => one.version === name)};
}

describe(`the releases of a manifest (${RUNS} cases each)`, () => {
  it('are in force, announced, missed and outdated as one after the other says', () => {
    const count = {cancelled: 0, outdated: 0, announced: 0};
    check(manifest, clock, version, (json, now, since) => {
      const read = readManifest(copy(json));
      const {order, current, asksAgain, rank} = oracle(json, now);
      assert.equal(currentRelease(read, now)?.version, order[current]?.version);
      const next = order[current + 1];
      const announced = next && start(next) > now.getTime() ? next.version : undefined;
      assert.equal(announcedRelease(read, now)?.version, announced);
      const missed = order.slice(rank(since) + 1, current + 1);
      assert.deepEqual(
        releasesSince(read, since, now).map((one) => one.version),
        missed.map((one) => one.version),
      );
      const isCancelled = json.releases.some((one) => one.version === since && one.cancelled);
      const outdated = isCancelled || missed.some((one) => asksAgain[order.indexOf(one)]);
      assert.equal(isOutdated(read, since, now), outdated);
      count.cancelled += isCancelled;
      count.outdated += outdated && !isCancelled;
      count.announced += Boolean(announced);
    });
    for (const [what, n] of Object.entries(count)) assert.ok(n > RUNS / 50, `${what}: ${n}`);
  });

  it('are the same in any order of the list, and in two parts put together', () => {
    const pair = manifest.chain((json) =>
      fc.tuple(
        fc.constant(json),
        fc.shuffledSubarray(json.releases, {minLength: json.releases.length}),
        fc.integer({min: 1, max: json.releases.length}),
      ),
    );
    check(pair, clock, version, ([json, releases, at], now, since) => {
      const [older, newer] = [releases.slice(0, at), releases.slice(at - 1)];
      const {manifest: united, altered} = unite({...json, releases: older}, {...json, releases: newer});
      assert.equal(altered, undefined);
      assert.equal(united.releases.length, releases.length);
      for (const other of [{...json, releases}, united]) {
        assert.equal(currentRelease(other, now)?.version, currentRelease(json, now)?.version);
        assert.equal(isOutdated(other, since, now), isOutdated(json, since, now));
      }
    });
  });

  it('never go back as the clock runs', () => {
    check(manifest, clock, clock, (json, a, b) => {
      const [earlier, later] = a <= b ? [a, b] : [b, a];
      const [before, after] = [earlier, later].map((now) => currentRelease(json, now));
      if (before) assert.ok(start(before) <= start(after));
    });
  });
});

describe(`the status (${RUNS} cases each)`, () => {
  const state = fc.constantFrom('given', 'given', 'declined', 'withdrawn');
  const term = fc.constantFrom('P1D', 'P2W', 'P1M', 'P1Y2M', '2026-07-01', null, 'until-purpose-achieved');
  const LONGEST = {P1D: 1, P2W: 14, P1M: 31, P1Y2M: 428, '2026-07-01': 32};

  it('never says "given" of a decline, after the term, or where words in force were not agreed to', () => {
    const count = {};
    check(manifest, version, state, term, clock, fc.integer({min: 0, max: 900}), (json, ...parts) => {
      const [agreed, event, valid, then, days] = parts;
      const now = new Date(then.getTime() + days * 86_400_000);
      const last = {
        event: {state: event, time: then.toISOString(), valid},
        policy: {version: agreed},
        purposes: [{id: 'services', required: true, decision: event === 'given' ? event : 'declined'}],
      };
      const status = consentStatus(json, {last, granted: last}, now);
      count[status] = (count[status] ?? 0) + 1;
      if (event === 'withdrawn') return assert.equal(status, 'withdrawn');
      if (isOutdated(json, agreed, now))
        return assert.equal(status, event === 'given' ? 'outdated' : 'unasked');
      if (event === 'declined') return assert.equal(status, 'declined');
      if (days > (LONGEST[valid] ?? Infinity)) return assert.equal(status, 'expired');
      if (LONGEST[valid] === undefined || days < 1) return assert.equal(status, 'given');
      return assert.ok(['given', 'expired'].includes(status));
    });
    assert.deepEqual(Object.keys(count).sort(), [
      'declined',
      'expired',
      'given',
      'outdated',
      'unasked',
      'withdrawn',
    ]);
  });
});
