/**
 * Installs, checks, builds and opens the examples for frontends, and goes through each as a person does. Arguments are
 * names of examples; without arguments all. BROWSERS=chromium,firefox limits the engines.
 */
import {planBrowsers, versionOf} from './browsers.mjs';
import {APPS, build, checkTypes, folderOf, serve, start} from './frontends/apps.mjs';
import {openBrowser, unexpected} from './frontends/drive.mjs';
import {install, pack} from './frontends/install.mjs';
import {makePolicy} from './frontends/policy.mjs';
import {person, STEPS} from './frontends/scenario.mjs';
import {compare, weigh} from './frontends/weight.mjs';

const COLUMNS = ['types', ...new Set(STEPS.map(([name]) => name)), 'quiet', 'script'];
/** @type {{name: string, cells: Map<string, string>}[]} */
const rows = [];
const failures = [];
let passed = 0;

/** @param {string} name of the row */
function row(name) {
  const cells = new Map();
  rows.push({name, cells});
  return {
    /** @param {string} column @param {() => unknown} check */
    async cell(column, check) {
      try {
        const said = await check();
        passed++;
        if (cells.get(column) !== 'FAILED') cells.set(column, typeof said === 'string' ? said : 'ok');
      } catch (error) {
        cells.set(column, 'FAILED');
        failures.push(`${name}, ${column}: ${error.stack.split('\n    at async cell')[0]}`);
        console.log(`${name}, ${column}: FAILED`);
      }
    },
    /** @param {string} column @param {string} mark */
    mark: (column, mark) => cells.set(column, mark),
  };
}

/** What its page loads of scripts, as docs/frameworks.md says it. */
async function weighPage(name, url, {path}, browser) {
  const tab = await browser.open();
  const me = person(tab);
  try {
    await tab.goto(`${url}${path}`);
    await me.ready();
    const weight = await weigh(tab, (await me.look()).loaded);
    compare(name, weight);
    return `${weight.toFixed(1)} KB`;
  } finally {
    await tab.close();
  }
}

/** Everything that a person does in one way of an app, each step in a tab of its own. */
async function walk(browser, url, way, world, {cell, mark}) {
  const told = [];
  for (const [column, step, isFor = () => true, opensPage = false] of STEPS) {
    const tab = await browser.open();
    const me = person(tab);
    if (isFor(tab, way)) {
      const all = {...world, way, url: `${url}${way.path}`};
      await cell(column, async () => {
        if (!opensPage) await tab.goto(all.url);
        await step(me, all);
      });
      told.push(...(await tab.told()), ...(await me.look()).told);
    } else mark(column, '–');
    await tab.close();
  }
  await cell('quiet', () => {
    const faults = unexpected(told);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
}

/** @param {string} name @param {any} policy @param {import('./browsers.mjs').Engine[]} engines */
async function test(name, policy, engines) {
  const {ways, modes, everywhere} = APPS[name];
  await install(folderOf(name));
  let fault;
  const checking = checkTypes(name)?.catch((error) => (fault = error));
  await build(name, policy);
  await checking;
  for (const engine of engines) {
    if (!everywhere && engine.name !== 'chromium') continue;
    for (const mode of modes ?? ['']) {
      const site = mode
        ? await start(name, mode, policy)
        : await serve(name, policy, engine.name === 'webkit');
      const browser = await openBrowser(engine);
      try {
        for (const way of ways) {
          const line = row([name, way.name, mode, engine.label].filter(Boolean).join(' · '));
          if (checking) await line.cell('types', () => fault && Promise.reject(fault));
          else line.mark('types', '–');
          await walk(browser, site.url, way, {policy, kept: site.kept}, line);
          // what is built is the same in every engine; while developing nothing is made small
          if (engine.name === 'chromium' && mode !== 'dev')
            await line.cell('script', () => weighPage(name, site.url, way, browser));
          else line.mark('script', '–');
        }
      } finally {
        await browser.close();
        site.close();
      }
    }
  }
}

function printMatrix() {
  const width = Math.max(...rows.map(({name}) => name.length));
  const line = (first, cells) => `${first.padEnd(width)}  ${cells.join('  ')}`;
  console.log(`\n${line('', COLUMNS)}`);
  for (const {name, cells} of rows)
    console.log(
      line(
        name,
        COLUMNS.map((column) => (cells.get(column) ?? '').padEnd(column.length)),
      ).trimEnd(),
    );
}

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in APPS));
if (unknown !== undefined)
  throw new Error(`There is no example ${unknown}; there are ${Object.keys(APPS).join(', ')}.`);
const {run: engines, notes, errors} = planBrowsers();
if (errors.length > 0) throw new Error(errors.join('\n'));
for (const engine of engines) console.log(`Testing in ${engine.label} (${versionOf(engine) || engine.path})`);
for (const note of notes) console.log(note);

await pack();
const policy = await makePolicy();
for (const name of names.length > 0 ? names : Object.keys(APPS)) {
  const began = Date.now();
  await test(name, policy, engines).catch((error) => failures.push(`${name}: ${error.stack ?? error}`));
  console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
policy.remove();
for (const failure of failures) console.log(`\n${failure}`);
if (rows.length > 0) printMatrix();
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);
