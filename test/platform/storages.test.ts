import {expect} from 'chai';
import {History} from '../../src/core/history.js';
import type {ConsentStorage} from '../../src/core/ports.js';
import {sha256} from '../../src/core/sha256.js';
import {cookieConsentStorage} from '../../src/platform/cookie-storage.js';
import {localConsentStorage} from '../../src/platform/local-storage.js';
import {memoryStorage, withMemory} from '../../src/platform/memory-storage.js';
import {hexSha256, sortedJson} from '../helpers/digest.js';
import {aManifest, aRecord} from '../helpers/policy.js';
import {until} from '../helpers/publish.js';
import {clearCookies} from '../helpers/storage.js';

const never = () => {
  throw new Error('Refused.');
};

/** What every kind of storage has to do. `lasts`: the next page finds it. */
const KINDS: [name: string, open: () => ConsentStorage, lasts: boolean][] = [
  ['memory', memoryStorage, false],
  ['local', () => withMemory(localConsentStorage, never), true],
  ['cookie', () => withMemory(cookieConsentStorage(''), never), true],
];

const KEY = 'ipsm-consent/1/some-policy/a';
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const at = (n: number) => new Date(Date.UTC(2026, 2, 5, 10, 0, n)).toISOString();
const record = (n: number, change: Parameters<typeof aRecord>[0] = {}) =>
  aRecord({...change, id: idOf(n), event: {time: at(n), ...change.event}});
const manifest = aManifest();
const withoutDigest = async () => null;

const historyIn = (storage: ConsentStorage, digest: typeof sha256 = withoutDigest) =>
  new History(storage, 'some-policy', digest, () => manifest);
const lastIn = (storage: ConsentStorage) => historyIn(storage).entries().at(-1);
const idsIn = (storage: ConsentStorage) =>
  historyIn(storage)
    .entries()
    .map((entry) => entry.record.id);

for (const [name, open, lasts] of KINDS) {
  describe(`${name} storage`, () => {
    const clear = () => {
      localStorage.clear();
      clearCookies();
    };
    beforeEach(clear);
    after(clear);

    it('gives null for what is not there, and has no keys', () => {
      expect(open().get(KEY)).to.equal(null);
      expect(open().keys()).to.deep.equal([]);
    });

    it('keeps a value, and says so', () => {
      const storage = open();
      expect(storage.set(KEY, '{"n": 1}')).to.equal(true);
      expect(storage.get(KEY)).to.equal('{"n": 1}');
      expect(open().get(KEY)).to.equal(lasts ? '{"n": 1}' : null);
    });

    it('replaces a value, and names its key once', () => {
      const storage = open();
      storage.set(KEY, '1');
      storage.set(KEY, '2');
      expect([storage.get(KEY), storage.keys()]).to.deep.equal(['2', [KEY]]);
    });

    it('removes a value, and no other', () => {
      const storage = open();
      storage.set(KEY, '1');
      storage.set(`${KEY}b`, '2');
      storage.remove(KEY);
      expect([storage.get(KEY), storage.get(`${KEY}b`)]).to.deep.equal([null, '2']);
      expect(open().keys()).to.deep.equal(lasts ? [`${KEY}b`] : []);
    });

    for (const text of ['', 'a=b; c', 'a,b "c" \\', '100 %', '%E0%A4%A', 'Құпиялылық 🙂', 'a\nb\tc', ' a ']) {
      it(`keeps the value ${JSON.stringify(text)} as it is, and the key with it`, () => {
        const storage = open();
        storage.set(KEY + text, text);
        expect([storage.keys(), storage.get(KEY + text)]).to.deep.equal([[KEY + text], text]);
        storage.remove(KEY + text);
        expect(storage.keys()).to.deep.equal([]);
      });
    }

    describe('under a history', () => {
      it('gives the last decision back word for word', async () => {
        const storage = open();
        historyIn(storage, sha256).commit(record(1), 'here');
        const digest = await hexSha256(sortedJson(record(1)));
        await until(() => lastIn(storage)!.sha256);
        const latest = lastIn(lasts ? open() : storage)!;
        expect([latest.record, latest.sha256]).to.deep.equal([record(1), digest]);
      });

      it('knows the last of many decisions, also where the clock was put back', () => {
        const storage = open();
        for (let n = 30; n > 0; n--) historyIn(storage).commit(record(n), 'here');
        expect(lastIn(storage)!.record.id).to.equal(idOf(1));
      });

      it('keeps a decision of its own for each of two tabs that decide at the same moment', () => {
        // Each has read the history before the other writes.
        const storage = open();
        historyIn(storage).commit(record(1), 'here');
        const entries = storage.keys().map((key) => [key, storage.get(key)!] as const);
        const other = memoryStorage();
        entries.forEach(([key, value]) => other.set(key, value));
        const late: ConsentStorage = {...storage, keys: other.keys, get: other.get};
        historyIn(storage).commit(record(2), 'here');
        historyIn(late).commit(record(3), 'here');
        expect(idsIn(storage).slice(-2)).to.deep.equal([idOf(2), idOf(3)]);
      });

      it('has what a withdrawal of one purpose goes back to, and not what came before', () => {
        const storage = open();
        const given = record(2);
        const partial = {
          ...record(3, {event: {state: 'withdrawn', method: 'status-button'}}),
          prev: {id: given.id, sha256: null},
          purposes: given.purposes.map((purpose) => ({
            ...purpose,
            decision: purpose.required ? ('given' as const) : ('declined' as const),
          })),
        };
        const whole = {
          ...record(4, {event: {state: 'withdrawn'}}),
          prev: {id: partial.id, sha256: 'f'.repeat(64)},
          purposes: given.purposes.map((purpose) => ({...purpose, decision: 'declined' as const})),
        };
        [record(1), given, partial, whole].forEach((each) => historyIn(storage).commit(each, 'here'));
        const records = historyIn(storage)
          .entries()
          .map((entry) => entry.record);
        expect(records.slice(-3)).to.deep.equal([given, partial, whole]);
        expect(records).to.have.length(storage.compact ? 3 : 4);
        historyIn(storage).commit(record(5), 'here');
        expect(historyIn(storage).entries()).to.have.length(storage.compact ? 1 : 5);
      });

      it('knows whose decision it was', () => {
        const storage = open();
        historyIn(storage).commit(record(1, {subject: {ref: 'person-7', nameFields: ['surname']}}), 'here');
        expect(lastIn(storage)!.record.subject).to.deep.equal({ref: 'person-7', nameFields: ['surname']});
      });

      for (const [what, value] of [
        ['that is not JSON', '{"n":1'],
        ['that is empty', ''],
        ['that is null', 'null'],
        ['that is a list', '[1,2]'],
        ['of a newer schema', JSON.stringify({n: 1, schema: 'ipsm-consent-record/2', record: {}})],
        ['whose number is a word', JSON.stringify({n: 'x'})],
        ['of a release that nobody knows', JSON.stringify({n: 1, id: idOf(9), version: 'nobody’s'})],
        ['that nests deeply', '['.repeat(500) + ']'.repeat(500)],
        ['that is as large as it can be', 'x'.repeat(4000)],
      ] as const) {
        it(`asks again, decides and forgets beside an entry ${what}, which stays as it is`, () => {
          const storage = open();
          storage.set(KEY, value);
          expect(lastIn(storage)).to.equal(undefined);
          historyIn(storage).renew();
          for (let n = 1; n <= 22; n++) historyIn(storage).commit(record(n), 'here');
          expect(lastIn(storage)!.record.id).to.equal(idOf(22));
          expect(storage.get(KEY)).to.equal(value);
          if (lasts) expect(open().get(KEY)).to.equal(value);
        });
      }

      it('writes nothing while nothing is decided', () => {
        const storage = open();
        historyIn(storage).entries();
        historyIn(storage).renew();
        historyIn(storage).forget();
        expect(storage.keys()).to.deep.equal([]);
      });

      it('forgets it all', () => {
        const storage = open();
        historyIn(storage).commit(record(1), 'here');
        historyIn(storage).forget();
        expect(idsIn(storage)).to.deep.equal([]);
        expect(open().keys()).to.deep.equal([]);
      });
    });
  });
}
