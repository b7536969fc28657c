/**
 * A lockfile must work everywhere: no address of somebody's registry in it, and the native packages of every platform
 * present. A registry that lacks one makes npm leave it out without a word, and `npm ci` fails later. Those of the examples
 * name the package of this project as it is packed, whose digest is another after each build.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WITH_NATIVE_PACKAGES = ['esbuild', 'rollup', 'rolldown', 'lightningcss', 'next', 'sharp', 'lmdb'];
const PACKED = /^file:.*\/ipsm-consent\.tgz$/;

/** What is wrong with a lockfile. @param {string} file */
function problemsOf(file) {
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  /** @type {{packages: Record<string, any>}} */
  const {packages} = JSON.parse(text);
  const problems = [];

  for (const [path, {resolved, link, integrity}] of Object.entries(packages)) {
    if (typeof resolved === 'string' && /^https?:/.test(resolved))
      problems.push(`${path}: resolved to ${resolved}`);
    if (PACKED.test(resolved)) {
      if (integrity) problems.push(`${path}: an integrity; write it with scripts/frontends/lock.mjs`);
    } else if (path !== '' && !link && !integrity) problems.push(`${path}: no integrity`);
  }
  // also where no key `resolved` would show it
  for (const [address] of text.matchAll(/https?:\/\/[^"\s]*(?:registry|\.tgz)[^"\s]*/g))
    problems.push(`a registry is named: ${address}`);

  /** Whether `name` is found from `path`, as Node looks for it: beneath, then upwards. @param {string} path @param {string} name */
  function isFound(path, name) {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1)))
      if (packages[`${at}/node_modules/${name}`]) return true;
    return packages[`node_modules/${name}`] !== undefined;
  }

  for (const [path, {optionalDependencies = {}}] of Object.entries(packages)) {
    if (!WITH_NATIVE_PACKAGES.some((name) => path.endsWith(`node_modules/${name}`))) continue;
    for (const name of Object.keys(optionalDependencies))
      if (!isFound(path, name)) problems.push(`${path}: its ${name} is missing from the lockfile`);
  }
  return problems;
}

const files = [
  'package-lock.json',
  ...readdirSync(`${ROOT}examples`)
    .filter((name) => existsSync(`${ROOT}examples/${name}/package.json`))
    .map((name) => `examples/${name}/package-lock.json`),
];
const problems = files.flatMap((file) => problemsOf(file).map((problem) => `${file}: ${problem}`));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
