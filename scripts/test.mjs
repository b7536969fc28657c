/**
 * Runs the browser tests in every engine, then the Node tests, and ends with one line that counts everything. Suites of
 * core and server run in Node as well.
 * Arguments are test files; without arguments everything runs. BROWSERS=chromium,firefox limits the engines.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {planBrowsers, versionOf} from './browsers.mjs';
import {compileForNode, IN_BOTH} from './compile-for-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// of this process alone: two runs in one checkout must not read each other's results
const results = join(root, '.cache', `results-${process.pid}`);
const countFile = join(results, 'browsers.json');
const tapFile = join(results, 'node.tap');
const total = {passed: 0, failed: 0, skipped: 0};

/** @param {{passed: number, failed: number, skipped: number}} count */
const inWords = ({passed, failed, skipped}) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {string} name @param {{passed: number, failed: number, skipped: number}} count */
function report(name, count) {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  return `${name}: ${inWords(count)}`;
}

/** @param {string[]} args */
function runNode(args) {
  const env = {...process.env, COUNT_FILE: countFile};
  return spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit', env}).status === 0;
}

function plan() {
  try {
    return planBrowsers();
  } catch (error) {
    return {run: [], notes: [], errors: [error.message]};
  }
}

/** @param {string[]} files @returns {string[]} */
function browserTests(files) {
  const {run, notes, errors} = plan();
  for (const engine of run) console.log(`Testing in ${engine.label} (${versionOf(engine) || engine.path})`);
  for (const note of notes) console.log(note);
  if (errors.length > 0) return errors.map((error) => report(error, {passed: 0, failed: 1, skipped: 0}));

  const runner = join(root, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js');
  const fine = runNode([runner, ...(files.length > 0 ? ['--files', ...files] : [])]);
  const counts = existsSync(countFile) ? JSON.parse(readFileSync(countFile, 'utf8')) : {};
  const lines = run.map(({label}) => {
    if (counts[label]) return report(label, counts[label]);
    return report(`${label} brought no results`, {passed: 0, failed: 1, skipped: 0});
  });
  // a run that ended badly without a failed test to show for it still counts as one failure
  if (!fine && total.failed === 0)
    lines.push(report('The test runner failed', {passed: 0, failed: 1, skipped: 0}));
  return lines;
}

/** @param {string[]} files modules for Node, and suites for browser and Node @returns {string[]} */
function nodeTests(files) {
  const spec = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  const tap = ['--test-reporter=tap', `--test-reporter-destination=${tapFile}`];
  const modules = files.filter((file) => file.endsWith('.mjs'));
  const suites = files.filter((file) => !modules.includes(file));
  const compiled = compileForNode(root, suites, join(results, 'suites'));
  const fine = runNode(['--enable-source-maps', '--test', ...spec, ...tap, ...modules, ...compiled]);
  const text = existsSync(tapFile) ? readFileSync(tapFile, 'utf8') : '';
  /** @param {string} word */
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  const count = {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
  };
  if (!fine && count.failed === 0) count.failed = 1;
  return [report('Node', count)];
}

function allNodeTests() {
  return ['node', 'core', 'server'].flatMap((folder) => {
    const names = readdirSync(join(root, 'test', folder)).filter((name) => /\.test\.(mjs|ts)$/.test(name));
    return names.sort().map((name) => `test/${folder}/${name}`);
  });
}

mkdirSync(results, {recursive: true});
const asked = process.argv.slice(2).map((file) => relative(root, resolve(file)).replaceAll('\\', '/'));
const missing = asked.filter((file) => !file.includes('*') && !existsSync(join(root, file)));
const lines = missing.map((file) => report(`No such file: ${file}`, {passed: 0, failed: 1, skipped: 0}));
const present = asked.filter((file) => !missing.includes(file));
const inNode =
  asked.length > 0 ? present.filter((file) => file.endsWith('.mjs') || IN_BOTH.test(file)) : allNodeTests();
const inBrowser = present.filter((file) => !file.endsWith('.mjs'));

if (asked.length === 0 || inBrowser.length > 0) lines.push(...browserTests(inBrowser));
if (inNode.length > 0) lines.push(...nodeTests(inNode));
// nothing at all having run is not success
if (total.passed + total.failed + total.skipped === 0)
  lines.push(report('No test ran', {passed: 0, failed: 1, skipped: 0}));

rmSync(results, {recursive: true, force: true});
console.log(`\n${lines.join('\n')}\n`);
console.log(inWords(total));
process.exitCode = total.failed > 0 ? 1 : 0;
