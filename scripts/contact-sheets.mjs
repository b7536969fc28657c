/**
 * Pictures of every state of every element, side by side, to be looked at: `node scripts/contact-sheets.mjs [folder]`.
 * LANGS=kk,ru THEMES=light,dark WIDTHS=390 STATES=box,banner limit them.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {isFixed, openGallery, stateNames} from './gallery/open.mjs';

const list = (name, fallback) => (process.env[name] ?? fallback).split(',').filter(Boolean);

/** What the gallery's address says for pages that the elements come into; and what of it no page can ask for. */
const THEMES = {
  light: {theme: 'light'},
  dark: {theme: 'dark'},
  forced: {theme: 'forced', features: [{name: 'forced-colors', value: 'active'}]},
  print: {media: 'print'},
  ...Object.fromEntries(
    ['black', 'bare', 'unset', 'globals', 'large', 'rtl', 'steppe', 'paper', 'night'].map((host) => [
      host,
      {host},
    ]),
  ),
};
const HEIGHT = 844;
const COLUMNS = process.env.COLUMNS ?? 4;

const folder = process.argv[2] ?? '.cache/face';
mkdirSync(folder, {recursive: true});
const gallery = await openGallery();
const {page: sheet} = await gallery.open({size: {width: 800, height: 600}});
const wanted = list('STATES', stateNames.join());
try {
  for (const theme of list('THEMES', 'light,dark'))
    for (const lang of list('LANGS', 'kk,ru,en'))
      for (const width of list('WIDTHS', '390').map(Number)) {
        const {page, show} = await gallery.open({lang, size: {width, height: HEIGHT}, ...THEMES[theme]});
        const pictures = [];
        for (const name of stateNames.filter((each) => wanted.includes(each))) {
          await show(name);
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          const clip = {
            x: 0,
            y: 0,
            width,
            height: isFixed(name) ? HEIGHT : Math.max(200, Math.min(height, 3000)),
          };
          const image = await page.screenshot({
            encoding: 'base64',
            clip,
            captureBeyondViewport: !isFixed(name),
          });
          pictures.push({name, image});
        }
        await page.close();
        await sheet.setViewport({width: Math.max(800, (width + 24) * Number(COLUMNS)), height: 600});
        await sheet.setContent(`<!doctype html><style>body{margin:0;padding:8px;background:#9aa3ad;font:14px system-ui;columns:${COLUMNS};column-gap:16px}
          figure{margin:0 0 16px;break-inside:avoid}img{display:block;width:100%;box-shadow:0 1px 4px #0006}</style>
          ${pictures.map(({name, image}) => `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${image}"></figure>`).join('')}`);
        const file = join(folder, `${theme}-${lang}-${width}.png`);
        writeFileSync(file, await sheet.screenshot({fullPage: true}));
        console.log(file);
      }
} finally {
  await gallery.close();
}
