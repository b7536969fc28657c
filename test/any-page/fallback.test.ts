import {expect} from 'chai';
import {noticeDigests} from '../../src/core/notice.js';
import {sha256} from '../../src/core/sha256.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {offerLanguage, setLanguage} from '../../src/l10n/catalogues.js';
import {fallbackHtml, purposeFallbackHtml} from '../../src/fallback/fallback-html.js';
import {templates as en} from '../../src/l10n/generated/locales/en.js';
import {templates as ru} from '../../src/l10n/generated/locales/ru.js';
import {PAGE_LANGS, type PageLang} from '../../src/l10n/languages.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {openMarkup} from '../bundles/open-markup.js';
import {clickOn} from '../helpers/commands.js';
import {next, oneLine, part, parts} from '../helpers/page.js';
import {until} from '../helpers/publish.js';

const release = ipsmPolicy.manifest.releases.at(-1)!;
const digests = await noticeDigests(release, sha256);
offerLanguage('kk', {});
offerLanguage('ru', ru);
offerLanguage('en', en);

/** The pages that hold a form: how they are styled. */
const PAGES: Record<string, string> = {
  'a page without styles': '',
  'a page in Bootstrap': '<link rel="stylesheet" href="/node_modules/bootstrap/dist/css/bootstrap.min.css">',
  'a page that styles what it holds': `<style>
    body {font: 17px/1.7 serif}
    h2 {font-size: 40px; margin: 30px; text-transform: uppercase}
    p, dl, dd, dt, label, small, div, span {margin: 7px; padding: 3px; font-size: 20px}
    input {width: 60px; height: 60px}
    a {color: red; display: inline-block; padding: 5px}
    summary {list-style: none}
  </style>`,
};

/** A registration form with a required box and one for each of two purposes that it can do without. */
function form(lang: PageLang): string {
  setLanguage(lang);
  const settings = {release, noticeSha256: digests[lang]!, name: 'consent', manifestUrl: null};
  const purposes = ['ads', 'research'].map(
    (purpose, i) =>
      `<ipsm-consent-checkbox name="${purpose}" purpose="${purpose}">${purposeFallbackHtml({release, purpose, name: purpose, isFirst: i === 0})}</ipsm-consent-checkbox>`,
  );
  return `<form class="container">
    <ipsm-consent-checkbox name="consent">${fallbackHtml(settings)}</ipsm-consent-checkbox>
    ${purposes.join('')}
    <button>ok</button>
  </form>`;
}

/** Where everything is that a person looks at: from the fallback's own classes, and from the parts of the element. */
const PLACES: [string, (element: Element) => Element[], (element: Element) => Element[]][] = [
  ['heading', (e) => [...e.querySelectorAll('h2')], (e) => parts(e, 'title')],
  ['operator', (e) => [...e.querySelectorAll('.ipsm-operator')], (e) => parts(e, 'operator')],
  ['labels', (e) => [...e.querySelectorAll('dt')], (e) => parts(e, 'label')],
  ['values', (e) => [...e.querySelectorAll('dd')], (e) => parts(e, 'value')],
  [
    'more',
    (e) => [...e.querySelectorAll('summary')],
    (e) => [...e.shadowRoot!.querySelectorAll('.more > summary')],
  ],
  [
    'legend',
    (e) => [...e.querySelectorAll('.ipsm-legend')],
    (e) => [...e.shadowRoot!.querySelectorAll('.legend')],
  ],
  ['box', (e) => [...e.querySelectorAll('[type=checkbox]')], (e) => parts(e, 'control')],
  ['sentence', (e) => [...e.querySelectorAll('.ipsm-sentence')], (e) => parts(e, 'sentence')],
  ['required', (e) => [...e.querySelectorAll('.ipsm-required')], (e) => parts(e, 'required')],
  ['link', (e) => [...e.querySelectorAll('.ipsm-link a')], (e) => parts(e, 'policy-link')],
];

const rectOf = (element: Element) => {
  const {x, y, width, height} = element.getBoundingClientRect();
  return [x, y, width, height].map((number) => Math.round(number * 4) / 4);
};

/** Geometry, letters and words of a place. */
const look = (element: Element) => {
  const {fontSize, fontWeight, fontFamily, lineHeight, textTransform, color} = getComputedStyle(element);
  const words = oneLine(element);
  return {rect: rectOf(element), fontSize, fontWeight, fontFamily, lineHeight, textTransform, color, words};
};

describe('the fallback that counts', () => {
  after(() => setLanguage('kk'));

  for (const [page, head] of Object.entries(PAGES))
    for (const width of [390, 1280])
      for (const lang of PAGE_LANGS)
        it(`is drawn as the element is, which moves nothing when it takes over: ${page}, ${width} px, ${lang}`, async () => {
          const styles = '<link rel="stylesheet" href="/dist/cdn/ipsm-consent-fallback.css">';
          const {document} = await openMarkup(styles + head, form(lang), lang, width);
          const boxes = [...document.querySelectorAll<ConsentCheckboxElement>('ipsm-consent-checkbox')];
          const lookAt = (which: 1 | 2) =>
            boxes.map((box) => PLACES.map((place) => [place[0], place[which](box).map(look)]));
          const outside = () => rectOf(document.querySelector('button')!);
          const [before, around] = [lookAt(1), outside()];

          const script = document.createElement('script');
          script.src = `/dist/cdn/ipsm-consent.${lang}.min.js`;
          const loaded = next(script, 'load');
          document.head.append(script);
          await loaded;
          expect(boxes.map(({record}) => record)).to.deep.equal([null, null, null]);
          expect(outside()).to.deep.equal(around);
          expect(lookAt(2)).to.deep.equal(before);
        });

  for (const lang of PAGE_LANGS)
    it(`says what the element says, second layer included: ${lang}`, async () => {
      const script = `<script src="/dist/cdn/ipsm-consent.${lang}.min.js"></script>`;
      const [element] = (await openMarkup(script, form(lang), lang)).document.querySelectorAll(
        'ipsm-consent-checkbox',
      );
      const inFallback = oneLine(element!.querySelector('section')!);
      const words = (text: string) => text.replace(/\s+/g, '');
      expect(words(inFallback)).to.equal(words(oneLine(part(element!, 'base'))));
      const links = (root: ParentNode) =>
        [...root.querySelectorAll('a')].map((a) => [a.href, a.hreflang, a.ariaLabel]);
      expect(links(element!)).to.deep.equal(links(element!.shadowRoot!));
    });

  /** The page of a form whose boxes are ticked before its script comes. */
  async function tickedEarly(html: string, head = '', which = 0) {
    const {window, document} = await openMarkup(head, html);
    const boxes = [...document.querySelectorAll<ConsentCheckboxElement>('ipsm-consent-checkbox')];
    const box = boxes[which]!.querySelector<HTMLInputElement>('[type=checkbox]')!;
    if (!box.checked) await clickOn(box);
    const script = document.createElement('script');
    script.src = '/dist/cdn/ipsm-consent.kk.min.js';
    const loaded = next(script, 'load');
    document.head.append(script);
    await loaded;
    const [element, ads] = boxes as [ConsentCheckboxElement, ConsentCheckboxElement];
    await element.updateComplete;
    return {window, document, element, ads};
  }

  for (const [what, wrong, method] of [
    ['stays where its words are those in force', (html: string) => html, 'form-fallback'],
    ['goes where they are others', (html: string) => html.replaceAll(digests.kk!, 'f'.repeat(64)), undefined],
    [
      'goes where the page had it in advance',
      (html: string) => html.replace('type="checkbox"', 'type="checkbox" checked'),
      undefined,
    ],
    [
      'goes where the browser may have brought it back',
      (html: string) => html.replaceAll('autocomplete="off"', ''),
      undefined,
    ],
  ] as const)
    it(`has a tick that ${what} when the script comes`, async () => {
      const {element} = await tickedEarly(wrong(form('kk')));
      expect(element.record?.event.method).to.equal(method);
      expect(part(element, 'status').textContent === '').to.equal(method !== undefined);
    });

  it('has a tick that is none in a copy of the page', async () => {
    const {document, element} = await tickedEarly(form('kk'));
    element.form!.replaceWith(element.form!.cloneNode(true));
    const copy = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
    await copy.updateComplete;
    expect([copy.checked, copy.record]).to.deep.equal([false, null]);
  });

  it('has a tick for a purpose that goes, and is no answer to it', async () => {
    const {element, ads} = await tickedEarly(form('kk'), '', 1);
    await clickOn(part(element, 'control'));
    while (!element.checked) await clickOn(part(element, 'control'));
    const {decision} = element.record!.purposes.find(({id}) => id === 'ads')!;
    expect([ads.checked, decision]).to.deep.equal([false, 'not-asked']);
    expect(part(ads, 'status').textContent).to.not.equal('');
  });

  const MEANWHILE: [string, (element: ConsentCheckboxElement) => void, boolean][] = [
    ['stays where nothing happens', () => undefined, true],
    ['goes where the form is reset', (element) => element.form!.reset(), false],
    ['goes where the device is cleared', (element) => element.forget(), false],
    ['goes where somebody else signs in', (element) => element.setAttribute('subject-ref', 'b'), false],
  ];
  for (const [what, act, isKept] of MEANWHILE)
    it(`has a tick that ${what} while the manifest is on its way`, async () => {
      const head = `<script>
        window.fetch = () => new Promise((resolve) => (window.answer = () => resolve(new Response(${JSON.stringify(JSON.stringify(ipsmPolicy.manifest)).replaceAll('<', '\\u003c')}))));
      </script>`;
      const html = form('kk').replace(
        'name="consent"',
        'name="consent" policy="/manifest.json" subject-ref="a"',
      );
      const {window, element} = await tickedEarly(html, head);
      act(element);
      (window as unknown as {answer: () => void}).answer();
      await until(() => element.matches(':state(ready)'));
      await element.updateComplete;
      expect([element.checked, element.record !== null]).to.deep.equal([isKept, isKept]);
    });

  it('is written in ASCII, whatever the encoding of the page', () => {
    setLanguage('kk');
    expect(form('kk')).to.match(/^[\n -~]*$/);
  });
});
