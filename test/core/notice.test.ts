import {expect} from 'chai';
import type {Lang, PolicyDocument} from '../../src/core/manifest.js';
import {documentFor, documentUrl, noticeDigests, noticeFor, noticeText} from '../../src/core/notice.js';
import {hexSha256} from '../helpers/digest.js';
import {aNotice, aRelease} from '../helpers/policy.js';

const byLang = <T>(langs: readonly Lang[], value: (lang: Lang) => T) =>
  Object.fromEntries(langs.map((lang) => [lang, value(lang)]));
const aDocument = (lang: Lang): PolicyDocument => ({url: `${lang}.html`, sha256: null, anchor: null});

describe('the notice shown and the document linked to', () => {
  for (const [exist, official, wanted, found] of [
    ['kk ru en', 'kk', 'en', 'en'],
    ['ru en kk', 'ru', 'kk', 'kk'],
    ['ru en', 'en', 'kk', 'en'],
    ['ru en', 'kk ru', 'uz', 'ru'],
    ['kk ru en', 'uz de', 'fr', 'en'],
    ['ru kk', 'de', 'fr', 'kk'],
    ['ru', 'kk', 'en', 'ru'],
    ['kk uz', 'uz', 'constructor', 'uz'],
  ] as const) {
    it(`are in ${found} where ${wanted} is wanted, ${exist} exist and ${official} is official`, () => {
      const notice = byLang(exist.split(' '), aNotice);
      const documents = byLang(exist.split(' '), aDocument);
      const release = aRelease({notice, documents, official: official.split(' ')});
      expect(noticeFor(release, wanted)).to.deep.equal({lang: found, notice: aNotice(found)});
      expect(documentFor(release, wanted)).to.deep.equal({lang: found, ...aDocument(found)});
    });
  }
});

describe('the address of a clause', () => {
  const BASE = 'https://ipsm.kz/policy/manifest.json';

  for (const [url, anchor, clause, address] of [
    ['https://ipsm.kz/p.html', '#{clause}', '2.2.4', 'https://ipsm.kz/p.html#2.2.4'],
    ['p.html', '#{clause}', '1', 'https://ipsm.kz/policy/p.html#1'],
    ['p.html', '#clause-{clause}', 'preamble', 'https://ipsm.kz/policy/p.html#clause-preamble'],
    ['https://ipsm.kz/p.html?v=1', '#{clause}', '1', 'https://ipsm.kz/p.html?v=1#1'],
    ['https://ipsm.kz/p.html#top', '#{clause}', '1', 'https://ipsm.kz/p.html#1'],
    ['https://ipsm.kz/p.html', '#{clause}', '$&"<#', 'https://ipsm.kz/p.html#%24%26%22%3C%23'],
    ['https://ipsm.kz/p.pdf', '#page=3', '1', 'https://ipsm.kz/p.pdf#page=3'],
    ['https://ipsm.kz', '.evil.kz/{clause}', '1', 'https://ipsm.kz/.evil.kz/1'],
    ['https://ipsm.kz', '@evil.kz/', '1', 'https://ipsm.kz/@evil.kz/'],
    ['https://ipsm.kz/p.html', null, '1', 'https://ipsm.kz/p.html'],
    ['https://ipsm.kz/p.html#top', '#{clause}', undefined, 'https://ipsm.kz/p.html#top'],
    ['http://ipsm.kz/p.html', '#{clause}', '1', null],
    ['javascript:alert(1)//', '#{clause}', '1', null],
    [null, '#{clause}', '1', null],
  ] as const) {
    it(`is ${address} for ${clause} in ${url} with ${anchor}`, () => {
      expect(documentUrl({url, anchor, sha256: null}, BASE, clause)).to.equal(address);
    });
  }

  it('is none for a relative one where nobody knows where the manifest is', () => {
    expect(documentUrl(aDocument('kk'), null)).to.equal(null);
  });
});

describe('the digest of a notice', () => {
  const notice = {...aNotice('x'), points: [], details: []};
  const release = aRelease({version: 'v1', notice: {ru: notice, kk: {...notice, title: 'Т'}}});

  it('is taken over language, version and every word of both layers', () => {
    expect(noticeText(release, 'kk')).to.equal(
      '{"lang":"kk","notice":{"accept":"Yes x","agree":"I agree x","agreeFor":"I agree for somebody x",' +
        '"brief":"Brief x","changes":["Changes x"],"clauseNames":{"preamble":"Preamble x"},"decline":"No x",' +
        '"details":[],"points":[],"purposes":{"ads":"Ads x"},"question":"Question x?","title":"Т"},"version":"v1"}',
    );
  });

  it('is there for each language that has one, and null where the platform cannot compute it', async () => {
    expect(await noticeDigests(release, hexSha256)).to.deep.equal({
      ru: await hexSha256(noticeText(release, 'ru')),
      kk: await hexSha256(noticeText(release, 'kk')),
    });
    expect(await noticeDigests(release, async () => null)).to.deep.equal({ru: null, kk: null});
  });
});
