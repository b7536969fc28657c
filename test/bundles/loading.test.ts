import {expect} from 'chai';
import {TAGS} from '../../src/define/tags.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {part, tick} from '../helpers/page.js';
import {FILES, SENTENCE, UNTICKED} from './files.js';
import {openMarkup} from './open-markup.js';

const BODY = `<ipsm-consent-banner placement="inline"></ipsm-consent-banner>
  <ipsm-policy-summary></ipsm-policy-summary>
  <form>
    <ipsm-consent-checkbox name="consent">
      <label><input type="checkbox" name="consent" required /> …</label>
    </ipsm-consent-checkbox>
  </form>`;

/** Ways to write the tag, and whether the markup comes before it. */
const WAYS: Record<string, {attributes: string; last: boolean}> = {
  'in the head': {attributes: '', last: false},
  'at the end of the body': {attributes: '', last: true},
  'with defer': {attributes: 'defer', last: false},
  'with async in the head': {attributes: 'async', last: false},
  'with async at the end of the body': {attributes: 'async', last: true},
  'as a module in the head': {attributes: 'type="module"', last: false},
  'as a module at the end of the body': {attributes: 'type="module"', last: true},
};

for (const {file, lang, tags} of FILES) {
  describe(`dist/cdn/${file}`, () => {
    for (const [way, {attributes, last}] of Object.entries(WAYS)) {
      it(`works ${way}: registers its elements, speaks its language, asks for the tick`, async () => {
        const script = `<script src="/dist/cdn/${file}" ${attributes}></script>`;
        const {window, document, warnings} = await openMarkup(
          last ? '' : script,
          last ? BODY + script : BODY,
        );
        expect(Object.keys(TAGS).filter((tag) => window.customElements.get(tag))).to.deep.equal(tags);

        const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
        expect([...element.form!.elements]).to.deep.equal([element]);
        expect(element.validationMessage).to.equal(UNTICKED[lang]);
        expect(part(element, 'sentence').textContent).to.contain(SENTENCE[lang]);
        expect(part(element, 'base').lang).to.equal(lang);
        await tick(element);
        expect(element.record!.notice)
          .to.include({lang})
          .and.have.property('sha256')
          .that.matches(/^\w{64}$/);
        expect(element.checkValidity()).to.equal(true);
        // of the policy's gaps; nothing else is wrong
        expect(warnings.filter((text) => !text.includes('[gaps]'))).to.deep.equal([]);
      });
    }
  });
}

describe('a banner before the form', () => {
  const COUNT = `<script>
    window.opened = 0;
    document.addEventListener('ipsm-consent-open', () => window.opened++);
  </script>`;

  for (const [way, {attributes, last}] of Object.entries(WAYS)) {
    for (const [what, body, times] of [
      ['never opens beside the box', BODY, 0],
      ['opens once where no box asks', BODY.replace(/<form>.*<\/form>/s, ''), 1],
    ] as const) {
      it(`${what}, with the script ${way}`, async () => {
        const script = `<script src="/dist/cdn/ipsm-consent.min.js" ${attributes}></script>`;
        const {window} = await openMarkup(last ? COUNT : COUNT + script, last ? body + script : body);
        expect(Reflect.get(window, 'opened')).to.equal(times);
      });
    }
  }
});

describe('the globals of a page', () => {
  for (const {file} of FILES) {
    it(`gain nothing by ${file}`, async () => {
      const names = `[...Reflect.ownKeys(window), ...Reflect.ownKeys(Symbol)].map(String)`;
      const {window} = await openMarkup(
        `<script>window.before = ${names}</script>
        <script src="/dist/cdn/${file}"></script>
        <script>window.gained = ${names}.filter((name) => !before.includes(name))</script>`,
        BODY,
      );
      expect(Reflect.get(window, 'gained')).to.deep.equal(['before']);
    });
  }
});

describe('a browser that lacks what the elements need', () => {
  for (const [what, missing] of [
    ['form-associated elements', 'HTMLElement.prototype.attachInternals'],
    ['constructed style sheets', 'Document.prototype.adoptedStyleSheets'],
    ['constructed style sheets and their class', 'window.CSSStyleSheet'],
  ] as const)
    it(`keeps the fallback, since nothing is registered: without ${what}`, async () => {
      const head = `<script>delete ${missing}</script><script src="/dist/cdn/ipsm-consent.min.js"></script>`;
      const {window, document} = await openMarkup(head, BODY);
      expect(Object.keys(TAGS).filter((tag) => window.customElements.get(tag))).to.deep.equal([]);
      expect(document.querySelector('form')!.checkValidity()).to.equal(false);
    });
});
