/**
 * Runs the browser tests in every engine and the Node tests, two runs side by side, and ends with one line that counts
 * everything. Suites of core and server run in Node as well.
 * Arguments are test files; without arguments everything runs. BROWSERS=chromium,firefox limits the engines.
 */
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {planBrowsers, versionOf} from './browsers.mjs';
import {compileForNode, IN_BOTH} from './compile-for-node.mjs';
import {inLanes, runNamed} from './run-in-lanes.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// of this process alone: two runs in one checkout must not read each other's results
const results = join(root, '.cache', `results-${process.pid}`);
const tapFile = join(results, 'node.tap');
const RUNNER = join(root, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js');
/** Two engines share two cores well; timers in a third would be late. */
const LANES = 2;
/** A fresh browser after that: in one that has had many, WebKitGTK's web process grows to 1 GB and more, and hangs or crashes. */
const FILES_PER_BROWSER = 20;
/** Whole pages in frames, which WebKitGTK does not give back. */
const PAGES_PER_BROWSER = 4;
const isOfPages = (/** @type {string} */ file) => file.startsWith('test/demo/');
/** @typedef {{passed: number, failed: number, skipped: number}} Count */
/** @type {Map<string, Count>} */
const counted = new Map();

/** @param {Count} count */
const inWords = ({passed, failed, skipped}) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {Count} a @param {Count} b */
const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** @param {string} name @param {Count} count */
function add(name, count) {
  const before = counted.get(name);
  counted.set(name, before ? sum(before, count) : count);
}

function plan() {
  try {
    return planBrowsers();
  } catch (error) {
    return {run: [], notes: [], errors: [error.message]};
  }
}

/** @param {string[]} files @returns {((alone: boolean) => Promise<void>)[]} */
function browserTests(files) {
  const {run, notes, errors} = plan();
  for (const engine of run) console.log(`Testing in ${engine.label} (${versionOf(engine) || engine.path})`);
  for (const note of notes) console.log(note);
  for (const error of errors) add(error, {passed: 0, failed: 1, skipped: 0});
  if (errors.length > 0) return [];
  return shares(files).flatMap((share, i) => run.map((engine) => (alone) => testIn(engine, share, i, alone)));
}

/** @param {string[]} files @param {number} size */
const inParts = (files, size) =>
  Array.from({length: Math.ceil(files.length / size)}, (_, i) => files.slice(i * size, (i + 1) * size));

/** @param {string[]} files */
const shares = (files) => [
  ...inParts(files.filter(isOfPages), PAGES_PER_BROWSER),
  ...inParts(
    files.filter((file) => !isOfPages(file)),
    FILES_PER_BROWSER,
  ),
];

/** @param {import('./browsers.mjs').Engine} engine @param {string[]} files @param {number} i @param {boolean} alone */
async function testIn({name, label}, files, i, alone) {
  const countFile = join(results, `${name}-${i}.json`);
  const args = [RUNNER, '--files', ...files];
  const env = {BROWSERS: name, COUNT_FILE: countFile};
  const how = await runNamed({name: label, args, env, cwd: root, alone});
  const {counts = {}, finished} = existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : {};
  const count = counts[label] ?? {passed: 0, failed: 0, skipped: 0};
  add(label, count);
  // a run that ended badly without a failed test to show for it still counts as one failure
  if (!finished || (how && count.failed === 0))
    add(`${label} ended too early (${how || 'nothing ran'})`, {passed: 0, failed: 1, skipped: 0});
}

/** @param {string[]} files modules for Node, and suites for browser and Node @param {boolean} alone */
async function nodeTests(files, alone) {
  const spec = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  const tap = ['--test-reporter=tap', `--test-reporter-destination=${tapFile}`];
  const modules = files.filter((file) => file.endsWith('.mjs'));
  const suites = files.filter((file) => !modules.includes(file));
  const compiled = compileForNode(root, suites, join(results, 'suites'));
  const args = ['--enable-source-maps', '--test', ...spec, ...tap, ...modules, ...compiled];
  const how = await runNamed({name: 'Node', args, cwd: root, alone});
  const text = existsSync(tapFile) ? readFileSync(tapFile, 'utf8') : '';
  /** @param {string} word */
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const count = {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
  };
  add('Node', count);
  if (how && count.failed === 0) add(`Node ended too early (${how})`, {passed: 0, failed: 1, skipped: 0});
}

const isTest = /\.test\.(mjs|ts)$/;

/** @returns {string[]} */
const allTests = () =>
  readdirSync(join(root, 'test'), {recursive: true, encoding: 'utf8'})
    .filter((name) => isTest.test(name))
    .map((name) => `test/${name.replaceAll('\\', '/')}`)
    .sort();

mkdirSync(results, {recursive: true});
const asked = process.argv.slice(2).map((file) => relative(root, resolve(file)).replaceAll('\\', '/'));
const missing = asked.filter((file) => !file.includes('*') && !existsSync(join(root, file)));
for (const file of missing) add(`No such file: ${file}`, {passed: 0, failed: 1, skipped: 0});
const files = asked.length > 0 ? asked.filter((file) => !missing.includes(file)) : allTests();
const inNode = files.filter((file) => file.endsWith('.mjs') || IN_BOTH.test(file));
const inBrowser = files.filter((file) => !file.endsWith('.mjs'));

const tasks = inBrowser.length > 0 ? browserTests(inBrowser) : [];
if (inNode.length > 0) tasks.push((alone) => nodeTests(inNode, alone));
await inLanes(tasks, LANES);

const totalOf = () => [...counted.values()].reduce(sum, {passed: 0, failed: 0, skipped: 0});
// nothing at all having run is not success
if (Object.values(totalOf()).every((count) => count === 0))
  add('No test ran', {passed: 0, failed: 1, skipped: 0});
const total = totalOf();

rmSync(results, {recursive: true, force: true});
console.log(`\n${[...counted].map(([name, count]) => `${name}: ${inWords(count)}`).join('\n')}\n`);
console.log(inWords(total));
process.exitCode = total.failed > 0 ? 1 : 0;
