import {expect} from 'chai';
import {uuid} from '../../src/platform/uuid.js';
import {stub} from '../helpers/stub.js';

/** Random bytes that are no longer random. */
const allBytes = (byte: number) =>
  stub(crypto, 'getRandomValues', {value: (bytes: Uint8Array) => bytes.fill(byte)});

describe('a UUID', () => {
  it('has version 4 and the variant of RFC 9562, every time', () => {
    for (let i = 0; i < 1000; i++) {
      expect(uuid()).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('never comes twice', () => {
    expect(new Set(Array.from({length: 1000}, uuid)).size).to.equal(1000);
  });

  it('keeps its zeros', () => {
    allBytes(0);
    expect(uuid()).to.equal('00000000-0000-4000-8000-000000000000');
  });

  it('is random in every other bit', () => {
    allBytes(0xff);
    expect(uuid()).to.equal('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });

  it('needs no secure context', () => {
    stub(crypto, 'randomUUID', {value: undefined});
    expect(uuid()).to.have.length(36);
  });
});
