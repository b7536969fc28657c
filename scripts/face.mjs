/**
 * Measures what a person meets, with the bundled policy and nobody having answered: how many words, how tall, how far down the
 * question stands, and whether a banner's question and answers are in view together. `node scripts/face.mjs`; ends non-zero
 * over a bar.
 */
import {openGallery} from './gallery/open.mjs';

/** @typedef {{what: string, value: number | boolean, atMost?: number}} Row */

const LANGS = ['kk', 'ru', 'en'];
const WORDS = {kk: 85, ru: 95, en: 100};
const SCREENS = {kk: 1.15, ru: 1.2, en: 1};
const PHONE = {width: 390, height: 844};
/** Where the banner is looked at, and how much of the height it may take. */
const WINDOWS = [
  {size: PHONE, share: 40},
  {size: {width: 844, height: 390}, share: 60},
  {size: {width: 320, height: 640}, share: 60},
  {size: PHONE, share: 60, host: 'large'},
];

/** What stands in the card, in the page. */
function measureCard() {
  const box = document.querySelector('ipsm-consent-checkbox');
  const inside = (selector) => box.shadowRoot.querySelector(selector);
  const isWord = (text) => /[\p{L}\d]/u.test(text);
  const count = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll('small').forEach((each) => each.remove());
    return copy.textContent.split(/\s+/).filter(isWord).length;
  };
  const details = inside('details');
  const shown = [
    ...box.shadowRoot.querySelectorAll('[part=title],[part=operator],[part=label],[part=value]'),
  ].filter((each) => !details.contains(each));
  const card = inside('[part=base]').getBoundingClientRect();
  const control = inside('input').getBoundingClientRect();
  const panel = inside('[part=panel]').getBoundingClientRect();
  const link = inside('[part=policy-link]').getBoundingClientRect();
  const focusable = [...box.shadowRoot.querySelectorAll('a,button,input,summary')].filter(
    (each) => each.checkVisibility() && (!each.closest('details') || each.localName === 'summary'),
  );
  const px = (selector) => parseFloat(getComputedStyle(inside(selector)).fontSize);
  return {
    words: shown.reduce((sum, each) => sum + count(each), 0),
    height: card.height / innerHeight,
    box: (control.top - card.top) / innerHeight,
    view: (link.bottom - panel.top) / innerHeight,
    stops: focusable.findIndex((each) => each.localName === 'input'),
    value: px('[part=value]'),
    label: px('[part=label]'),
    clause: px('[part=clause]'),
  };
}

/** What is in view of the banner, in the page. */
function measureBanner() {
  const banner = document.querySelector('ipsm-consent-banner');
  const base = banner.shadowRoot.querySelector('[part=base]').getBoundingClientRect();
  const isInView = (element) => {
    const {top, bottom, left, right} = element.getBoundingClientRect();
    const scroller = element.closest('.body')?.getBoundingClientRect() ?? base;
    return (
      top >= Math.max(0, scroller.top) &&
      bottom <= Math.min(innerHeight, scroller.bottom) + 0.5 &&
      left >= 0 &&
      right <= innerWidth
    );
  };
  const seen = banner.shadowRoot.querySelectorAll('#question,[part~=answer-button]');
  return {
    isTogether: seen.length === 3 && [...seen].every(isInView),
    share: (innerHeight - base.top) / innerHeight,
  };
}

const gallery = await openGallery();
const rows = [];
/** @param {string} what @param {number} value @param {{atMost?: number, atLeast?: number}} bar */
function row(what, value, {atMost = Infinity, atLeast = -Infinity}) {
  const isMet = value <= atMost && value >= atLeast;
  const bar = atMost === Infinity ? `≥ ${atLeast}` : `≤ ${atMost}`;
  rows.push({what, value: Math.round(value * 1000) / 1000, bar, '': isMet ? 'met' : 'MISSED'});
}
try {
  for (const lang of LANGS) {
    const {page, show} = await gallery.open({lang, size: PHONE});
    await show('box');
    const card = await page.evaluate(measureCard);
    row(`${lang}: words of the first layer`, card.words, {atMost: WORDS[lang]});
    row(`${lang}: card, in screens`, card.height, {atMost: SCREENS[lang]});
    row(`${lang}: from its top to the box, in screens`, card.box, {atMost: 0.95});
    row(`${lang}: box, sentence and link, in screens`, card.view, {atMost: 1});
    row(`${lang}: tab stops before the box`, card.stops, {atMost: 1});
    row(`${lang}: values, px`, card.value, {atLeast: 16});
    row(`${lang}: labels and clause numbers, px`, Math.min(card.label, card.clause), {atLeast: 14});
    await page.close();
    for (const {size, share, host} of WINDOWS) {
      const {page, show} = await gallery.open({lang, size, host});
      await show('banner');
      const banner = await page.evaluate(measureBanner);
      const where = `${lang}: banner, ${size.width}×${size.height}${host ? ', text 200 %' : ''}`;
      row(`${where}: question and answers in view together`, Number(banner.isTogether), {atLeast: 1});
      row(`${where}: % of the height`, 100 * banner.share, {atMost: share});
      await page.close();
    }
  }
} finally {
  await gallery.close();
}
console.table(rows);
const missed = rows.filter((each) => each[''] !== 'met').length;
if (missed) console.error(`${missed} of ${rows.length} bars missed.`);
process.exitCode = missed ? 1 : 0;
