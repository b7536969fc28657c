// Chromium as the measurements drive it.
import {launch} from 'puppeteer-core';
import {findBrowsers, versionOf} from '../../scripts/browsers.mjs';

const {chromium} = findBrowsers();

/** Name and version of the engine. */
export const engine = versionOf(chromium) || chromium.label;

/** @returns {Promise<import('puppeteer-core').Browser>} */
export function launchChromium() {
  if (!chromium.path) throw new Error(`${chromium.why}. Install it, or say where it is: CHROME_PATH.`);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return launch({
    executablePath: chromium.path,
    args,
    defaultViewport: {width: 390, height: 844},
    protocolTimeout: 60_000,
  });
}

/**
 * Lets a page of its own be used, with empty storage and caches, already at the server's origin.
 * @template T
 * @param {import('puppeteer-core').Browser} browser @param {string} origin
 * @param {(page: import('puppeteer-core').Page) => Promise<T>} use
 */
export async function withPage(browser, origin, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`In ${page.url()}: ${error.message}`));
    // Starting a process for the origin is not what is measured.
    await page.goto(origin);
    return await use(page);
  } finally {
    await context.close();
  }
}
