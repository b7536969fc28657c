import {expect} from 'chai';
import {isAnotherDocument} from '../../src/platform/check-document.js';
import {stub} from '../helpers/stub.js';

const DOCUMENT = 'https://ipsm.kz/policy/v1.kk.html';
// printf '\377' | sha256sum, a byte that is no text
const DIGEST = 'a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89';

describe('a linked document', () => {
  for (const [what, how, other] of [
    ['is the one named where its bytes are', () => new Response(new Uint8Array([0xff])), false],
    ['is another where one byte differs', () => new Response(new Uint8Array([0xfe])), true],
    ['is another where nothing came', () => new Response(''), true],
    ['is not judged by the page of an error', () => new Response('Not found', {status: 404}), false],
    [
      'is not judged where it cannot be fetched',
      () => Promise.reject(new TypeError('Failed to fetch')),
      false,
    ],
  ] as [string, () => Response | Promise<Response>, boolean][]) {
    it(what, async () => {
      stub(window, 'fetch', {writable: true, value: async () => how()});
      expect(await isAnotherDocument(DOCUMENT, DIGEST)).to.equal(other);
    });
  }

  it('is not judged where the platform has no digest', async () => {
    stub(window, 'fetch', {writable: true, value: async () => new Response('other')});
    stub(crypto, 'subtle', {value: undefined});
    expect(await isAnotherDocument(DOCUMENT, DIGEST)).to.equal(false);
  });
});
