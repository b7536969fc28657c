import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/** @param {import('@web/test-runner-core').TestSuiteResult | undefined} suite @param {Count} count */
function add(suite, count) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) count.skipped++;
    else if (test.passed) count.passed++;
    else count.failed++;
  }
  for (const child of suite?.suites ?? []) add(child, count);
}

/**
 * Writes how many tests passed, failed and were skipped in each engine, as JSON, for scripts/test.mjs.
 * @param {string} file
 * @returns {import('@web/test-runner-core').Reporter}
 */
export function countReporter(file) {
  return {
    onTestRunFinished({sessions}) {
      /** @type {Record<string, Count>} */
      const counts = {};
      for (const session of sessions) {
        const count = (counts[session.browser.name] ??= {passed: 0, failed: 0, skipped: 0});
        const before = count.failed;
        add(session.testResults, count);
        // a file that did not load, a hook that threw or a page that never answered has no failed test of its own
        if (!session.passed && count.failed === before) count.failed++;
      }
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, JSON.stringify(counts));
    },
  };
}
