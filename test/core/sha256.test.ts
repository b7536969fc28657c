import {expect} from 'chai';
import {sha256} from '../../src/core/sha256.js';

describe('sha256', () => {
  it('gives the digest of "abc" that FIPS 180-2 gives', async () => {
    expect(await sha256('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('keeps leading zeros', async () => {
    // printf 39 | sha256sum
    expect(await sha256('39')).to.equal('0b918943df0962bc7a1824c0555a389347b4febdc7cf9d1254406d80ce44e3f9');
  });

  it('takes the bytes of UTF-8', async () => {
    // printf 'Келісемін' | sha256sum
    expect(await sha256('Келісемін')).to.equal(
      'aa5b2e77961a0fc16438740f32366c94e960dfc969ab5ba8cc06f2301ee8e82d',
    );
  });

  it('takes bytes as they are', async () => {
    const digest = '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a'; // printf '\\1' | sha256sum
    expect(await sha256(new Uint8Array([1]))).to.equal(digest);
  });

  it('gives null on a plain http page, where the platform has no digest', async () => {
    const {subtle} = crypto;
    Object.defineProperty(crypto, 'subtle', {value: undefined, configurable: true});
    try {
      expect(await sha256('abc')).to.equal(null);
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
    expect(crypto.subtle === subtle).to.equal(true);
  });
});
