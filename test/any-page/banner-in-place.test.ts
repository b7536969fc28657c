import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import {openMarkup, type WrittenPage} from '../bundles/open-markup.js';
import {clickOn, engine} from '../helpers/commands.js';
import {answersOf, part} from '../helpers/page.js';
import {until} from '../helpers/publish.js';

const BUNDLE = '<script src="/dist/cdn/ipsm-consent.min.js"></script>';
const TALL = '<p style="height: 3000px">All of the page</p>';
const bannerIn = ({document}: WrittenPage) =>
  document.querySelector<ConsentBannerElement>('ipsm-consent-banner')!;

/** What pages have around all that is theirs, and what then stands still in place of the window. */
const AROUND: Record<string, string> = {
  nothing: '',
  transform: 'transform: translateX(0)',
  translate: 'translate: 0 0',
  perspective: 'perspective: 100px',
  filter: 'filter: grayscale(0)',
  'backdrop-filter': 'backdrop-filter: blur(0)',
  'will-change': 'will-change: transform',
  contain: 'contain: layout',
  'contain: paint': 'contain: paint',
};

async function open(head: string, body: string) {
  const page = await openMarkup(BUNDLE + head, body);
  const banner = bannerIn(page);
  await until(() => banner.matches(':state(open)'));
  await drawn(page);
  return {page, banner};
}
const drawn = ({window}: WrittenPage) =>
  new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)));

/** Question and both answers: where they are in the window, and whether a press in their middle would reach them. */
function outOfReach({window, document}: WrittenPage, banner: ConsentBannerElement): string[] {
  const {accept, decline} = answersOf(banner);
  return [part(banner, 'title'), accept, decline]
    .filter((each) => {
      const {left, right, top, bottom} = each.getBoundingClientRect();
      const isInside =
        left >= 0 && right <= window.innerWidth && top >= 0 && bottom <= window.innerHeight + 0.5;
      return !isInside || document.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== banner;
    })
    .map(({textContent}) => textContent.trim());
}

describe('a banner in a page', function () {
  this.timeout(20_000);

  for (const [what, style] of Object.entries(AROUND))
    it(`has its question and answers in the window, wherever that is scrolled to, with this around the page: ${what}`, async () => {
      const {page, banner} = await open(
        '',
        `<div style="${style}"><ipsm-consent-banner></ipsm-consent-banner>${TALL}</div>`,
      );
      expect(outOfReach(page, banner)).to.deep.equal([]);
      page.window.scrollTo(0, 1500);
      await drawn(page);
      expect(outOfReach(page, banner)).to.deep.equal([]);
      await clickOn(answersOf(banner).decline);
      expect(banner.status).to.equal('declined');
    });

  it('has its question and answers above a bar of the page in the top layer', async () => {
    const {page, banner} = await open(
      '',
      `<div id="bar" popover="manual" style="inset: auto 0 0; width: 100%; height: 250px">Bar</div>
       <script>document.getElementById('bar').showPopover?.();</script>
       <ipsm-consent-banner></ipsm-consent-banner>${TALL}`,
    );
    expect(outOfReach(page, banner)).to.deep.equal([]);
  });
});

/** What pages do to all that is in them. */
const PAGES: Record<string, {style: string; dir?: string; size?: [width: number, height: number]}> = {
  'zoom: 1.7': {style: 'body { zoom: 1.7 }'},
  'zoom: 1.7 at the root': {style: ':root { zoom: 1.7 }'},
  'white-space: nowrap': {style: 'body { white-space: nowrap }'},
  'letters of twice the size': {style: ':root { font-size: 200% }', size: [390, 844]},
  'a phone on its side': {style: '', size: [844, 390]},
  'a window of 320 by 256': {style: '', size: [320, 256]},
  'a small phone': {style: '', size: [320, 640]},
  'right to left': {style: '', dir: 'rtl'},
};

describe('a banner in a page with a style of its own', function () {
  this.timeout(20_000);

  for (const [what, {style, dir = 'ltr', size: [width, height] = [700, 500]}] of Object.entries(PAGES))
    for (const lang of ['kk', 'ru', 'en'])
      it(`has its question and answers in the window, and leaves the page in view: ${what}, ${lang}`, async function () {
        // WebKit measures elements of a zoomed page in that page's own pixels (2.50)
        if (style.includes('zoom') && engine() === 'WebKit') return this.skip();

        const page = await openMarkup(
          `<style>${style}</style>${BUNDLE}`,
          `<div dir="${dir}"><ipsm-consent-banner></ipsm-consent-banner>${TALL}</div>`,
          lang,
          width,
        );
        (page.window.frameElement as HTMLIFrameElement).height = `${height}`;
        const banner = bannerIn(page);
        await until(() => banner.matches(':state(open)'));
        await drawn(page);
        const {top} = part(banner, 'base').getBoundingClientRect();
        expect(outOfReach(page, banner)).to.deep.equal([]);
        expect(Math.round((100 * (height - top)) / height)).to.be.at.most(60);
      });

  for (const [paper, letters] of [
    ['#10151c', '#e6eaf0'],
    ['#fff', '#1a2330'],
  ] as const)
    it(`is legible, and of the page’s own kind of paper, whether that says what it is or not: ${letters} on ${paper}`, async () => {
      const {page, banner} = await open(
        `<style>body { background: ${paper}; color: ${letters} }</style>`,
        `<ipsm-consent-banner></ipsm-consent-banner>${TALL}`,
      );
      const {backgroundColor, color} = page.window.getComputedStyle(part(banner, 'base'));
      const isDark = luminance(paper) < 0.5;
      expect(luminance(backgroundColor) < 0.5).to.equal(isDark);
      const [low, high] = [luminance(backgroundColor), luminance(color)].sort((a, b) => a - b);
      expect((high! + 0.05) / (low! + 0.05)).to.be.at.least(7);
    });
});

/** Of a colour in any notation, as WCAG has it. */
function luminance(color: string): number {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((each) => {
    const part = each / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
