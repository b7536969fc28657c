import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const elsewhere = mkdtempSync(join(tmpdir(), 'ipsm consent '));
after(() => rmSync(elsewhere, {recursive: true, force: true}));

/** Packages that go into the files: a link to them would be followed back to here. */
const INSIDE = /^(@lit|lit|lit-element|lit-html)$/;
const BUILD = `
  import {rollup} from 'rollup';
  import {cdnBundles} from './scripts/cdn/bundles.mjs';
  for (const {output, ...input} of cdnBundles.slice(0, 2)) await (await rollup(input)).write(output);`;

test('files for script tags have the same bytes when another folder builds them', () => {
  for (const name of ['package.json', 'out', 'src', 'scripts'])
    cpSync(join(root, name), join(elsewhere, name), {recursive: true});
  mkdirSync(join(elsewhere, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    const [from, to] = [join(root, 'node_modules', name), join(elsewhere, 'node_modules', name)];
    if (INSIDE.test(name)) cpSync(from, to, {recursive: true});
    else symlinkSync(from, to, 'junction');
  }
  writeFileSync(join(elsewhere, 'build.mjs'), BUILD);
  const {status, stderr} = spawnSync(process.execPath, ['build.mjs'], {cwd: elsewhere, encoding: 'utf8'});
  assert.equal(status, 0, stderr);

  const names = readdirSync(join(elsewhere, 'dist/cdn'));
  assert.equal(names.length, 4, 'two files and their maps');
  for (const name of names) {
    const [here, there] = [root, elsewhere].map((folder) => readFileSync(join(folder, 'dist/cdn', name)));
    assert.ok(here.equals(there), `${name} differs. Is dist/ up to date? npm run build`);
  }
});
