/** Takes the picture of docs/theming.md, each theme as that page writes it: `node scripts/theming-picture.mjs`. */
import {readFileSync, writeFileSync} from 'node:fs';
import puppeteer from 'puppeteer-core';
import {findBrowsers} from './browsers.mjs';

const text = readFileSync('docs/theming.md', 'utf8');
const themes = [...text.matchAll(/^ {3}```css\n(.*?)^ {3}```/gms)].map(([, css]) => css);
const script = readFileSync('dist/cdn/ipsm-consent.en.min.js', 'utf8');
const WIDTH = 360;
const SCALE = 1.2;

const page = (css) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Theme</title>
<style>body { margin: 0; padding: 12px; font: 16px/1.5 system-ui, 'Noto Sans', sans-serif } ${css}</style>
<form method="post"><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>`;

const browser = await puppeteer.launch({
  executablePath: findBrowsers().chromium.path,
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--force-color-profile=srgb',
    '--hide-scrollbars',
  ],
});
try {
  const pictures = [];
  for (const css of ['', ...themes]) {
    const tab = await browser.newPage();
    await tab.setViewport({width: WIDTH, height: 1000, deviceScaleFactor: SCALE});
    await tab.setContent(page(css));
    await tab.addScriptTag({content: script});
    await tab.waitForSelector('ipsm-consent-checkbox:state(ready)');
    await tab.click('ipsm-consent-checkbox >>> input');
    await tab.mouse.move(0, 0);
    const height = await tab.evaluate(
      () => Math.ceil(document.querySelector('form').getBoundingClientRect().bottom) + 12,
    );
    await tab.setViewport({width: WIDTH, height, deviceScaleFactor: SCALE});
    pictures.push(await tab.screenshot({encoding: 'base64'}));
  }
  const sheet = await browser.newPage();
  await sheet.setViewport({
    width: Math.ceil(4 * (WIDTH / 1.4) + 5 * 12),
    height: 100,
    deviceScaleFactor: SCALE,
  });
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join('');
  await sheet.setContent(`<style>body { margin: 0; padding: 12px; display: flex; gap: 12px; align-items: start; background: #fff }
    img { width: ${WIDTH / 1.4}px; border: 1px solid #ccc; box-sizing: border-box }</style>${images}`);
  const picture = await sheet.screenshot({type: 'webp', quality: 60, fullPage: true});
  writeFileSync('docs/pictures/theming.webp', picture);
  console.log(`docs/pictures/theming.webp: ${picture.length} bytes`);
} finally {
  await browser.close();
}
