import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */
/** @typedef {import('@web/test-runner-core').TestSession} TestSession */

/** @returns {Count} */
const none = () => ({passed: 0, failed: 0, skipped: 0});

/** @param {import('@web/test-runner-core').TestSuiteResult | undefined} suite @param {Count} count */
function add(suite, count) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) count.skipped++;
    else if (test.passed) count.passed++;
    else count.failed++;
  }
  for (const child of suite?.suites ?? []) add(child, count);
}

/** @param {TestSession} session */
function countOf({testResults, passed}) {
  const count = none();
  add(testResults, count);
  // a file that did not load, a hook that threw or a page that never answered has no failed test of its own
  if (!passed && count.failed === 0) count.failed++;
  return count;
}

/**
 * Says of each file how many tests passed and how long it took, and writes how many passed, failed and were skipped in
 * each engine, as JSON, for scripts/test.mjs. `finished` is false in what a run leaves behind that ends too early.
 * @param {string} file
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function countReporter(file) {
  /** @type {Record<string, Count>} */
  const counts = {};
  let began = performance.now();
  const write = (finished = false) => writeFileSync(file, JSON.stringify({finished, counts}));
  mkdirSync(dirname(file), {recursive: true});

  return {
    start({sessions, config}) {
      sessions.on('session-status-updated', (session) => {
        const {status, browser, testFile} = session;
        if (status !== 'FINISHED') return;
        const total = (counts[browser.name] ??= none());
        const count = countOf(session);
        for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += count[key];
        write();
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        began = performance.now();
        const failed = count.failed ? `, ${count.failed} failed` : '';
        console.log(`${relative(config.rootDir, testFile)}: ${count.passed} passed${failed}, ${seconds} s`);
      });
    },
    onTestRunFinished: () => write(true),
  };
}
