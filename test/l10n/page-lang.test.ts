import {expect} from 'chai';
import {choosePageLang, onPageLang, pageLang} from '../../src/l10n/page-lang.js';

const html = document.documentElement;
const before = html.getAttribute('lang');

describe('the language of the page', () => {
  afterEach(() => {
    choosePageLang(undefined);
    if (before === null) html.removeAttribute('lang');
    else html.lang = before;
  });

  for (const [configured, lang, expected] of [
    [undefined, 'ru', 'ru'],
    [undefined, 'en-US', 'en'],
    [undefined, 'kk', 'kk'],
    [undefined, 'kz', 'kk'],
    [undefined, 'kk-KZ', 'kk'],
    [undefined, 'kk_KZ', 'kk'],
    [undefined, 'de', 'kk'],
    [undefined, '', 'kk'],
    ['en', 'ru', 'en'],
    ['kz', 'ru', 'kk'],
    ['kk_KZ', 'ru', 'kk'],
    ['RU', 'en', 'ru'],
    ['de', 'ru', 'ru'],
    ['', 'ru', 'ru'],
    ['de', 'fr', 'kk'],
  ] as const) {
    it(`is ${expected} where ${configured === undefined ? 'nothing' : `"${configured}"`} is configured and html says "${lang}"`, () => {
      html.lang = lang;
      choosePageLang(configured);
      expect(pageLang()).to.equal(expected);
    });
  }

  it('is kk where html says nothing', () => {
    html.removeAttribute('lang');
    expect(pageLang()).to.equal('kk');
  });

  it('does not hang on the lang of the body', () => {
    html.lang = 'en';
    document.body.lang = 'ru';
    expect(pageLang()).to.equal('en');
    document.body.removeAttribute('lang');
  });

  it('follows html again once nothing is configured any more', () => {
    html.lang = 'en';
    choosePageLang('ru');
    choosePageLang(undefined);
    expect(pageLang()).to.equal('en');
  });

  it('is told of at once when it is configured', () => {
    const heard: string[] = [];
    onPageLang(() => heard.push(pageLang()));
    choosePageLang('en');
    choosePageLang('ru');
    expect(heard).to.deep.equal(['en', 'ru']);
  });

  it('is told of when html changes', async () => {
    html.lang = 'kk';
    await Promise.resolve();
    const heard = new Promise<string>((resolve) => onPageLang(() => resolve(pageLang())));
    html.lang = 'ru';
    expect(await heard).to.equal('ru');
  });

  it('is told of to everyone', () => {
    const heard: string[] = [];
    onPageLang(() => heard.push('first'));
    onPageLang(() => heard.push('second'));
    choosePageLang('en');
    expect(heard).to.deep.equal(['first', 'second']);
  });
});
