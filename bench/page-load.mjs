// What the elements cost a page and a person on a slow phone, beside the least possible and beside others.
import {engine, launchChromium} from './browser/chromium.mjs';
import {costOf, CPU_SLOWED, NETWORK, timeOf} from './browser/measure-page.mjs';
import {median, rotated} from './browser/numbers.mjs';
import {ownTasks} from './browser/own-tasks.mjs';
import {serve} from './browser/serve.mjs';
import {subjects as everything} from './browser/subjects.mjs';

const ROUNDS = 5;
const CLICK_MS = 32;
const TASK_MS = 50;
const WITHIN = 1.1;

/** One round of one subject. */
async function measure(browser, origin, subject) {
  const time = subject.drawn ? await timeOf(browser, origin, subject) : {};
  const cost = await costOf(browser, origin, subject);
  const {longest, click} = await ownTasks(browser, origin, subject, CPU_SLOWED);
  return {...time, ...cost, longest, click};
}

/** @param {object[]} rounds @returns {Record<string, number>} of each number its median; without those that are not there */
function medians(rounds) {
  const keys = Object.keys(rounds[0]).filter((key) => rounds[0][key] !== undefined);
  return Object.fromEntries(keys.map((key) => [key, median(rounds.map((round) => round[key]))]));
}

/** @returns {Promise<Map<string, Record<string, number>>>} medians by name of subject */
async function compare(rounds) {
  const {subjects, pages, files} = await everything();
  const {origin, close} = await serve(pages, files);
  const browser = await launchChromium();
  const seen = new Map(subjects.map(({name}) => [name, []]));
  try {
    // Fonts and code are cold in the first pages of a browser: nobody's are counted.
    for (const subject of subjects) await measure(browser, origin, subject);
    for (let round = 0; round < rounds; round++) {
      for (const subject of rotated(subjects, round)) {
        seen.get(subject.name).push(await measure(browser, origin, subject));
      }
    }
  } finally {
    await browser.close();
    close();
  }
  return new Map([...seen].map(([name, values]) => [name, medians(values)]));
}

/** What a subject adds to the page without it. */
const added = (all, name, key) => all.get(name)[key] - all.get('nothing added')[key];

function tableOf(all) {
  const ms = (value) => (value === undefined ? '' : value.toFixed(0));
  const rows = [...all].map(([name, seen]) => [
    name,
    ms(seen.settled),
    ms(added(all, name, 'taskMs')),
    ms(seen.longest),
    ms(seen.handled),
    ms(seen.click),
    seen.shift.toFixed(3),
    ms(added(all, name, 'heapKiB')),
    added(all, name, 'kib').toFixed(1),
    seen.requests - 1,
  ]);
  const head = [
    'added to the page',
    'drawn and settled, ms',
    'main-thread tasks, ms',
    'longest task with script, ms',
    'click handled, ms',
    'of it listeners, ms',
    'layout shift',
    'JS heap, KiB',
    'loaded, KiB',
    'requests',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @returns {import('../scripts/bench.mjs').Row[]} */
function barsOf(all) {
  const orejime = [...all.keys()].find((name) => name.startsWith('orejime'));
  const least = all.get('empty LitElement').settled;
  return [...all].flatMap(([name, seen]) => {
    if (!name.startsWith('**')) return [];
    const what = name.replaceAll('*', '');
    const taskMs = added(all, name, 'taskMs');
    return [
      {what: `${what}: settled`, value: seen.settled, unit: 'ms', atMost: least * WITHIN},
      {
        what: `${what}: main-thread tasks`,
        value: taskMs,
        unit: 'ms',
        ...(orejime && {atMost: added(all, orejime, 'taskMs')}),
      },
      {what: `${what}: longest task of its own`, value: seen.longest, unit: 'ms', atMost: TASK_MS},
      {
        what: `${what}: layout shift`,
        value: Math.max(0, added(all, name, 'shift')),
        unit: 'of the window',
        atMost: 0,
      },
      {what: `${what}: click on agree handled`, value: seen.handled, unit: 'ms', atMost: CLICK_MS},
    ];
  });
}

/** @param {import('../scripts/bench.mjs').Options} options @returns {Promise<import('../scripts/bench.mjs').Result>} */
export default async function bench({rounds = ROUNDS}) {
  const all = await compare(rounds);
  const method =
    `A registration page in ${engine}, 390 pixels wide, the CPU slowed ${CPU_SLOWED} times, on the network profile ` +
    `“${NETWORK}” of browsers’ developer tools; a local server with brotli, nothing cached, the script in \`head\`. ` +
    `Medians of ${rounds} interleaved rounds after one that is not counted; each measures three loadings, so that ` +
    'watching does not weigh on what is weighed. Settled: in its place in a painted frame, moving no more, and operable; ' +
    'from the beginning of the navigation. Tasks: `TaskDuration` of the main thread in CPU time. Tasks, heap, bytes and ' +
    'requests without those of the page itself. Bars: settled within 10 % of the empty LitElement’s, tasks no more than orejime’s.';
  return {title: 'In a page', engine, method, table: tableOf(all), rows: barsOf(all)};
}
