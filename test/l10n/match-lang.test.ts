import {expect} from 'chai';
import {matchLang} from '../../src/l10n/languages.js';

describe('the language of a tag', () => {
  for (const [tag, lang] of [
    ['kk', 'kk'],
    ['kk-KZ', 'kk'],
    ['kk_KZ', 'kk'],
    ['kk-Cyrl-KZ', 'kk'],
    ['kk-Latn', 'kk'],
    ['KK', 'kk'],
    [' kk ', 'kk'],
    ['kz', 'kk'],
    ['kz-KZ', 'kk'],
    ['kaz', 'kk'],
    ['ru', 'ru'],
    ['ru-KZ', 'ru'],
    ['RU_ru', 'ru'],
    ['en', 'en'],
    ['en-GB-oxendict', 'en'],
    ['de', undefined],
    ['kkj', undefined],
    ['k', undefined],
    ['x-kk', undefined],
    ['kkKZ', undefined],
    ['constructor', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ] as const) {
    it(`is ${lang ?? 'none of ours'} for ${JSON.stringify(tag) ?? 'nothing'}`, () => {
      expect(matchLang(tag)).to.equal(lang);
    });
  }
});
