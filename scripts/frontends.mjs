/**
 * Installs, checks, builds and opens the examples for frontends, and goes through each as a person does. Arguments are
 * names of examples; without arguments all. BROWSERS=chromium,firefox limits the engines.
 */
import {planBrowsers, versionOf} from './browsers.mjs';
import {APPS, build, checkTypes, folderOf, serve} from './frontends/apps.mjs';
import {openBrowser, unexpected} from './frontends/drive.mjs';
import {install, pack} from './frontends/install.mjs';
import {makePolicy} from './frontends/policy.mjs';
import {person, STEPS} from './frontends/scenario.mjs';

const COLUMNS = ['types', ...new Set(STEPS.map(([name]) => name)), 'quiet'];
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
        await check();
        passed++;
        if (cells.get(column) !== 'FAILED') cells.set(column, 'ok');
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

/** @param {string} name @param {import('./frontends/apps.mjs').Way} way @param {string} engine */
const rowName = (name, way, engine) => [name, way.name, engine].filter(Boolean).join(' · ');

/** Everything that a person does in one way of an app. */
async function walk(tab, url, way, world, {cell}) {
  const told = [];
  const me = person(tab);
  await tab.goto(`${url}${way.path}`);
  for (const [column, step] of STEPS) {
    await cell(column, async () => {
      await me.tab.run(() => void (localStorage.clear(), sessionStorage.clear()));
      await tab.goto(`${url}${way.path}`);
      await step(me, {...world, way});
    });
    told.push(...(await tab.told()), ...(await me.look()).told);
  }
  await cell('quiet', () => {
    const faults = unexpected(told);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
}

/** @param {string} name @param {any} world @param {import('./browsers.mjs').Engine[]} engines */
async function test(name, world, engines) {
  const {ways, everywhere} = APPS[name];
  await install(folderOf(name));
  let types;
  const checking = checkTypes(name)?.then(
    () => (types = {}),
    (error) => (types = {error}),
  );
  await build(name, world.policy);
  await checking;
  for (const engine of engines) {
    if (!everywhere && engine.name !== 'chromium') continue;
    const site = await serve(name, world, engine.name === 'webkit');
    const browser = await openBrowser(engine);
    try {
      for (const way of ways) {
        const line = row(rowName(name, way, engine.label));
        if (!checking) line.mark('types', '–');
        else await line.cell('types', () => types.error && Promise.reject(types.error));
        const tab = await browser.open();
        await walk(tab, site.url, way, world, line).finally(() => tab.close());
      }
    } finally {
      await browser.close();
      site.close();
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
const world = {policy, kept: []};
for (const name of names.length > 0 ? names : Object.keys(APPS)) {
  const began = Date.now();
  await test(name, world, engines).catch((error) => failures.push(`${name}: ${error.stack ?? error}`));
  console.log(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
policy.remove();
for (const failure of failures) console.log(`\n${failure}`);
if (rows.length > 0) printMatrix();
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);
