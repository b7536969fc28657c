/**
 * The lockfile must work everywhere: no address of somebody's registry in it, and the native packages of every
 * platform present. A registry that lacks one makes npm leave it out without a word, and `npm ci` fails later.
 */
import {readFileSync} from 'node:fs';

const WITH_NATIVE_PACKAGES = ['esbuild', 'lightningcss', 'rolldown', 'rollup'];
const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
/** @type {{packages: Record<string, any>}} */
const {packages} = JSON.parse(text);
const problems = [];

for (const [path, {resolved, link, integrity}] of Object.entries(packages)) {
  if (typeof resolved === 'string' && /^https?:/.test(resolved))
    problems.push(`${path}: resolved to ${resolved}`);
  if (path !== '' && !link && !integrity) problems.push(`${path}: no integrity`);
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

for (const problem of problems) console.error(`package-lock.json: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
