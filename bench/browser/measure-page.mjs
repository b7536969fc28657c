// One loading of one page on a slow phone.
import {PredefinedNetworkConditions} from 'puppeteer-core';
import {withPage} from './chromium.mjs';
import {metricsOf} from './metrics.mjs';
import {WATCH_CLICK, WATCH_SHIFT, watchDrawing} from './probes.mjs';

/** As browsers' developer tools name and define it: 1.6 Mbit/s with a tenth lost, 563 ms to the first byte of each answer. */
export const NETWORK = 'Slow 4G';
export const CPU_SLOWED = 4;
/** Every page is given this time after its load: what it does then counts too, and no event says that it was all. */
const QUIET_MS = 1000;

/** @param {import('puppeteer-core').Page} page */
async function slowDown(page) {
  await page.emulateCPUThrottling(CPU_SLOWED);
  await page.emulateNetworkConditions(PredefinedNetworkConditions[NETWORK]);
}

/**
 * When it was drawn, and what a click on agree took. Drawing is watched in every frame, which costs the page something.
 * @param {import('puppeteer-core').Browser} browser @param {string} origin @param {import('./subjects.mjs').Subject} subject
 */
export function timeOf(browser, origin, {page: path, drawn, agree}) {
  return withPage(browser, origin, async (page) => {
    await slowDown(page);
    await page.evaluateOnNewDocument(watchDrawing(drawn));
    await page.goto(origin + path);
    const settled = await page.evaluate('settled');
    if (!agree) return {settled};
    const button = await page.evaluateHandle(agree);
    await button.evaluate((element) => element.scrollIntoView({block: 'center', behavior: 'instant'}));
    await page.evaluate(WATCH_CLICK);
    await button.click();
    return {settled, handled: await page.evaluate('handled')};
  });
}

/**
 * What loading it costs.
 * @param {import('puppeteer-core').Browser} browser @param {string} origin @param {import('./subjects.mjs').Subject} subject
 */
export function costOf(browser, origin, {page: path}) {
  return withPage(browser, origin, async (page) => {
    await slowDown(page);
    await page.evaluateOnNewDocument(WATCH_SHIFT);
    const metrics = await metricsOf(page);
    const before = await metrics.read();
    await page.goto(origin + path);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    const {taskMs} = await metrics.read();
    const seen = await page.evaluate(() => {
      const loaded = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ];
      const files = loaded.filter(({name}) => name.startsWith('http'));
      const bytes = files.reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0);
      return {
        shift: window.shift,
        requests: files.length,
        kib: bytes / 1024,
      };
    });
    await metrics.collectGarbage();
    return {...seen, taskMs: taskMs - before.taskMs, heapKiB: (await metrics.read()).heapKiB};
  });
}
