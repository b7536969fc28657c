import {expect} from 'chai';
import {offerLanguage} from '../../src/l10n/catalogues.js';
import {followPage} from '../../src/l10n/follow-page.js';
import {templates as en} from '../../src/l10n/generated/locales/en.js';
import {templates as ru} from '../../src/l10n/generated/locales/ru.js';
import {choosePageLang, onPageLang} from '../../src/l10n/page-lang.js';
import {renderedLang} from '../../src/l10n/rendered-lang.js';

const html = document.documentElement;
const before = html.getAttribute('lang');

/** Once the page has heard of what html says now. */
const heard = () => new Promise<void>((resolve) => onPageLang(() => resolve()));

describe('the interface', () => {
  afterEach(() => {
    choosePageLang(undefined);
    if (before === null) html.removeAttribute('lang');
    else html.lang = before;
  });

  it('speaks Kazakh before it follows the page', () => {
    html.lang = 'ru';
    expect(renderedLang()).to.equal('kk');
  });

  it('speaks Kazakh where no language was offered', () => {
    html.lang = 'ru';
    followPage();
    expect(renderedLang()).to.equal('kk');
  });

  it('speaks the only language that was offered, whatever the page says', () => {
    html.lang = 'kk';
    offerLanguage('en', en);
    followPage();
    expect(renderedLang()).to.equal('en');
    choosePageLang('ru');
    expect(renderedLang()).to.equal('en');
  });

  it('speaks the language of the page at once, so that the first message is right', () => {
    html.lang = 'ru';
    offerLanguage('kk', {});
    offerLanguage('ru', ru);
    followPage();
    expect(renderedLang()).to.equal('ru');
  });

  it('speaks the configured language from the next microtask on', async () => {
    followPage();
    for (const [tag, lang] of [
      ['en', 'en'],
      ['kz', 'kk'],
      ['ru-RU', 'ru'],
      ['kk_KZ', 'kk'],
    ] as const) {
      choosePageLang(tag);
      await Promise.resolve();
      expect(renderedLang()).to.equal(lang);
    }
  });

  for (const [lang, spoken] of [
    ['ru', 'ru'],
    ['en-GB', 'en'],
    ['kk-KZ', 'kk'],
    ['fr', 'kk'],
  ] as const) {
    it(`speaks ${spoken} once html says ${lang}`, async () => {
      followPage();
      choosePageLang(undefined);
      html.lang = spoken === 'ru' ? 'en' : 'ru';
      await heard();
      html.lang = lang;
      await heard();
      expect(renderedLang()).to.equal(spoken);
    });
  }

  it('keeps the configured language whatever html says', async () => {
    followPage();
    choosePageLang('en');
    html.lang = 'ru';
    await heard();
    expect(renderedLang()).to.equal('en');
  });
});
