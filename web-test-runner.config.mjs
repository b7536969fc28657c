import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {fileURLToPath} from 'node:url';
import {planBrowsers} from './scripts/browsers.mjs';
import {cdnMiddleware} from './test/helpers/cdn-middleware.mjs';
import {commandsPlugin} from './test/helpers/commands-plugin.mjs';
import {countReporter} from './test/helpers/count-reporter.mjs';
import {demoMiddleware} from './test/helpers/demo-middleware.mjs';
import {faultMiddleware} from './test/helpers/fault-server.mjs';
import {freePort} from './test/helpers/free-port.mjs';
import {launchers} from './test/helpers/launchers.mjs';
import {packedMiddleware} from './test/helpers/packed-middleware.mjs';
import {policyMiddleware} from './test/helpers/policy-middleware.mjs';

/** @param {string} path */
const inProject = (path) => fileURLToPath(new URL(path, import.meta.url));
const {run, errors} = planBrowsers();
if (errors.length > 0) throw new Error(errors.join('\n'));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: inProject('.'),
  // the runner's own search would give two runs that begin together the same one
  port: await freePort(),
  files: ['test/**/*.test.ts', '!test/node/**'],
  nodeResolve: {exportConditions: ['production']},
  browsers: await launchers(run),
  // one file at a time in an engine: focus and storage belong to one test, and with more than one the WebKit
  // launcher puts tests into iframes, where it has no mouse
  concurrency: 1,
  browserStartTimeout: 120_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: {config: {ui: 'bdd', timeout: 10_000}},
  middleware: [
    // the demo's own server, under /demo-site/
    demoMiddleware(),
    // an operator's server that fails on demand, under /faults/
    faultMiddleware(),
    // content security policies as headers, and what browsers report about them
    policyMiddleware(),
    // bundles as a CDN serves them
    cdnMiddleware(),
    // libraries that browsers cannot import as they are, under /packed/
    packedMiddleware(),
  ],
  plugins: [
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: inProject('tsconfig.json')}),
    commandsPlugin({screenshots: inProject('.cache/screenshots')}),
  ],
  // a log that is read later has no use for progress bars
  reporters: [
    defaultReporter({reportTestProgress: process.stdout.isTTY === true}),
    countReporter(process.env.COUNT_FILE ?? inProject('.cache/browser-counts.json')),
  ],
};
