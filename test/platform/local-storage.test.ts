import {expect} from 'chai';
import {localConsentStorage} from '../../src/platform/local-storage.js';
import {memoryStorage, withMemory} from '../../src/platform/memory-storage.js';
import {History} from '../../src/core/history.js';
import {aRecord} from '../helpers/policy.js';
import {blockStorage, fillStorage, restore, stub} from '../helpers/stub.js';

/** A storage, and how often it said that it was refused. */
function aStorage() {
  let failures = 0;
  const storage = withMemory(localConsentStorage, () => failures++);
  return {storage, failures: () => failures};
}

/** A storage event as another tab causes it. */
const otherTabWrites = (key: string | null) => dispatchEvent(new StorageEvent('storage', {key}));

describe('the local storage', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    restore();
    localStorage.clear();
  });

  it('is the browser’s', () => {
    aStorage().storage.set('ipsm-consent/a', '1');
    expect({...localStorage}).to.deep.equal({'ipsm-consent/a': '1'});
  });

  for (const [what, refuse] of [
    ['blocked', () => blockStorage('localStorage')],
    ['full', fillStorage],
  ] as const) {
    it(`remembers until the page is left where storage is ${what}, and says so once`, () => {
      refuse();
      const {storage, failures} = aStorage();
      expect(storage.set('ipsm-consent/a', '1')).to.equal(false);
      storage.set('ipsm-consent/b', '2');
      storage.remove('ipsm-consent/b');
      expect(storage.get('ipsm-consent/a')).to.equal('1');
      expect(storage.get('ipsm-consent/b')).to.equal(null);
      expect(storage.keys()).to.deep.equal(['ipsm-consent/a']);
      expect(failures()).to.equal(1);
      restore();
      expect(localStorage.length).to.equal(0);
    });
  }

  it('says nothing before it is refused', () => {
    const {failures} = aStorage();
    blockStorage('localStorage');
    expect(failures()).to.equal(0);
  });

  it('prefers the newer value in memory to the older one in a full storage', () => {
    const {storage} = aStorage();
    storage.set('ipsm-consent/a', 'older');
    fillStorage();
    storage.set('ipsm-consent/a', 'newer');
    expect(storage.get('ipsm-consent/a')).to.equal('newer');
    expect(storage.keys()).to.deep.equal(['ipsm-consent/a']);
  });

  it('goes back to storage once there is room', () => {
    const {storage} = aStorage();
    fillStorage();
    storage.set('ipsm-consent/a', 'in memory');
    restore();
    storage.set('ipsm-consent/a', 'stored');
    expect(localStorage.getItem('ipsm-consent/a')).to.equal('stored');
    localStorage.setItem('ipsm-consent/a', 'by another tab');
    expect(storage.get('ipsm-consent/a')).to.equal('by another tab');
  });

  it('removes from memory and storage alike', () => {
    const {storage} = aStorage();
    storage.set('ipsm-consent/a', 'older');
    fillStorage();
    storage.set('ipsm-consent/a', 'newer');
    storage.remove('ipsm-consent/a');
    expect(storage.get('ipsm-consent/a')).to.equal(null);
  });

  for (const [key, heard] of [
    ['ipsm-consent/1/ipsm-privacy/x', 1],
    [null, 1],
    ['theme', 0],
    ['ipsm-consent-x', 0],
  ] as const) {
    it(`${heard ? 'tells' : 'does not tell'} when another tab wrote ${key ?? 'and cleared everything'}`, () => {
      let times = 0;
      aStorage().storage.subscribe(() => times++);
      otherTabWrites(key);
      expect(times).to.equal(heard);
    });
  }
});

describe('a history in a storage that other data has filled up', () => {
  const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const withoutDigest = async () => null;
  const decide = (n: number, state: 'given' | 'withdrawn' = 'given') =>
    history().commit(aRecord({id: idOf(n), event: {state}}), 'here');
  const inStorage = withMemory(localConsentStorage, () => {});
  const history = (storage = inStorage) => new History(storage, 'some-policy', withoutDigest);
  const kept = (storage = inStorage) =>
    history(storage)
      .entries()
      .map(({record}) => Number(record.id.slice(-12)));
  /** What a page finds that comes later. */
  const nextPage = () => withMemory(localConsentStorage, () => {});

  /** Leaves room for so many characters. */
  function fillUp(room: number) {
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let n = 0; ; n++) localStorage.setItem(`filler/${size}/${n}`, 'x'.repeat(size));
      } catch {
        // Full at this grain.
      }
    }
    localStorage.setItem(
      'filler/4000000/0',
      'x'.repeat(localStorage.getItem('filler/4000000/0')!.length - room),
    );
  }

  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('keeps the last decision and lets the oldest go: a withdrawal must not be what the next page does not know', () => {
    decide(1);
    decide(2);
    fillUp(100);
    decide(3, 'withdrawn');
    expect(kept(nextPage())).to.deep.equal([2, 3]);
  });

  it('loses nothing on this page where that is not enough', () => {
    decide(1);
    stub(Storage.prototype, 'setItem', {
      value: () => {
        throw new DOMException('No room.', 'QuotaExceededError');
      },
    });
    decide(2);
    decide(3);
    expect(kept()).to.deep.equal([1, 2, 3]);
    expect(kept(memoryStorage())).to.deep.equal([]);
  });
});
