// Everything that a checkout lacks: digests of the bundled notices, dist/ for users, out/ for demo and tests.
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const require = createRequire(import.meta.url);

/** Runs a package's own program with this Node, so that no shell and no PATH matter. */
function run(name, bin, ...args) {
  const folder = dirname(require.resolve(`${name}/package.json`));
  const entry = require(`${name}/package.json`).bin;
  const {status} = spawnSync(
    process.execPath,
    [join(folder, typeof entry === 'string' ? entry : entry[bin]), ...args],
    {
      stdio: 'inherit',
    },
  );
  if (status) process.exit(status);
}

/** Runs a script of ours. @param {string} file */
function runScript(file) {
  const {status} = spawnSync(process.execPath, [file], {stdio: 'inherit'});
  if (status) process.exit(status);
}

for (const folder of ['dist', 'out']) rmSync(folder, {recursive: true, force: true});
runScript('scripts/digest-notices.mjs');
run('typescript', 'tsc', '-p', 'tsconfig.json');
run('typescript', 'tsc', '-p', 'src/cli/tsconfig.json');
run('@lit/localize-tools', 'lit-localize', 'build', '--config', 'lit-localize.one-language.json');
run('rollup', 'rollup', '-c', '--silent');
runScript('scripts/cdn/write-fallback-styles.mjs');
runScript('scripts/cdn/write-notes.mjs');
cpSync('out/src', 'dist', {
  recursive: true,
  filter: (file) =>
    !/bundles|src[\\/]cli|l10n[\\/](generated|catalogues|source-words|use-catalogue|words)|define[\\/]speak/.test(
      file,
    ) &&
    (!/\.\w+$/.test(file) || file.endsWith('.d.ts')),
});
runScript('scripts/schemas.mjs');
runScript('scripts/bundle-cli.mjs');
runScript('scripts/write-server-files.mjs');
runScript('scripts/custom-elements.mjs');
runScript('scripts/framework-types.mjs');
if (existsSync('demo/tsconfig.json')) {
  run('typescript', 'tsc', '-b', 'demo');
  runScript('scripts/bundle-demo.mjs');
}
