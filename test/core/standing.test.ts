import {expect} from 'chai';
import type {HistoryEntry, Progress} from '../../src/core/history-entry.js';
import type {Manifest} from '../../src/core/manifest.js';
import type {EventState} from '../../src/core/record.js';
import {entriesBeside, statusBeside, type Standing} from '../../src/core/standing.js';
import {aManifest, aRecord} from '../helpers/policy.js';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const MANIFEST = aManifest({version: 'a'}, {version: 'b', effectiveFrom: '2026-06-01T00:00:00Z'});

/** An entry of the history: its number, whose it is, and which one it replaces. */
function entry(n: number, ref: string | null, prev?: number, state: EventState = 'given'): HistoryEntry {
  const record = aRecord({
    id: idOf(n),
    subject: {ref},
    event: {state},
    policy: {version: 'a'},
    ...(prev !== undefined && {prev: {id: idOf(prev), sha256: null}}),
  });
  return {n, record, sha256: null, progress: 'sent' satisfies Progress};
}

const standing = (change: Partial<Standing> = {}): Standing => ({
  subject: 'p7',
  status: 'given',
  version: 'a',
  at: '2026-03-05T10:00:00.000Z',
  last: {id: idOf(2), sha256: 'a'.repeat(64)},
  purposes: {},
  ...change,
});

const waitsFor =
  (...ns: number[]) =>
  (id: string) =>
    ns.map(idOf).includes(id);

describe('what of a device’s history counts beside a standing', () => {
  const OWN = [entry(1, 'p7'), entry(2, 'p7', 1), entry(3, 'p7', 2)];

  for (const [what, last, entries, waiting, counting] of [
    ['what leads to the record that the server has last', 2, OWN, [], [1, 2]],
    ['and what waits to be sent', 2, OWN, [3], [1, 2, 3]],
    ['nothing that the server does not know', 9, OWN, [], []],
    ['nothing where the server knows nothing', undefined, OWN, [], []],
    ['what waits, where the server knows nothing', undefined, OWN, [3], [3]],
    ['nothing of somebody else', 2, [entry(1, 'p8'), entry(2, 'p8', 1)], [1, 2], []],
    ['nothing that names nobody', 2, [entry(1, null), entry(2, null, 1)], [2], []],
    [
      'no link of the chain that is somebody else’s',
      3,
      [entry(1, 'p7'), entry(2, 'p8', 1), entry(3, 'p7', 2)],
      [],
      [3],
    ],
    ['records that name each other, once', 2, [entry(1, 'p7', 2), entry(2, 'p7', 1)], [], [1, 2]],
  ] as [string, number | undefined, HistoryEntry[], number[], number[]][]) {
    it(`is ${what}`, () => {
      const known = standing({last: last === undefined ? null : {id: idOf(last), sha256: 'a'.repeat(64)}});
      const found = entriesBeside(known, entries, waitsFor(...waiting));
      expect(found.map(({n}) => n)).to.deep.equal(counting);
    });
  }
});

describe('the status of a signed-in person', () => {
  const [BEFORE, AFTER] = [new Date('2026-05-01T00:00:00Z'), new Date('2026-07-01T00:00:00Z')];
  const statusOf = (
    known: Partial<Standing>,
    now: Date,
    entries: HistoryEntry[] = [],
    waiting: number[] = [],
  ) => statusBeside(standing(known), entries, waitsFor(...waiting), MANIFEST satisfies Manifest, now);

  for (const [status, before, after] of [
    ['given', 'given', 'outdated'],
    ['declined', 'declined', 'unasked'],
    ['withdrawn', 'withdrawn', 'withdrawn'],
    ['expired', 'expired', 'expired'],
    ['outdated', 'outdated', 'outdated'],
  ] as const) {
    it(`is ${before} where the server says ${status}, and ${after} once a release has begun that it does not know of`, () => {
      expect([statusOf({status}, BEFORE), statusOf({status}, AFTER)]).to.deep.equal([before, after]);
    });
  }

  it('is unasked where the server knows nothing, whatever is on this device', () => {
    const nothing = {status: 'unasked', version: null, at: null, last: null} as const;
    expect(statusOf(nothing, BEFORE, [entry(1, 'p7')])).to.equal('unasked');
  });

  it('is what waits on this device, which is newer than what the server knows', () => {
    expect(statusOf({}, BEFORE, [entry(2, 'p7'), entry(3, 'p7', 2, 'declined')], [3])).to.equal('declined');
    expect(statusOf({status: 'declined'}, AFTER, [entry(3, 'p7')], [3])).to.equal('outdated');
  });

  it('is what the server knows where something older waits', () => {
    expect(statusOf({}, BEFORE, [entry(1, 'p7', undefined, 'declined'), entry(2, 'p7', 1)], [1])).to.equal(
      'given',
    );
  });
});
