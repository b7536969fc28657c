import {expect} from 'chai';
import {stateNames} from '../../demo/client/gallery/states.js';
import {contrast, contrastIn} from '../helpers/contrast.js';
import type {DemoPage} from './demo-page.js';
import {addRules, isInFlow, openState, rootsIn, wordsOutOfPlace} from './gallery-frames.js';
import {LANGS} from './people.js';

const WIDTHS = [320, 3840];
/** Of a column that an element may have to live in. */
const COLUMN = 200;
/** WCAG 2.2, 1.4.12. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

const frameOf = (page: DemoPage) => ({left: 0, right: page.document.documentElement.clientWidth});
const scrollsSideways = ({document: {documentElement}}: DemoPage) =>
  documentElement.scrollWidth > documentElement.clientWidth;

/** Rules of an element's own styles, those within others too. */
const rulesOf = (list: Iterable<CSSRule>): CSSRule[] =>
  [...list].flatMap((rule) => [rule, ...rulesOf((rule as CSSGroupingRule).cssRules ?? [])]);

describe('in the gallery', function () {
  this.timeout(60_000);

  for (const [i, name] of stateNames.entries()) {
    const lang = LANGS[i % LANGS.length]!;

    it(`nothing is cut off, or wider than a window or a column: ${name}, ${lang}`, async () => {
      const page = await openState(name, `lang=${lang}`);
      for (const width of WIDTHS) {
        page.frame.style.width = `${width}px`;
        expect(scrollsSideways(page), `${width} px`).to.equal(false);
        expect(wordsOutOfPlace(page, frameOf(page)), `${width} px`).to.deep.equal([]);
      }
      if (!isInFlow(name)) return;
      page.frame.style.width = '780px';
      const column = page.byId('gallery');
      column.style.width = `${COLUMN}px`;
      expect(wordsOutOfPlace(page, column.getBoundingClientRect()), 'column').to.deep.equal([]);
    });

    it(`nothing is cut off or covered with the text spacing of 1.4.12: ${name}, ${lang}`, async () => {
      const page = await openState(name, `lang=${lang}`);
      page.frame.style.width = '320px';
      addRules(page, SPACING);
      expect(scrollsSideways(page)).to.equal(false);
      expect(wordsOutOfPlace(page, frameOf(page))).to.deep.equal([]);
    });

    it(`nothing waits for a pointer above it (1.4.13): ${name}`, async () => {
      const page = await openState(name, `lang=${lang}`);
      for (const root of rootsIn(page)) {
        expect([...root.querySelectorAll('[title]:not([title=""])')]).to.deep.equal([]);
        const hovered = root.adoptedStyleSheets
          .flatMap(({cssRules}) => rulesOf(cssRules))
          .filter(
            (rule): rule is CSSStyleRule =>
              'selectorText' in rule && /:hover/.test(rule.selectorText as string),
          );
        for (const {style} of hovered)
          expect(
            [...style].filter((property) => !/color|shadow|text-decoration|background/.test(property)),
          ).to.deep.equal([]);
      }
    });
  }

  it('would not get past that with a fault', async () => {
    const page = await openState('box', 'lang=kk');
    page.frame.style.width = '320px';
    addRules(
      page,
      '[part=sentence] { white-space: nowrap } [part=value] { position: relative; inset-block-start: -1.2em }',
    );
    const found = wordsOutOfPlace(page, frameOf(page)).join('\n');
    expect(found).to.match(/^cut off: IPSM-ге осы дербес деректерімді/m);
    expect(found).to.match(/^over other words: /m);
  });

  for (const query of ['theme=light', 'theme=dark', 'host=bootstrap&theme=dark']) {
    it(`the tick and the ring around what has the focus stand out from the paper (1.4.11): ${query}`, async () => {
      const page = await openState('box-ticked', `lang=kk&${query}`);
      const [root] = rootsIn(page) as [ShadowRoot];
      const box = root.querySelector<HTMLInputElement>('[part=control]')!;
      const {accentColor} = page.window.getComputedStyle(box);
      // Where the fill is too near to the paper, which is dark then, the engine's white tick in it tells the box.
      const fill = contrastIn(box.parentElement!, accentColor);
      expect(Math.max(fill, contrast(accentColor, 'white')), 'box').to.be.at.least(3);
      for (const control of root.querySelectorAll<HTMLElement>('input, summary, a')) {
        if (!control.checkVisibility()) continue;
        control.focus({focusVisible: true});
        const {outlineColor, outlineStyle, outlineWidth} = page.window.getComputedStyle(control);
        expect([outlineStyle, parseFloat(outlineWidth) >= 2], control.localName).to.deep.equal([
          'solid',
          true,
        ]);
        expect(contrastIn(control.parentElement!, outlineColor), control.localName).to.be.at.least(3);
      }
    });
  }
});
