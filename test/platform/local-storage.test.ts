import {expect} from 'chai';
import {localConsentStorage} from '../../src/platform/local-storage.js';
import {blockStorage, fillStorage, restore} from '../helpers/stub.js';

/** A storage, and how often it said that it was refused. */
function aStorage() {
  let failures = 0;
  const storage = localConsentStorage(() => failures++);
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

  it('keeps values beyond the page', () => {
    const {storage, failures} = aStorage();
    storage.set('ipsm-consent/a', '1');
    expect(localStorage.getItem('ipsm-consent/a')).to.equal('1');
    expect(aStorage().storage.get('ipsm-consent/a')).to.equal('1');
    expect(failures()).to.equal(0);
  });

  it('gives null for what is not there', () => {
    expect(aStorage().storage.get('ipsm-consent/a')).to.equal(null);
  });

  it('names every key once', () => {
    const {storage} = aStorage();
    storage.set('ipsm-consent/a', '1');
    storage.set('ipsm-consent/b', '2');
    storage.set('ipsm-consent/a', '3');
    expect(storage.keys().sort()).to.deep.equal(['ipsm-consent/a', 'ipsm-consent/b']);
  });

  it('removes values', () => {
    const {storage} = aStorage();
    storage.set('ipsm-consent/a', '1');
    storage.remove('ipsm-consent/a');
    expect(storage.get('ipsm-consent/a')).to.equal(null);
    expect(localStorage.length).to.equal(0);
  });

  for (const [what, refuse] of [
    ['blocked', () => blockStorage('localStorage')],
    ['full', fillStorage],
  ] as const) {
    it(`remembers until the page is left where storage is ${what}, and says so once`, () => {
      refuse();
      const {storage, failures} = aStorage();
      storage.set('ipsm-consent/a', '1');
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
      const stop = aStorage().storage.subscribe(() => times++);
      otherTabWrites(key);
      stop();
      expect(times).to.equal(heard);
    });
  }

  it('tells no more once stopped', () => {
    let times = 0;
    aStorage().storage.subscribe(() => times++)();
    otherTabWrites(null);
    expect(times).to.equal(0);
  });
});
