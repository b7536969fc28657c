import {expect} from 'chai';
import {stateNames} from '../../demo/client/gallery/states.js';
import {words} from '../../demo/client/words.js';
import type {Word} from '../../demo/client/words-kk.js';
import {DemoPage, textOf} from './demo-page.js';
import {LANGS} from './people.js';

const ATTRIBUTES = ['aria-label', 'title'];

/** A page as the server gives it out, before any script. */
async function served(address = ''): Promise<Document> {
  const response = await fetch(`/demo-site/${address}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

describe('the registration page', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`has its words in the HTML already in ${lang}, before any script`, async () => {
      const page = await served(`?lang=${lang}`);
      expect([page.documentElement.lang, page.title]).to.deep.equal([lang, words[lang].title]);
      const parts = [...page.querySelectorAll<HTMLElement>('[data-t]')];
      const shown = parts.map((part) => [part.dataset['t'], textOf(part)]);
      expect(shown).to.have.lengthOf.at.least(40);
      expect(shown).to.deep.equal(
        parts.map(({dataset}) => [dataset['t'], words[lang][dataset['t'] as Word]]),
      );
      const current = [...page.querySelectorAll<HTMLElement>('.languages [aria-current]')];
      expect(current.map(({lang: of}) => of)).to.deep.equal([lang]);
      expect(page.querySelector<HTMLInputElement>('input[name=lang]')!.value).to.equal(lang);
    });

    it(`has them in ${lang} in the attributes that people meet as well`, async () => {
      const page = await served(`?lang=${lang}`);
      const found = ATTRIBUTES.flatMap((name) =>
        [...page.querySelectorAll(`[data-t-${name}]`)].map((part) => {
          const key = part.getAttribute(`data-t-${name}`)!;
          return {key, shown: part.getAttribute(name)};
        }),
      );
      expect(found).to.have.lengthOf.at.least(5);
      expect(found.map(({shown}) => shown)).to.deep.equal(found.map(({key}) => words[lang][key as Word]));
      const followed = [...page.querySelectorAll('*')].flatMap((part) =>
        part.getAttributeNames().filter((name) => name.startsWith('data-t-')),
      );
      expect(followed).to.have.length(found.length);
    });

    it(`has all its words in ${lang} once it speaks that`, async () => {
      const page = await DemoPage.openForm(`?lang=${lang}`);
      const parts = [...page.document.querySelectorAll<HTMLElement>('[data-t]')];
      expect(parts.map(textOf)).to.deep.equal(parts.map(({dataset}) => words[lang][dataset['t'] as Word]));
      expect(page.document.title).to.equal(words[lang].title);
      expect(Object.values(words[lang]).filter((word) => !word.trim())).to.deep.equal([]);
    });
  }
});

describe('the page about one’s own consent', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`has its words in the HTML already in ${lang}, before any script`, async () => {
      const page = await served(`my-consent.html?lang=${lang}`);
      const parts = [...page.querySelectorAll<HTMLElement>('[data-t]')];
      expect(parts).to.have.lengthOf.at.least(8);
      expect(parts.map(textOf)).to.deep.equal(parts.map(({dataset}) => words[lang][dataset['t'] as Word]));
    });

    it(`has all its words in ${lang} once it speaks that`, async () => {
      const {document} = await DemoPage.open(`my-consent.html?lang=${lang}`);
      const parts = [...document.querySelectorAll<HTMLElement>('[data-t]')];
      expect(parts.map(textOf)).to.deep.equal(parts.map(({dataset}) => words[lang][dataset['t'] as Word]));
      expect(document.title).to.equal(words[lang].consentTitle);
    });
  }
});

describe('the gallery', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`has its words in the HTML already in ${lang}, before any script`, async () => {
      const page = await served(`gallery?lang=${lang}`);
      const parts = [...page.querySelectorAll<HTMLElement>('[data-t]')];
      expect(parts).to.have.lengthOf.at.least(10);
      expect(parts.map(textOf)).to.deep.equal(parts.map(({dataset}) => words[lang][dataset['t'] as Word]));
    });

    it(`has a word in ${lang} for every state and every setting`, async () => {
      const {document} = await DemoPage.open(`gallery.html?lang=${lang}`);
      const parts = [...document.querySelectorAll<HTMLElement>('[data-t]')];
      expect(parts.length).to.be.greaterThan(2 * stateNames.length);
      expect(parts.map(textOf)).to.deep.equal(parts.map(({dataset}) => words[lang][dataset['t'] as Word]));
    });
  }
});
