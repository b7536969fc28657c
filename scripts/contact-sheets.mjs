/**
 * Pictures of every state of every element, side by side, to be looked at: `node scripts/contact-sheets.mjs [folder]`.
 * LANGS=kk,ru THEMES=light,dark WIDTHS=390 STATES=box,banner limit them.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {openGallery} from './face/gallery-page.mjs';

const list = (name, fallback) => (process.env[name] ?? fallback).split(',').filter(Boolean);

const FONT = 'font:1rem/1.5 system-ui,"Noto Sans",sans-serif;';
/** Pages that the elements come into. */
const THEMES = {
  light: {style: `body{margin:0;padding:1rem;${FONT}color:#1a2330;background:#fff}`},
  dark: {
    style: `:root{color-scheme:dark}body{margin:0;padding:1rem;${FONT}color:#e6eaf0;background:#10151c}`,
    features: [{name: 'prefers-color-scheme', value: 'dark'}],
  },
  // dark, and does not say so
  black: {style: `body{margin:0;padding:1rem;${FONT}color:#ddd;background:#111}`},
  forced: {
    style: `body{margin:0;padding:1rem;${FONT}}`,
    features: [{name: 'forced-colors', value: 'active'}],
  },
  print: {style: `body{margin:0;padding:1rem;${FONT}}`, media: 'print'},
  none: {style: ''},
  unset: {style: '*{all:unset}script,style,head,title{display:none}'},
  globals: {
    style: `body{${FONT}margin:1rem;white-space:nowrap;text-align:center;text-transform:uppercase;letter-spacing:.02em}
      button{background:red;border-radius:0;width:100%}label{display:block;font-weight:bold;margin:2em}a{color:lime}p{margin:3em}`,
  },
  large: {style: `:root{font-size:200%}body{margin:0;padding:1rem;${FONT}}`},
  ...Object.fromEntries(
    ['steppe', 'paper', 'night'].map((name) => [
      name,
      {style: `body{margin:0;padding:1rem;${FONT}}${readFileSync(`demo/themes/${name}.css`, 'utf8')}`},
    ]),
  ),
  rtl: {style: `:root{direction:rtl}body{margin:0;padding:1rem;${FONT}}`},
};

const folder = process.argv[2] ?? '.cache/face';
mkdirSync(folder, {recursive: true});
const gallery = await openGallery();
const {page: sheet} = await gallery.open({lang: 'en', size: {width: 800, height: 600}});
try {
  for (const theme of list('THEMES', 'light,dark'))
    for (const lang of list('LANGS', 'kk,ru,en'))
      for (const width of list('WIDTHS', '390').map(Number)) {
        const {page, show} = await gallery.open({lang, size: {width, height: 844}, ...THEMES[theme]});
        const names = await page.evaluate(() => window.gallery.states);
        const wanted = list('STATES', names.join());
        const pictures = [];
        for (const name of names.filter((each) => wanted.includes(each))) {
          await show(name);
          const isFixed = name.startsWith('banner') && name !== 'banner-inline';
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          const clip = {x: 0, y: 0, width, height: isFixed ? 844 : Math.max(200, Math.min(height, 3000))};
          const image = await page.screenshot({encoding: 'base64', clip, captureBeyondViewport: !isFixed});
          pictures.push({name, image});
        }
        await page.close();
        await sheet.setViewport({
          width: Math.max(800, (width + 24) * Number(process.env.COLUMNS ?? 4)),
          height: 600,
        });
        await sheet.setContent(`<!doctype html><style>body{margin:0;padding:8px;background:#9aa3ad;font:14px system-ui;columns:${process.env.COLUMNS ?? 4};column-gap:16px}
          figure{margin:0 0 16px;break-inside:avoid}img{display:block;width:100%;box-shadow:0 1px 4px #0006}</style>
          ${pictures.map(({name, image}) => `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${image}"></figure>`).join('')}`);
        const file = join(folder, `${theme}-${lang}-${width}.png`);
        writeFileSync(file, await sheet.screenshot({fullPage: true}));
        console.log(file);
      }
} finally {
  await gallery.close();
}
