import {expect} from 'chai';
import {memoryStorage} from '../../src/platform/memory-storage.js';

describe('the memory storage', () => {
  it('keeps, names and removes values', () => {
    const storage = memoryStorage();
    storage.set('a', '1');
    storage.set('b', '2');
    storage.set('a', '3');
    storage.remove('b');
    expect([storage.keys(), storage.get('a'), storage.get('b')]).to.deep.equal([['a'], '3', null]);
  });

  it('keeps an empty value', () => {
    const storage = memoryStorage();
    storage.set('a', '');
    expect(storage.get('a')).to.equal('');
  });

  it('shares nothing with another, nor with the browser', () => {
    localStorage.clear();
    memoryStorage().set('a', '1');
    expect(memoryStorage().get('a')).to.equal(null);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });
});
