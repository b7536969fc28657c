/**
 * Compares every state of every element, in three languages, two themes and three widths, with test/pictures/:
 * `node scripts/pictures.mjs`. What differs lies in .cache/pictures/ then, as it was, as it is, and the difference.
 * `node scripts/pictures.mjs --accept` takes what is seen now for what is meant; look at the difference first.
 */
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import pixelmatch from 'pixelmatch';
import {Packer, unpack} from './gallery/bands.mjs';
import {isFixed, openGallery, stateNames} from './gallery/open.mjs';
import {readPng, writePng} from './gallery/png.mjs';

/** @typedef {import('./gallery/png.mjs').Picture} Picture */

const KEPT = 'test/pictures';
const DIFFERENT = '.cache/pictures';
const LANGS = ['kk', 'ru', 'en'];
const THEMES = ['light', 'dark'];
const WIDTHS = [320, 390, 1280];
const HEIGHT = 844;
/** Above a banner at the foot of the window, to see that it is there. */
const MARGIN = 16;
/** How different two colours have to be, of 1, and how many pixels of a picture may be. */
const THRESHOLD = 0.1;
const TOLERATED = 20;

/**
 * Takes pictures of all states in a language.
 * @param {Awaited<ReturnType<typeof openGallery>>} gallery @param {string} lang
 * @param {(sheet: string, state: string, picture: Picture) => void} take
 */
async function look(gallery, lang, take) {
  const {page, show} = await gallery.open({lang, size: {width: 390, height: HEIGHT}});
  const devtools = await page.createCDPSession();
  const size = (width, height) =>
    devtools.send('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile: false});
  /** How far down there is something to see, and where a banner begins. */
  const measure = () =>
    page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const banner = document.querySelector('ipsm-consent-banner')?.shadowRoot.querySelector('[part=base]');
      return {
        bottom: Math.ceil(document.body.getBoundingClientRect().bottom),
        top: Math.floor(banner?.getBoundingClientRect().top ?? 0),
      };
    });
  for (const state of stateNames) {
    await size(390, HEIGHT);
    await show(state);
    for (const width of WIDTHS) {
      await size(width, HEIGHT);
      const {top, bottom} = await measure();
      const [from, to] = isFixed(state) ? [Math.max(0, top - MARGIN), HEIGHT] : [0, bottom];
      if (to > HEIGHT) await size(width, to);
      const clip = {x: 0, y: from, width, height: to - from, scale: 1};
      for (const theme of THEMES) {
        await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
        const {data} = await devtools.send('Page.captureScreenshot', {optimizeForSpeed: true, clip});
        take(`${lang}-${theme}-${width}`, state, readPng(Buffer.from(data, 'base64')));
      }
    }
  }
  await page.close();
}

/** Keeps what is seen now. @param {Awaited<ReturnType<typeof openGallery>>} gallery */
async function accept(gallery) {
  /** @type {Record<string, Packer>} */
  const packers = {};
  await Promise.all(
    LANGS.map((lang) =>
      look(gallery, lang, (sheet, state, picture) => (packers[sheet] ??= new Packer()).add(state, picture)),
    ),
  );
  rmSync(KEPT, {recursive: true, force: true});
  mkdirSync(KEPT, {recursive: true});
  for (const [name, packer] of Object.entries(packers)) {
    const {sheet, note} = packer.pack();
    writeFileSync(join(KEPT, `${name}.png`), writePng(sheet, note));
  }
}

/** What a picture differs in from the one that is kept; nothing where it does not. @param {Picture | undefined} was @param {Picture} is */
function differenceOf(was, is) {
  if (!was) return {words: 'is new'};
  if (is.width !== was.width || is.height !== was.height)
    return {words: `is ${is.width}×${is.height}, was ${was.width}×${was.height}`};
  const difference = {...is, data: new Uint8Array(is.data.length)};
  const count = pixelmatch(was.data, is.data, difference.data, is.width, is.height, {threshold: THRESHOLD});
  return count > TOLERATED ? {words: `${count} pixels differ`, difference} : undefined;
}

/** Tells what is other than what is kept. @param {Awaited<ReturnType<typeof openGallery>>} gallery */
async function compare(gallery) {
  const files = existsSync(KEPT) ? readdirSync(KEPT).filter((file) => file.endsWith('.png')) : [];
  const sheets = Object.fromEntries(
    files.map((file) => [file.replace('.png', ''), readPng(readFileSync(join(KEPT, file)))]),
  );
  rmSync(DIFFERENT, {recursive: true, force: true});
  mkdirSync(DIFFERENT, {recursive: true});
  const found = [];
  const seen = new Set();
  const take = (sheet, state, is) => {
    seen.add(`${sheet} ${state}`);
    const was = sheets[sheet] && unpack(sheets[sheet], state);
    const how = differenceOf(was, is);
    if (!how) return;
    found.push(`${sheet}, ${state}: ${how.words}`);
    for (const [which, picture] of Object.entries({was, is, difference: how.difference}))
      if (picture) writeFileSync(join(DIFFERENT, `${sheet}-${state}-${which}.png`), writePng(picture));
  };
  await Promise.all(LANGS.map((lang) => look(gallery, lang, take)));
  for (const [sheet, {note}] of Object.entries(sheets))
    for (const state of Object.keys(note.pictures))
      if (!seen.has(`${sheet} ${state}`)) found.push(`${sheet}, ${state}: is not there any more`);
  for (const line of found.sort()) console.error(line);
  if (found.length > 0) {
    console.error(
      `${found.length} pictures differ; see ${DIFFERENT}/. Where that is meant, accept them: npm run pictures -- --accept`,
    );
    process.exitCode = 1;
  } else console.log(`${seen.size} pictures are as they were.`);
}

const gallery = await openGallery({alike: true});
try {
  await (process.argv.includes('--accept') ? accept : compare)(gallery);
} finally {
  await gallery.close();
}
