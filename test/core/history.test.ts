import {expect} from 'chai';
import {decidedBy, History} from '../../src/core/history.js';
import {aManifest, aRecord} from '../helpers/policy.js';
import {openStorage} from '../helpers/storage.js';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const keyOf = (n: number) => `ipsm-consent/1/some-policy/${idOf(n)}`;
const record = (n: number, ref: string | null = null, time = '2026-03-05T10:00:00.000Z') =>
  aRecord({id: idOf(n), subject: {ref}, event: {time}});
const withoutDigest = async () => null;

const lastOf = (history: History) => history.entries().at(-1);

/** A history, what it is stored in, and the ids that it gives back. */
function aHistory(storage = openStorage(), policyId = 'some-policy') {
  const history = new History(storage, policyId, withoutDigest);
  const ids = () => history.entries().map((entry) => Number(entry.record.id.slice(-12)));
  return {history, storage, ids};
}

describe('the history', () => {
  it('is empty at first', () => {
    const {history} = aHistory();
    expect(history.entries()).to.deep.equal([]);
  });

  it('writes nothing before a decision', () => {
    const {history, storage} = aHistory();
    history.entries();
    history.forget();
    expect(storage.values.size).to.equal(0);
  });

  it('keeps each decision under a key of its own', () => {
    const {history, storage} = aHistory();
    history.commit(record(1), 'here');
    history.commit(record(2), 'here');
    expect(storage.keys()).to.deep.equal([keyOf(1), keyOf(2)]);
    expect(JSON.parse(storage.get(keyOf(2))!)).to.deep.equal({
      n: 2,
      record: record(2),
      sha256: null,
      progress: 'here',
    });
  });

  it('gives decisions back in the order they were made, whatever the clock and the storage say', () => {
    const {history, storage, ids} = aHistory();
    history.commit(record(3, null, '2026-03-05T10:00:00.000Z'), 'here');
    history.commit(record(1, null, '2020-01-01T00:00:00.000Z'), 'here');
    history.commit(record(2, null, '2026-03-05T10:00:00.000Z'), 'here');
    const stored = [...storage.values].reverse();
    storage.values.clear();
    for (const [key, value] of stored) storage.values.set(key, value);
    expect(ids()).to.deep.equal([3, 1, 2]);
  });

  it('gives a decision back as it was made', () => {
    const {history} = aHistory();
    history.commit(record(1, 'person-7'), 'here');
    expect(lastOf(history)).to.deep.equal({
      n: 1,
      record: record(1, 'person-7'),
      sha256: null,
      progress: 'here',
    });
  });

  it('is there for the next page', () => {
    const {history, storage} = aHistory();
    history.commit(record(1), 'here');
    expect(aHistory(storage).ids()).to.deep.equal([1]);
  });

  it('goes by the clock where two tabs took one number', () => {
    const {storage, ids} = aHistory();
    const put = (n: number, time: string) =>
      storage.set(
        keyOf(n),
        JSON.stringify({n: 1, record: record(n, null, time), sha256: null, progress: 'here'}),
      );
    put(2, '2026-03-05T10:00:00.001Z');
    put(1, '2026-03-05T10:00:00.000Z');
    expect(ids()).to.deep.equal([1, 2]);
  });

  it('is in one order for all tabs where two decided in one millisecond', () => {
    for (const ns of [
      [1, 2],
      [2, 1],
    ]) {
      const {storage, ids} = aHistory();
      for (const n of ns)
        storage.set(keyOf(n), JSON.stringify({n: 1, record: record(n), sha256: null, progress: 'here'}));
      expect(ids()).to.deep.equal([1, 2]);
    }
  });

  it('keeps the last twenty', () => {
    const {history, storage, ids} = aHistory();
    for (let n = 1; n <= 20; n++) history.commit(record(n), 'here');
    expect(ids()).to.have.length(20);
    history.commit(record(21), 'here');
    history.commit(record(22), 'here');
    expect(ids()).to.deep.equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22]);
    expect(storage.values.size).to.equal(20);
  });

  it('goes back to twenty where two tabs had gone beyond', () => {
    const {history, storage, ids} = aHistory();
    for (let n = 1; n <= 30; n++) {
      storage.set(keyOf(n), JSON.stringify({n, record: record(n), sha256: null, progress: 'here'}));
    }
    history.commit(record(31), 'here');
    expect(ids()).to.deep.equal([
      12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    ]);
  });

  it('keeps both decisions where two tabs drop the oldest at the same moment', () => {
    const {history, storage, ids} = aHistory();
    for (let n = 1; n <= 20; n++) history.commit(record(n), 'here');
    const seen = new Map(storage.values);
    const late = {...storage, keys: () => [...seen.keys()], get: (key: string) => seen.get(key) ?? null};
    history.commit(record(21), 'here');
    aHistory({...late, values: seen}).history.commit(record(22), 'here');
    expect(ids().slice(0, 2)).to.deep.equal([2, 3]);
    expect(ids().slice(-2)).to.deep.equal([21, 22]);
  });

  it('keeps what a withdrawal goes back to, however long ago that was', () => {
    const {history, ids} = aHistory();
    for (let n = 1; n <= 20; n++) history.commit(record(n, n === 1 ? 'person-7' : null), 'here');
    const withdrawal = record(21, 'person-7');
    withdrawal.event.state = 'withdrawn';
    withdrawal.prev = {id: idOf(1), sha256: null};
    history.commit(withdrawal, 'here');
    expect(ids()).to.have.length(20);
    expect(ids().slice(0, 2)).to.deep.equal([1, 3]);
  });

  it('is not caught by records that name each other', () => {
    const {history, ids} = aHistory();
    for (const [n, prev] of [
      [1, 2],
      [2, 1],
      [3, 2],
    ] as const) {
      const withdrawal = record(n);
      withdrawal.event.state = 'withdrawn';
      withdrawal.prev = {id: idOf(prev), sha256: null};
      history.commit(withdrawal, 'here');
    }
    expect(ids()).to.deep.equal([1, 2, 3]);
  });

  it('takes the oldest decision once more, from a form that the browser brought back', () => {
    const {history, ids} = aHistory();
    for (let n = 1; n <= 20; n++) history.commit(record(n), 'here');
    history.commit(record(1), 'here');
    expect(ids().at(-1)).to.equal(1);
  });

  for (const [what, value] of [
    ['that is not JSON', '{"n":1'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that is a number', '5'],
    ['without record', '{"n":1,"sha256":null,"progress":"here"}'],
    ['that got nowhere known', JSON.stringify({n: 1, record: record(1), sha256: null, progress: 'lost'})],
    [
      'of a newer schema',
      JSON.stringify({
        n: 1,
        record: {...record(1), schema: 'ipsm-consent-record/2'},
        sha256: null,
        progress: 'here',
      }),
    ],
    ['whose number is none', JSON.stringify({n: 'x', record: record(1), sha256: null, progress: 'here'})],
    [
      'whose number has none after it',
      JSON.stringify({n: Number.MAX_SAFE_INTEGER, record: record(1), sha256: null, progress: 'here'}),
    ],
    ['without number', JSON.stringify({record: record(1), sha256: null, progress: 'here'})],
    ['whose digest is none', JSON.stringify({n: 1, record: record(1), sha256: 'abc', progress: 'here'})],
  ] as const) {
    it(`passes over an entry ${what}, and leaves it where it is`, () => {
      const {history, storage, ids} = aHistory();
      storage.set(keyOf(1), value);
      for (let n = 2; n <= 23; n++) history.commit(record(n), 'here');
      expect(ids()).to.deep.equal([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
      expect(storage.get(keyOf(1))).to.equal(value);
    });
  }

  for (const key of [
    'ipsm-consent/2/some-policy/x',
    'ipsm-consent/1/other-policy/x',
    'ipsm-consent/1/some-policy-2/x',
    'ipsm-consent/later/some-policy/v1',
    'theme',
  ]) {
    it(`leaves ${key} alone, also on forgetting`, () => {
      const {history, storage, ids} = aHistory();
      storage.set(key, JSON.stringify({n: 1, record: record(9), sha256: null, progress: 'here'}));
      history.commit(record(1), 'here');
      expect(ids()).to.deep.equal([1]);
      history.forget();
      expect(storage.keys()).to.deep.equal([key]);
    });
  }

  it('is apart from that of a policy whose id begins with this id', () => {
    const storage = openStorage();
    const part = aHistory(storage, 'https://ipsm.kz/policy');
    const whole = aHistory(storage, 'https://ipsm.kz');
    part.history.commit(record(1), 'here');
    expect(whole.ids()).to.deep.equal([]);
    whole.history.forget();
    expect(part.ids()).to.deep.equal([1]);
  });

  it('forgets everything about the policy', () => {
    const {history, storage, ids} = aHistory();
    history.commit(record(1), 'here');
    history.commit(record(2, 'person-7'), 'here');
    history.forget();
    expect(ids()).to.deep.equal([]);
    expect(storage.values.size).to.equal(0);
  });
});

describe('how far a decision got', () => {
  for (const [from, to, progress] of [
    ['here', 'sent', 'sent'],
    ['here', 'accepted', 'accepted'],
    ['sent', 'accepted', 'accepted'],
    ['accepted', 'sent', 'accepted'],
    ['sent', 'here', 'sent'],
    ['sent', 'sent', 'sent'],
  ] as const) {
    it(`is ${progress} where it was ${from} and is told to be ${to}`, () => {
      const {history} = aHistory();
      history.commit(record(1), from);
      history.reach(idOf(1), to);
      expect(lastOf(history)).to.deep.equal({n: 1, record: record(1), sha256: null, progress});
    });
  }

  it('is nobody’s business for a decision that is not here', () => {
    const {history, storage} = aHistory();
    history.reach(idOf(1), 'accepted');
    expect(storage.values.size).to.equal(0);
  });

  it('is no reason to read what was refused: it is taken back, and the one before counts again', () => {
    const {history, ids} = aHistory();
    history.commit(record(1), 'accepted');
    history.commit(record(2), 'sent');
    history.takeBack(idOf(2));
    history.takeBack(idOf(3));
    expect(ids()).to.deep.equal([1]);
  });

  it('does not hang on when the digest comes', async () => {
    let arrive!: (sha256: string) => void;
    const digest = new Promise<string>((resolve) => (arrive = resolve));
    const history = new History(openStorage(), 'some-policy', () => digest);
    history.commit(record(1), 'sent');
    history.reach(idOf(1), 'accepted');
    arrive('e'.repeat(64));
    await digest;
    expect(lastOf(history)).to.deep.include({sha256: 'e'.repeat(64), progress: 'accepted'});
  });
});

describe('a storage', () => {
  /** A storage that has room for so many values. */
  function withRoomFor(room: number) {
    const storage = openStorage();
    const set = (key: string, value: string) =>
      (storage.values.has(key) || storage.values.size < room) && storage.set(key, value);
    return aHistory({...storage, set});
  }

  it('says whether it took a decision', () => {
    expect(withRoomFor(1).history.commit(record(1), 'here')).to.equal(true);
    expect(withRoomFor(0).history.commit(record(1), 'here')).to.equal(false);
  });

  it('that is full gives up the oldest decision for the newest', () => {
    const {history, ids} = withRoomFor(2);
    for (let n = 1; n <= 3; n++) expect(history.commit(record(n), 'here')).to.equal(true);
    expect(ids()).to.deep.equal([2, 3]);
  });

  it('that takes nothing any more keeps what it has', () => {
    const storage = openStorage();
    const {history} = aHistory(storage);
    history.commit(record(1), 'here');
    const stuck = aHistory({
      ...storage,
      set: (key, value) => storage.values.has(key) || (key === keyOf(1) && storage.set(key, value)),
    });
    expect(stuck.history.commit(record(2), 'here')).to.equal(false);
    expect(stuck.ids()).to.deep.equal([1]);
  });

  it('that is compact keeps the last decision, word for word once its release is there', () => {
    const manifest = aManifest();
    const storage = {...openStorage(), compact: true};
    const known: {manifest?: typeof manifest} = {};
    const history = new History(storage, 'some-policy', withoutDigest, () => known.manifest);
    known.manifest = manifest;
    history.commit(record(1), 'here');
    const whole = record(2, 'person-7');
    expect(history.commit(whole, 'sent')).to.equal(true);
    expect(storage.values.size).to.equal(1);
    expect(history.entries()).to.deep.equal([{n: 2, record: whole, sha256: null, progress: 'sent'}]);
    known.manifest = {...manifest, releases: [{...manifest.releases[0]!, version: 'other'}]};
    expect(history.entries()).to.deep.equal([]);
  });
});

describe('the digest of a committed record', () => {
  /** A history whose digests come when the test says so. */
  function withLateDigest() {
    const storage = openStorage();
    let arrive!: (sha256: string | null) => void;
    const digest = new Promise<string | null>((resolve) => (arrive = resolve));
    const history = new History(storage, 'some-policy', () => digest);
    history.commit(record(1), 'here');
    const comes = async (sha256: string | null) => {
      arrive(sha256);
      await digest;
    };
    return {storage, history, comes};
  }

  it('follows the decision, which does not wait for it', async () => {
    const {history, comes} = withLateDigest();
    expect(lastOf(history)).to.deep.equal({n: 1, record: record(1), sha256: null, progress: 'here'});
    await comes('e'.repeat(64));
    expect(lastOf(history)).to.deep.equal({
      n: 1,
      record: record(1),
      sha256: 'e'.repeat(64),
      progress: 'here',
    });
  });

  it('does not bring back what was forgotten in the meantime', async () => {
    const {storage, history, comes} = withLateDigest();
    history.forget();
    await comes('e'.repeat(64));
    expect(storage.values.size).to.equal(0);
  });

  it('stays null where the platform cannot compute one', async () => {
    const {history, comes} = withLateDigest();
    await comes(null);
    expect(lastOf(history)?.sha256).to.equal(null);
  });

  it('is taken over the canonical JSON of the record', async () => {
    const texts: string[] = [];
    const history = new History(
      openStorage(),
      'some-policy',
      async (data) => (texts.push(String(data)), null),
    );
    history.commit(aRecord(), 'here');
    expect(texts).to.have.length(1);
    expect(JSON.parse(texts[0]!)).to.deep.equal(aRecord());
    expect(texts[0]).to.match(
      /^\{"automated":true,"crossBorder":\{"countries":\["DE"\],"transfer":true\},"data":/,
    );
  });

  describe('what it comes to', () => {
    const after = (n: number, state: 'given' | 'declined' | 'withdrawn', prev?: number) => ({
      ...aRecord({id: idOf(n), event: {state}}),
      prev: prev ? {id: idOf(prev), sha256: null} : null,
    });
    const decidedAfter = (...records: ReturnType<typeof after>[]) => {
      const {history} = aHistory();
      records.forEach((each) => history.commit(each, 'here'));
      const {last, consent, granted} = decidedBy(history.entries());
      return [last, consent?.record, granted].map((each) => each && Number(each.id.slice(-12)));
    };

    it('is nothing at first', () => {
      expect(decidedAfter()).to.deep.equal([undefined, undefined, undefined]);
    });

    it('is the last consent', () => {
      expect(decidedAfter(after(1, 'given'), after(2, 'given', 1))).to.deep.equal([2, 2, 2]);
    });

    it('goes back to the consent, however many purposes were withdrawn since', () => {
      const records = [after(1, 'given'), after(2, 'withdrawn', 1), after(3, 'withdrawn', 2)];
      expect(decidedAfter(...records)).to.deep.equal([3, 3, 1]);
    });

    it('keeps a consent that a later refusal of other words did not withdraw', () => {
      expect(decidedAfter(after(1, 'given'), after(2, 'declined', 1))).to.deep.equal([2, 1, 1]);
    });

    it('holds no consent after refusals alone', () => {
      expect(decidedAfter(after(1, 'declined'))).to.deep.equal([1, undefined, undefined]);
    });

    it('does not mistake somebody else’s consent for the one withdrawn', () => {
      expect(decidedAfter(after(1, 'given'), after(2, 'given'), after(3, 'withdrawn', 1))).to.deep.equal([
        3, 3, 1,
      ]);
    });

    it('stays with the withdrawal where the consent is gone', () => {
      expect(decidedAfter(after(2, 'withdrawn', 1))).to.deep.equal([2, 2, 2]);
    });

    it('ends where damaged records name each other', () => {
      expect(decidedAfter(after(1, 'withdrawn', 2), after(2, 'withdrawn', 1))).to.deep.equal([2, 2, 1]);
    });
  });
});
