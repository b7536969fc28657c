/**
 * Makes a clone ready to use: dependencies, build, and with the argument `test` the browsers. Says and does nothing
 * when everything is there. Only Node's built-ins, since nothing else may be installed yet.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = [
  ...['src', 'demo', 'xliff', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...[
    'rollup.config.mjs',
    'lit-localize.one-language.json',
    'tsconfig.one-language.json',
    'scripts/custom-elements.mjs',
    'scripts/build.mjs',
    'scripts/bundle-demo.mjs',
    'scripts/gallery/entries.mjs',
    'scripts/bundle-cli.mjs',
    'scripts/digest-notices.mjs',
    'scripts/framework-types.mjs',
    'scripts/schemas.mjs',
    'scripts/schemas',
    'scripts/write-server-files.mjs',
    'scripts/cdn',
  ],
];
const OUTPUTS = ['dist', 'out'];
// stays behind when a build fails half-way, whose outputs look new and are not whole
const UNFINISHED = join(root, '.cache', 'unfinished-build');

/** @param {string} program @param {string[]} args */
function run(program, args) {
  // npm.cmd on Windows needs a shell, a path to node with blanks in it must not have one
  const shell = process.platform === 'win32' && program === 'npm';
  const {status, error} = spawnSync(program, args, {cwd: root, stdio: 'inherit', shell});
  if (status === 0) return;
  console.error(error ? error.message : `Failed: ${[program, ...args].join(' ')}`);
  process.exit(1);
}

/** @param {string} file @returns {Record<string, {version?: string, integrity?: string, optional?: boolean}>} */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/** npm keeps in node_modules a lockfile of what it installed. By content: a checkout changes every mtime. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(record);
  for (const [path, {version, integrity, optional}] of Object.entries(wanted)) {
    const there = installed[path];
    // of the native packages only those of this platform are installed
    if (path === '' || (!there && optional)) continue;
    if (there?.version !== version || there?.integrity !== integrity) return false;
  }
  return Object.keys(installed).every((path) => path in wanted);
}

/**
 * When anything at a path last changed; 0 without it, so that what is missing counts as old.
 * @param {string} path relative to the project @param {(isFile: boolean) => boolean} isCounted @returns {number}
 */
function newest(path, isCounted) {
  const at = join(root, path);
  if (!existsSync(at)) return 0;
  const stat = statSync(at);
  const inside = stat.isDirectory() ? readdirSync(at).map((name) => newest(join(path, name), isCounted)) : [];
  return Math.max(isCounted(stat.isFile()) ? stat.mtimeMs : 0, ...inside);
}

function isBuilt() {
  if (existsSync(UNFINISHED)) return false;
  // a folder's own time tells that a source was removed, but of outputs only files prove that something was built
  const sources = SOURCES.map((path) => newest(path, () => true));
  const outputs = OUTPUTS.map((path) => newest(path, (isFile) => isFile));
  return Math.min(...outputs) > Math.max(...sources);
}

if (!isInstalled()) {
  console.log('Installing the dependencies (npm ci) …');
  run('npm', ['ci']);
}
if (!isBuilt()) {
  console.log('Building …');
  mkdirSync(dirname(UNFINISHED), {recursive: true});
  writeFileSync(UNFINISHED, '');
  run(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  rmSync(UNFINISHED);
}
if (process.argv[2] === 'test') {
  const {ensureBrowsers} = await import('./browsers.mjs');
  try {
    ensureBrowsers();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
