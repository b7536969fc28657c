import {expect} from 'chai';
import type {Lang, PolicyDocument} from '../../src/core/manifest.js';
import {clauseUrl, documentFor, noticeDigests, noticeFor, noticeText} from '../../src/core/notice.js';
import {hexSha256} from '../helpers/digest.js';
import {aNotice, aRelease} from '../helpers/policy.js';

const pick = <T extends object>(map: T, langs: readonly Lang[]) =>
  Object.fromEntries(langs.map((lang) => [lang, map[lang as keyof T]])) as T;

const FALLBACK: [exist: Lang[], wanted: Lang, found: Lang][] = [
  [['kk', 'ru', 'en'], 'en', 'en'],
  [['kk', 'ru', 'en'], 'ru', 'ru'],
  [['en', 'ru', 'kk'], 'kk', 'kk'],
  [['en', 'ru', 'kk'].slice(0, 2) as Lang[], 'kk', 'ru'],
  [['en', 'kk'], 'ru', 'kk'],
  [['ru', 'kk'], 'en', 'kk'],
  [['en'], 'kk', 'en'],
  [['ru'], 'en', 'ru'],
];

describe('the notice shown', () => {
  for (const [exist, wanted, found] of FALLBACK) {
    it(`is in ${found} where ${wanted} is wanted and ${exist.join(', ')} exist`, () => {
      const release = aRelease({notice: pick(aRelease().notice, exist)});
      expect(noticeFor(release, wanted)).to.deep.equal({lang: found, notice: aNotice(found)});
    });
  }
});

describe('the document linked to', () => {
  const {documents} = aRelease();

  for (const [exist, wanted, found] of FALLBACK) {
    it(`is in ${found} where ${wanted} is wanted and ${exist.join(', ')} exist`, () => {
      const release = aRelease({documents: pick(documents, exist)});
      expect(documentFor(release, wanted)).to.deep.equal({lang: found, ...documents[found]});
    });
  }
});

describe('the address of a clause', () => {
  const document = (url: string | null, anchor: string | null): PolicyDocument => ({
    url,
    anchor,
    sha256: null,
  });

  for (const [url, anchor, clause, address] of [
    ['https://ipsm.kz/p.html', '#{clause}', '2.2.4', 'https://ipsm.kz/p.html#2.2.4'],
    ['https://ipsm.kz/p.html', '#clause-{clause}', 'Pre-4', 'https://ipsm.kz/p.html#clause-Pre-4'],
    ['https://ipsm.kz/p.html?v=1', '#{clause}', '1', 'https://ipsm.kz/p.html?v=1#1'],
    ['https://ipsm.kz/p.html#top', '#{clause}', '1', 'https://ipsm.kz/p.html#1'],
    ['https://ipsm.kz/p.html', '#{clause}', '2 (а)', 'https://ipsm.kz/p.html#2%20(%D0%B0)'],
    ['https://ipsm.kz/p.html', '#{clause}', '$&"<#', 'https://ipsm.kz/p.html#%24%26%22%3C%23'],
    ['https://ipsm.kz/p.pdf', '#page=3', '1', 'https://ipsm.kz/p.pdf#page=3'],
    ['https://ipsm.kz/p.html', null, '1', 'https://ipsm.kz/p.html'],
    ['https://ipsm.kz/p.html#top', null, '1', 'https://ipsm.kz/p.html#top'],
    [null, '#{clause}', '1', null],
  ] as const) {
    it(`is ${address} for ${clause} in ${url} with ${anchor}`, () => {
      expect(clauseUrl(document(url, anchor), clause)).to.equal(address);
    });
  }
});

describe('the digest of a notice', () => {
  const notice = {
    title: 'Т',
    points: [{id: 'a', clause: '1', text: 'x'}],
    agree: 'b',
    accept: 'c',
    decline: 'd',
  };
  const release = aRelease({version: 'v1', notice: {ru: notice, en: {...notice, title: 'T'}}});
  const text = (lang: string, title: string) =>
    `{"lang":"${lang}","notice":{"accept":"c","agree":"b","decline":"d",` +
    `"points":[{"clause":"1","id":"a","text":"x"}],"title":"${title}"},"version":"v1"}`;

  it('is taken over language, version and words', () => {
    expect(noticeText(release, 'ru')).to.equal(text('ru', 'Т'));
  });

  it('is there for each language that has one', async () => {
    expect(await noticeDigests(release, hexSha256)).to.deep.equal({
      ru: await hexSha256(text('ru', 'Т')),
      en: await hexSha256(text('en', 'T')),
    });
  });

  it('is null where the platform cannot compute one', async () => {
    expect(await noticeDigests(release, async () => null)).to.deep.equal({ru: null, en: null});
  });
});
