/** A browser with every state of the elements in it: what sheets, pictures, bars and the walk by ear are made of. */
import {mkdtempSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {findBrowsers} from '../browsers.mjs';
import {serveFolders} from './serve-folder.mjs';
import {writeStaticSite} from './static-site.mjs';

export {isFixed, stateNames} from '../../out/demo/client/gallery/states.js';

/** @typedef {{width: number, height: number}} Size */
/** @typedef {{lang?: string, theme?: string, host?: string}} Look */

const FONTS = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json'));
/** Sooner than that after its question has come, a banner's answer does not count. */
const READY_MS = 600;

/** One font for every machine, in place of the system's: letters of kk, ru and en, in the weights that are used. */
const FACES = ['400', '500', '600', '700'].flatMap((weight) =>
  Object.entries({
    'cyrillic-ext': 'U+0460-052F, U+2DE0-2DFF, U+A640-A69F',
    cyrillic: 'U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
    latin: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122',
  }).map(([subset, unicodeRange]) => ({
    source: `url(/fonts/noto-sans-${subset}-${weight}-normal.woff2)`,
    weight,
    unicodeRange,
  })),
);

/**
 * Opens the gallery, as built; `close()` ends browser and server.
 * @param {{alike?: boolean}} [how] `alike`: letters that look the same on every machine
 */
export async function openGallery({alike = false} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ipsm-gallery-'));
  writeStaticSite(folder);
  const {port, close} = await serveFolders({'/': folder, '/fonts/': join(FONTS, 'files')});
  const browser = await puppeteer.launch({
    executablePath: findBrowsers().chromium.path,
    env: alike
      ? {...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url))}
      : process.env,
    args: [
      ...['--no-sandbox', '--force-color-profile=srgb', '--hide-scrollbars', '--disable-lcd-text'],
      '--font-render-hinting=none',
      // without a port in it: a page may name its host
      `--host-resolver-rules=MAP localhost:80 127.0.0.1:${port}`,
    ],
  });

  /**
   * A page for states of the gallery.
   * @param {Look & {size: Size, features?: {name: string, value: string}[], media?: string}} how
   */
  async function open({size, features = [], media = '', ...look}) {
    // a window of its own: in one behind another nothing is drawn
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({...size, deviceScaleFactor: 1});
    await page.emulateTimezone('Asia/Almaty');
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {media, features});
    if (alike)
      await page.evaluateOnNewDocument((faces) => {
        for (const {source, ...how} of faces) document.fonts.add(new FontFace('Gallery', source, how));
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(':root { --font: Gallery }');
        document.adoptedStyleSheets = [sheet];
      }, FACES);

    /** @param {string} state @param {Look} [other] */
    async function show(state, other = {}) {
      const query = new URLSearchParams(JSON.parse(JSON.stringify({state, ...look, ...other})));
      await page.goto(`http://localhost/gallery-frame.html?${query}`);
      await page.waitForFunction(() => document.documentElement.dataset.shown);
      const answer = await page.evaluate(() => document.documentElement.dataset.press);
      if (answer) await press(answer);
      await page.evaluate(async () => {
        document.activeElement?.blur();
        scrollTo(0, 0);
        await document.fonts.ready;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
    }

    /** As a person does: by script, the banner records nothing. @param {'accept' | 'decline'} answer */
    async function press(answer) {
      const {x, y} = await page.evaluate(
        async (i, ms) => {
          await new Promise((resolve) => setTimeout(resolve, ms));
          const banner = document.querySelector('ipsm-consent-banner');
          const button = banner.shadowRoot.querySelectorAll('[part~=answer-button]')[i];
          button.scrollIntoView({block: 'center'});
          const {x, y, width, height} = button.getBoundingClientRect();
          return {x: x + width / 2, y: y + height / 2};
        },
        ['accept', 'decline'].indexOf(answer),
        READY_MS,
      );
      await page.mouse.click(x, y);
      await page.mouse.move(0, 0);
    }
    return {page, show};
  }

  return {
    open,
    async close() {
      await browser.close();
      close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
