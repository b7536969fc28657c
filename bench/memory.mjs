// Whether elements that come and go leave something behind.
import {engine, launchChromium, withPage} from './browser/chromium.mjs';
import {metricsOf} from './browser/metrics.mjs';
import {median} from './browser/numbers.mjs';
import {serve} from './browser/serve.mjs';

const ROUNDS = 3;
const TIMES = 1000;
/** Less than a tenth of a KiB for each time: compiled code and its statistics still grow a little. */
const GROWTH_KIB = 100;
const TAGS = ['ipsm-consent-checkbox', 'ipsm-consent-banner', 'ipsm-policy-summary', 'ipsm-consent-status'];
const PAGE =
  '<!doctype html><html lang="kk"><meta charset="utf-8"><title>Memory</title><link rel="icon" href="data:,">' +
  '<script src="/ipsm-consent.js"></script><body><form><label for="x">Label</label></form></body></html>';

/** Runs in the page: connects a new element and takes it away, many times; or the same one. */
async function comeAndGo(tag, times, isNew) {
  const form = document.querySelector('form');
  let element = document.createElement(tag);
  for (let i = 0; i < times; i++) {
    if (isNew) element = document.createElement(tag);
    form.append(element);
    await element.updateComplete;
    element.remove();
    // Observers and microtasks, now and then also the browser's own turn.
    if (i % 50 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** What remains of so many elements, in one new page. */
const growth = (browser, origin, tag, isNew) =>
  withPage(browser, origin, async (page) => {
    await page.goto(`${origin}/memory.html`);
    const metrics = await metricsOf(page);
    const left = async () => {
      await metrics.collectGarbage();
      return metrics.read();
    };
    // As long again as what is measured: by then the code is compiled, and what is made once is made.
    await page.evaluate(comeAndGo, tag, TIMES, isNew);
    const before = await left();
    await page.evaluate(comeAndGo, tag, TIMES, isNew);
    const after = await left();
    return Object.fromEntries(Object.entries(after).map(([key, value]) => [key, value - before[key]]));
  });

/** @param {import('../scripts/bench.mjs').Options} options @returns {Promise<import('../scripts/bench.mjs').Result>} */
export default async function bench({rounds = ROUNDS}) {
  const {origin, close} = await serve(
    {'/memory.html': PAGE},
    {'/ipsm-consent.js': 'dist/cdn/ipsm-consent-all.min.js'},
  );
  const browser = await launchChromium();
  const all = [];
  try {
    for (const tag of TAGS) {
      for (const isNew of [true, false]) {
        const seen = [];
        for (let round = 0; round < rounds; round++) seen.push(await growth(browser, origin, tag, isNew));
        const of = (key) => median(seen.map((each) => each[key]));
        const what = `\`${tag}\`, ${isNew ? 'a new one each time' : 'the same one'}`;
        all.push({what, heapKiB: of('heapKiB'), nodes: of('nodes'), listeners: of('listeners')});
      }
    }
  } finally {
    await browser.close();
    close();
  }
  const method =
    `What is left in ${engine} of connecting an element to a form and taking it away ${TIMES} times, after as many to ` +
    `warm up and after garbage collection; medians of ${rounds} pages. The bars hold for the worst of them. ` +
    '`npm run bench -- memory` measures again.';
  return {title: 'Memory', engine, method, table: tableOf(all), rows: barsOf(all)};
}

/** @param {{what: string, heapKiB: number, nodes: number, listeners: number}[]} all */
function tableOf(all) {
  const lines = all.map(
    ({what, heapKiB, nodes, listeners}) => `| ${what} | ${heapKiB.toFixed(1)} | ${nodes} | ${listeners} |`,
  );
  return ['| left by | heap, KiB | nodes | listeners |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** @param {{heapKiB: number, nodes: number, listeners: number}[]} all @returns {import('../scripts/bench.mjs').Row[]} */
function barsOf(all) {
  const worst = (key) => Math.max(...all.map((each) => each[key]));
  return [
    {what: 'most heap left', value: worst('heapKiB'), unit: 'KiB', atMost: GROWTH_KIB},
    {what: 'most nodes left', value: worst('nodes'), unit: 'nodes', atMost: 0},
    {what: 'most listeners left', value: worst('listeners'), unit: 'listeners', atMost: 0},
  ];
}
