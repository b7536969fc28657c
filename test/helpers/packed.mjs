import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from './project.mjs';

/** @param {string[]} args @param {string} cwd */
const run = (program, args, cwd) =>
  execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm.cmd needs one
    shell: process.platform === 'win32' && program === 'npm',
  });

/**
 * What `npm pack` makes of the package as it is built, and a project beside it that has installed it: as anybody has it,
 * but that `lit` and the frameworks are found in this checkout.
 */
export function packAndInstall() {
  mkdirSync(join(ROOT, 'out'), {recursive: true});
  const folder = mkdtempSync(join(ROOT, 'out', 'installed-'));
  const answer = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT);
  // npm 11 answers with a list, npm 12 by name
  const [{files, filename}] = Object.values(JSON.parse(answer));
  // tar of Windows takes C: for the name of a machine
  run('tar', ['-xzf', filename], folder);
  const installed = join(folder, 'node_modules', 'ipsm-consent');
  mkdirSync(join(folder, 'node_modules'));
  renameSync(join(folder, 'package'), installed);
  writeFileSync(join(folder, 'package.json'), '{"name": "somebodys-app", "type": "module"}');
  return {
    /** The project that has installed it. */
    folder,
    /** The tarball. */
    tarball: join(folder, filename),
    /** Where the package is in it. */
    installed,
    /** What is in the package: paths from its root, and bytes. @type {{path: string, size: number}[]} */
    files,
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}
