// Whether time grows with the number of elements and not with its square.
import {engine, launchChromium, withPage} from './browser/chromium.mjs';
import {metricsOf} from './browser/metrics.mjs';
import {median, rotated} from './browser/numbers.mjs';
import {serve} from './browser/serve.mjs';

const ROUNDS = 5;
const COUNTS = [100, 300, 1000];
/** The power of the number with which time grows: 1 is a line, 2 a square. The collector has more to walk in a full heap. */
const LINEAR = 1.2;
const SWITCHED = 100;
const PAGE =
  '<!doctype html><html lang="kk"><meta charset="utf-8"><title>Many</title>' +
  '<link rel="icon" href="data:,"><script src="/ipsm-consent.js"></script><body></body></html>';

/** What is put into the page, so many times. @type {Record<string, (count: number) => string>} */
const MARKUP = {
  'checkboxes, each in a form of its own': (n) =>
    '<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>'.repeat(n),
  'checkboxes in one form': (n) =>
    `<form>${'<ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>'.repeat(n)}</form>`,
  'purpose boxes in one form with a required one': (n) =>
    `<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>` +
    `${'<ipsm-consent-checkbox name="ads" purpose="ads"></ipsm-consent-checkbox>'.repeat(n)}</form>`,
};

/** Runs in the page: until all of it is drawn and laid out. */
async function insert(markup) {
  document.body.innerHTML = markup;
  await Promise.all([...document.querySelectorAll('ipsm-consent-checkbox')].map((box) => box.updateComplete));
  document.body.getBoundingClientRect();
}

/** Runs in the page: until everything is drawn in another language. */
async function speak(lang) {
  const boxes = [...document.querySelectorAll('ipsm-consent-checkbox')];
  const text = () => boxes.at(-1).shadowRoot.textContent;
  const before = text();
  document.documentElement.lang = lang;
  // Observers of the document are called in a microtask.
  await Promise.resolve();
  await Promise.all(boxes.map((box) => box.updateComplete));
  document.body.getBoundingClientRect();
  if (text() === before) throw new Error(`The language did not change to ${lang}.`);
}

/**
 * What a function does to the main thread, in ms.
 * @param {import('puppeteer-core').Page} page @param {(argument: string) => Promise<void>} work @param {string} argument
 */
async function taskMs(page, work, argument) {
  const metrics = await metricsOf(page);
  const before = await metrics.read();
  await page.evaluate(work, argument);
  return (await metrics.read()).taskMs - before.taskMs;
}

/** @param {number} rounds */
async function measure(rounds) {
  const {origin, close} = await serve(
    {'/many.html': PAGE},
    {'/ipsm-consent.js': 'dist/cdn/ipsm-consent.min.js'},
  );
  const browser = await launchChromium();
  const cases = Object.entries(MARKUP).flatMap(([name, markup]) =>
    COUNTS.map((n) => ({name, n, markup: markup(n), ms: []})),
  );
  const switches = [];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const {markup, n, name, ms} of rotated(cases, round)) {
        await withPage(browser, origin, async (page) => {
          await page.goto(`${origin}/many.html`);
          await page.evaluate(insert, MARKUP[name](10));
          ms.push(await taskMs(page, insert, markup));
          if (n === SWITCHED) switches.push(await taskMs(page, speak, 'ru'));
        });
      }
    }
  } finally {
    await browser.close();
    close();
  }
  return {cases, switches};
}

/** @param {{n: number, ms: number[]}[]} cases from few to many */
function growth(cases) {
  const [few, many] = [cases[0], cases.at(-1)];
  return Math.log(median(many.ms) / median(few.ms)) / Math.log(many.n / few.n);
}

/** @param {import('../scripts/bench.mjs').Options} options @returns {Promise<import('../scripts/bench.mjs').Result>} */
export default async function bench({rounds = ROUNDS}) {
  const {cases, switches} = await measure(rounds);
  const rows = Object.keys(MARKUP).flatMap((what) => {
    const own = cases.filter(({name}) => name === what);
    const each = own.map(({n, ms}) => ({what: `${n} ${what}`, value: median(ms) / n, unit: 'ms each'}));
    return [...each, {what: `growth of ${what}`, value: growth(own), unit: '', atMost: LINEAR}];
  });
  rows.push({what: `${SWITCHED} elements change the language`, value: median(switches), unit: 'ms'});
  const method =
    `Main-thread CPU time from markup to the finished layout in ${engine}, at full speed, after ten elements to warm ` +
    `up; medians of ${rounds} interleaved rounds, each in a new page. Growth: the power of the number with which time ` +
    `grows from ${COUNTS[0]} to ${COUNTS.at(-1)}; 1 is a line, 2 a square. \`npm run bench -- many\` measures again.`;
  return {title: 'Many elements', engine, method, rows};
}
