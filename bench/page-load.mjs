// What the elements cost a page and a person on a slow phone, beside the least possible and beside others.
import {engine, launchChromium} from './browser/chromium.mjs';
import {costOf, CPU_SLOWED, NETWORK, timeOf} from './browser/measure-page.mjs';
import {median, rotated} from './browser/numbers.mjs';
import {ownTasks} from './browser/own-tasks.mjs';
import {serve} from './browser/serve.mjs';
import {subjects as everything} from './browser/subjects.mjs';

const ROUNDS = 5;
/** How much later than hand-written HTML the prerendered question may be readable. */
const WITHIN = 1.05;
const HEAP_KIB = 350;

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

/**
 * Medians by name of subject, each round, and by what it is to be readable.
 * @returns {Promise<Map<string, Record<string, number> & {rounds: object[], like?: string}>>}
 */
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
  return new Map(
    subjects.map(({name, like}) => [name, {...medians(seen.get(name)), rounds: seen.get(name), like}]),
  );
}

/** What a subject adds to the page without it. */
const added = (all, name, key) => all.get(name)[key] - all.get('nothing added')[key];

/** @param {number[]} values */
const spreadOf = (values) => `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;

function tableOf(all) {
  const ms = (value) => (value === undefined ? '' : value.toFixed(0));
  const rows = [...all].map(([name, seen]) => [
    name,
    seen.settled === undefined
      ? ''
      : `${ms(seen.settled)} (${spreadOf(seen.rounds.map(({settled}) => settled))})`,
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

/** How a subject stands to another one: the ratio of their medians, and the least and the largest of a single round. */
function ratio(all, name, other, numberOf) {
  const [mine, theirs] = [all.get(name), all.get(other)];
  const single = mine.rounds
    .map((round, i) => numberOf(round, i) / numberOf(theirs.rounds[i], i))
    .sort((a, b) => a - b);
  const spread = `${single[0].toFixed(2)}–${single.at(-1).toFixed(2)}`;
  return {value: numberOf(mine) / numberOf(theirs), spread};
}

/** @returns {import('../scripts/bench.mjs').Row[]} */
function barsOf(all) {
  const orejime = [...all.keys()].find((name) => name.startsWith('orejime'));
  const nothing = all.get('nothing added');
  /** @param {string} name @param {string} what @param {string | undefined} other @param {(seen: object, i?: number) => number} numberOf @param {number} atMost */
  const row = (name, what, other, numberOf, atMost = 1) => {
    if (!other) return [];
    const {value, spread} = ratio(all, name, other, numberOf);
    const than = other.replace(/ \d.*|\*/g, '');
    return [
      {
        what: `${name.replaceAll('*', '')}: ${what} / ${than} (${spread})`,
        value,
        unit: '×',
        atMost,
      },
    ];
  };
  const taskMs = (seen, i) => seen.taskMs - (i === undefined ? nothing : nothing.rounds[i]).taskMs;
  return [...all].flatMap(([name, seen]) => {
    if (!name.startsWith('**')) return [];
    const what = name.replaceAll('*', '');
    return [
      ...row(name, 'readable', seen.like, (each) => each.settled, WITHIN),
      ...row(name, 'settled', orejime, (each) => each.settled),
      ...row(name, 'tasks', orejime, taskMs),
      ...row(name, 'longest task', orejime, (each) => each.longest),
      ...row(name, 'click', orejime, (each) => each.handled),
      {
        what: `${what}: layout shift`,
        value: Math.max(0, added(all, name, 'shift')),
        unit: 'of the window',
        atMost: 0,
      },
      {what: `${what}: heap`, value: seen.heapKiB - nothing.heapKiB, unit: 'KiB', atMost: HEAP_KIB},
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
    'requests without those of the page itself. Bars are ratios of medians; in brackets the least and the largest ratio of a single round. Ours in bold; checkbox and prerendered: the file ' +
    'for one language; prerendered: with the fallback of `ipsm-policy html`, its styles in the page or in a sheet; registration page: boxes and ' +
    'purposes prerendered, banner, summary, the file for three languages.';
  return {title: 'In a page', engine, method, table: tableOf(all), rows: barsOf(all)};
}
