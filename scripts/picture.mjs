/** Takes the README's picture of the demo, as it is built: `node scripts/picture.mjs`. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {createApp} from '../out/demo/server/app.js';
import {openInMemory} from '../out/demo/server/database.js';
import {listen} from '../out/demo/server/listen.js';
import {planBrowsers} from './browsers.mjs';

const PHONE = {width: 390, height: 844};
/** The form, as it is and ticked, and the banner where a page asks without one. */
const SHOTS = [
  {address: '?lang=kk', scheme: 'light', look: '#agreement'},
  {address: '?lang=ru', scheme: 'dark', look: '#agreement', tick: true},
  {address: 'banner-inline.html', scheme: 'light', look: 'ipsm-consent-banner'},
];

const database = await openInMemory();
const {server, port} = await listen(await createApp({database}), 0, '127.0.0.1');
const profile = mkdtempSync(join(tmpdir(), 'ipsm-picture-'));
const browser = await puppeteer.launch({
  executablePath: planBrowsers().run.find(({name}) => name === 'chromium').path,
  userDataDir: profile,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  const pictures = [];
  for (const {address, scheme, look, tick} of SHOTS) {
    await page.setViewport(PHONE);
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    await page.goto(`http://localhost:${port}/${address}`);
    if (tick) await page.click(`${look} >>> input`);
    await page.$eval(look, (element) => element.scrollIntoView({block: 'end'}));
    await page.mouse.move(0, 0);
    pictures.push(await page.screenshot({encoding: 'base64'}));
  }
  await page.goto('about:blank');
  await page.setViewport({width: 3 * PHONE.width + 96, height: PHONE.height + 48, deviceScaleFactor: 0.8});
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join('');
  await page.setContent(`<style>
    body {display: flex; gap: 24px; margin: 24px; background: #fff}
    img {border: 1px solid #c3c9d4; border-radius: 18px; box-sizing: border-box; width: 390px}
  </style>${images}`);
  writeFileSync('docs/pictures/elements.webp', await page.screenshot({type: 'webp', quality: 60}));
} finally {
  await browser.close();
  rmSync(profile, {recursive: true, force: true});
  server.close();
  await database.close();
}
