import {expect} from 'chai';
import {stateNames} from '../../demo/client/gallery/states.js';
import {words} from '../../demo/client/words.js';
import type {Word} from '../../demo/client/words-kk.js';
import {DemoPage, textOf} from './demo-page.js';
import {LANGS, type Lang} from './people.js';

const ATTRIBUTES = ['aria-label', 'title'];

/** A page as the server gives it out, before any script. */
async function served(address = ''): Promise<Document> {
  const response = await fetch(`/demo-site/${address}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** The parts that have a word, each with it. */
const partsOf = (page: Document) =>
  [...page.querySelectorAll<HTMLElement>('[data-t]')].map((part) => [part.dataset['t'], textOf(part)]);

/** Asserts that each part says its word in this language. */
function expectWords(page: Document, lang: Lang, atLeast: number): void {
  const parts = partsOf(page);
  expect(parts).to.have.lengthOf.at.least(atLeast);
  expect(parts).to.deep.equal(parts.map(([word]) => [word, words[lang][word as Word]]));
}

for (const [name, file, least, title] of [
  ['the registration page', '', 40, 'title'],
  ['the page about one’s own consent', 'my-consent.html', 8, 'consentTitle'],
  ['the gallery', 'gallery.html', 10, undefined],
] as const)
  describe(name, function () {
    this.timeout(60_000);

    for (const lang of LANGS) {
      it(`has its words in the HTML already in ${lang}, before any script`, async () => {
        expectWords(await served(`${file.replace('gallery.html', 'gallery')}?lang=${lang}`), lang, least);
      });

      it(`has all its words in ${lang} once it speaks that`, async () => {
        const {document} = file
          ? await DemoPage.open(`${file}?lang=${lang}`)
          : await DemoPage.openForm(`?lang=${lang}`);
        // the gallery names every state, and every setting
        expectWords(document, lang, name === 'the gallery' ? 2 * stateNames.length + 1 : least);
        if (title) expect(document.title).to.equal(words[lang][title]);
      });
    }
  });

describe('the registration page', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`says in the HTML which language it is in: ${lang}`, async () => {
      const page = await served(`?lang=${lang}`);
      expect([page.documentElement.lang, page.title]).to.deep.equal([lang, words[lang].title]);
      const current = [...page.querySelectorAll<HTMLElement>('.languages [aria-current]')];
      expect(current.map(({lang: of}) => of)).to.deep.equal([lang]);
      expect(page.querySelector<HTMLInputElement>('input[name=lang]')!.value).to.equal(lang);
      expect(Object.values(words[lang]).filter((word) => !word.trim())).to.deep.equal([]);
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
  }
});
