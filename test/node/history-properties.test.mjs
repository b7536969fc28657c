import fc from 'fast-check';
import {buildRecord, consentStatus, decidedBy, History, readManifest} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aManifest} from '../helpers/a-manifest.mjs';
import {RUNS} from '../helpers/fuzz.mjs';

const NEW_TERMS = Date.parse('2026-06-01T00:00:00Z');
const [first] = aManifest().releases;
const manifest = readManifest({
  ...aManifest(),
  releases: [
    {...first, version: '1', effectiveFrom: null},
    {...first, version: '2', effectiveFrom: new Date(NEW_TERMS).toISOString(), change: 'material'},
  ],
});
const [PURPOSE] = manifest.releases[0].terms.purposes.filter(({required}) => !required).map(({id}) => id);
/** As many as a browser keeps. */
const KEPT = 20;

/** Two tabs of one browser, whose storage holds so many entries. */
class Browser {
  room = Infinity;
  /** Whether it was full at some time: then older decisions may have made room. */
  wasFull = false;
  now = Date.parse('2026-05-01T00:00:00Z');
  /** What was decided, oldest first, by an oracle that knows nothing of how it is kept. */
  decided = [];
  values = new Map();
  count = 0;

  constructor(compact) {
    this.compact = compact;
    const {values} = this;
    const storage = {
      compact,
      keys: () => [...values.keys()],
      get: (key) => values.get(key) ?? null,
      set: (key, value) => {
        if (!values.has(key) && values.size >= this.room) return false;
        values.set(key, value);
        return true;
      },
      remove: (key) => values.delete(key),
      subscribe() {},
    };
    const sha256 = () => Promise.resolve('a'.repeat(64));
    this.tabs = [0, 1].map(() => new History(storage, manifest.id, sha256, () => manifest));
  }

  get version() {
    return this.now < NEW_TERMS ? '1' : '2';
  }

  decide(tab, state, purposes = {}) {
    const id = `00000000-0000-4000-8000-${String(++this.count).padStart(12, '0')}`;
    const last = this.decided.at(-1);
    const release = manifest.releases.find(({version}) => version === this.version);
    const record = buildRecord(manifest, release, {
      ...{id, state, purposes, lang: 'kk', time: new Date(this.now), source: 'inline'},
      method: state === 'withdrawn' ? 'status-button' : 'banner-button',
      noticeSha256: 'b'.repeat(64),
      prev: last ? {id: last.id, sha256: null} : null,
    });
    const isKept = this.tabs[tab].commit(record, 'here');
    if (isKept) this.decided.push({id, state, version: this.version, record, part: PURPOSE in purposes});
    // A cookie has room for one line of decisions, and in a full storage the oldest makes room.
    if (this.compact || this.wasFull) this.decided = this.decided.filter((each) => this.has(each.id));
    if (isKept) assert.equal(this.decided.at(-1)?.id, id, 'what was kept is there');
  }

  has(id) {
    return this.tabs[0].entries().some(({record}) => record.id === id);
  }
}

const ACTS = {
  agrees: (browser, tab) => browser.decide(tab, 'given'),
  declines: (browser, tab) => browser.decide(tab, 'declined'),
  withdraws: (browser, tab) => browser.decided.at(-1)?.state === 'given' && browser.decide(tab, 'withdrawn'),
  'withdraws one purpose': (browser, tab) =>
    browser.decided.at(-1)?.state === 'given' &&
    browser.decide(tab, 'withdrawn', {
      ...Object.fromEntries(manifest.releases[0].terms.purposes.map(({id}) => [id, 'given'])),
      [PURPOSE]: 'declined',
    }),
  'the server accepts': ({tabs, decided}, tab) =>
    decided.length && tabs[tab].reach(decided.at(-1).id, 'accepted'),
  'the server refuses': ({tabs, decided}, tab) => decided.length && tabs[tab].takeBack(decided.pop().id),
  'clears the device': (browser, tab) => {
    browser.tabs[tab].forget();
    browser.decided = [];
  },
  'comes back another day': (browser, tab) => {
    browser.now += 20 * 24 * 3_600_000;
    browser.tabs[tab].renew();
  },
  'the clock is put back': (browser) => (browser.now -= 3 * 24 * 3_600_000),
  'the storage is full': (browser) => {
    browser.room = browser.values.size;
    browser.wasFull = true;
  },
  'there is room again': (browser) => (browser.room = Infinity),
};

/** What a person would say of where they stand. */
function expectedStatus({decided, version}) {
  const last = decided.at(-1);
  if (!last) return 'unasked';
  if (last.state === 'withdrawn' && !last.part) return 'withdrawn';
  // Who agreed to what comes next, before a clock was put back, has agreed.
  if (last.version < version) return last.state === 'declined' ? 'unasked' : 'outdated';
  return last.state === 'declined' ? 'declined' : 'given';
}

/** What holds in each tab at any time. */
function check(browser) {
  for (const tab of browser.tabs) {
    const entries = tab.entries();
    const ids = entries.map(({record}) => record.id);
    const decided = browser.decided.map(({id}) => id);
    const {last, granted} = decidedBy(entries);
    assert.equal(last?.id, decided.at(-1), 'the last decision');
    assert.equal(consentStatus(manifest, {last, granted}, new Date(browser.now)), expectedStatus(browser));
    assert.deepEqual(
      ids,
      decided.filter((id) => ids.includes(id)),
      'in the order in which they were made',
    );
    if (!browser.wasFull) assert.deepEqual(ids.slice(-KEPT), decided.slice(-KEPT), 'all of the last');
    for (const {record} of entries)
      assert.deepEqual(record, browser.decided.find(({id}) => id === record.id).record);
  }
}

const act = fc.tuple(
  fc.constantFrom(...Object.keys(ACTS), 'agrees', 'agrees', 'declines'),
  fc.integer({min: 0, max: 1}),
);

describe('what a browser keeps, whatever happens in two tabs of it', () => {
  for (const [where, compact] of [
    ['in its storage', false],
    ['in a cookie', true],
  ])
    it(`is the last decision, word for word, and no other status than it leaves: ${where}`, () => {
      const all = (acts) => {
        const browser = new Browser(compact);
        for (const [name, tab] of acts) {
          ACTS[name](browser, tab);
          check(browser);
        }
      };
      fc.assert(fc.property(fc.array(act, {minLength: 1, maxLength: 12}), all), {numRuns: RUNS / 2});
    });

  it('drops none of the last twenty, however many follow each other', () => {
    const browser = new Browser(false);
    for (let n = 0; n < 60; n++) {
      ACTS[n % 7 === 6 ? 'withdraws one purpose' : n % 3 ? 'agrees' : 'declines'](browser, n % 2);
      check(browser);
    }
  });
});
