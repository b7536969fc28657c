import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {ROOT} from '../../test/helpers/project.mjs';

const CACHE = join(ROOT, '.cache', 'frontends');
/** What the examples name as their dependency: the package as npm would bring it. */
const PACKED = join(CACHE, 'ipsm-consent.tgz');
const NAME = 'ipsm-consent';

const digest = (...files) =>
  files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex');

/**
 * Runs a command in a folder. What it says is only told when it fails.
 * @param {string} folder @param {string[]} words @param {Record<string, string>} [env]
 */
export function run(folder, words, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(words[0], words.slice(1), {
      cwd: folder,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data));
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0 ? resolve(said) : reject(new Error(`${words.join(' ')} ended with ${status}:\n${said}`)),
    );
  });
}

/** Packs the package as it is built. */
export async function pack() {
  mkdirSync(CACHE, {recursive: true});
  // the scripts would build once more
  await run(ROOT, ['npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', CACHE]);
  const made = readdirSync(CACHE).find((name) => /^ipsm-consent-\d.*\.tgz$/.test(name));
  renameSync(join(CACHE, made), PACKED);
}

/** Installs what an example's lockfile names, where that has changed, and the package as it was packed. @param {string} folder */
export async function install(folder) {
  const modules = join(folder, 'node_modules');
  const [lock, own] = ['package-lock.json', 'package.json'].map((name) => join(folder, name));
  const marks = {[join(modules, '.locked')]: digest(lock, own), [join(modules, '.packed')]: digest(PACKED)};
  const [isLocked, isPacked] = Object.entries(marks).map(
    ([file, mark]) => existsSync(file) && readFileSync(file, 'utf8') === mark,
  );
  if (isLocked && isPacked) return;
  if (!isLocked) await run(folder, ['npm', 'ci', '--no-audit', '--no-fund']);
  else {
    const place = join(modules, NAME);
    rmSync(place, {recursive: true});
    mkdirSync(place);
    await run(folder, ['tar', '-xzf', PACKED, '-C', place, '--strip-components=1']);
  }
  for (const [file, mark] of Object.entries(marks)) writeFileSync(file, mark);
}
