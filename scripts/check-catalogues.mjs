/**
 * The committed catalogues must be what `npm run l10n` would write, and complete. The tools themselves only
 * mutter about a missing translation and say nothing about a lost placeholder. Works on a copy in .cache/.
 */
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {dropDirectives} from './generated-catalogues.mjs';
import {untranslated} from './untranslated.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const copy = join(root, '.cache', 'catalogues');
const config = JSON.parse(readFileSync(join(root, 'lit-localize.json'), 'utf8'));
const {xliffDir} = config.interchange;
const generated = config.output.outputDir;
/** @type {string[]} */
const problems = [];

/** Contents by path relative to the folder. @param {string} folder @param {string} end */
function read(folder, end) {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith(end));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** @param {string} folder relative to the project @param {string} end */
function compare(folder, end) {
  const before = read(join(root, folder), end);
  const after = read(join(copy, folder), end);
  for (const name of new Set([...before.keys(), ...after.keys()]))
    if (before.get(name) !== after.get(name))
      problems.push(`${folder}/${name} is not up to date: npm run l10n`);
}

/** @param {'extract' | 'build'} command */
function localize(command) {
  const bin = join(root, 'node_modules', '@lit', 'localize-tools', 'bin', 'lit-localize.js');
  const args = [bin, command, '--config', join(copy, 'lit-localize.json')];
  const {status, stderr, stdout} = spawnSync(process.execPath, args, {cwd: copy, encoding: 'utf8'});
  if (status !== 0) problems.push(`lit-localize ${command} failed:\n${stdout}${stderr}`);
  for (const line of stderr.split('\n')) if (line.includes('is missing')) problems.push(line);
}

/** @param {string} xml */
const placeholders = (xml) =>
  [...xml.matchAll(/<(?:x|ph) id="([^"]*)"/g)]
    .map(([, id]) => id)
    .sort()
    .join(' ');

/** Without the code that stands in placeholders. @param {string} xml */
const wordsIn = (xml) => xml.replace(/<[^>]*>/g, '…');

/** @param {string} name @param {string} xml */
function checkUnits(name, xml) {
  const lang = name.replace('.xlf', '');
  for (const [, id, unit] of xml.matchAll(/<trans-unit id="([^"]*)"[^>]*>([^]*?)<\/trans-unit>/g)) {
    const source = /<source[^>]*>([^]*?)<\/source>/.exec(unit)?.[1] ?? '';
    const target = /<target[^>]*>([^]*?)<\/target>/.exec(unit)?.[1] ?? '';
    const where = `${xliffDir}/${name}, "${source.trim()}" (${id})`;
    // In files for one language a message becomes part of the template that it stands in.
    if (/&(lt|amp);/.test(source + target)) problems.push(`${where}: "<" and "&" would be markup`);
    const why = id === 'locale-code' ? undefined : untranslated(wordsIn(source), wordsIn(target), lang);
    if (why) problems.push(`${where}: ${why}`);
    else if (placeholders(source) !== placeholders(target))
      problems.push(
        `${where}: placeholders differ: [${placeholders(source)}] became [${placeholders(target)}]`,
      );
  }
}

/** Whether there is anything to translate at all. */
function hasMessages() {
  const outside = relative(join(root, 'src'), join(root, generated));
  return [...read(join(root, 'src'), '.ts')].some(
    ([name, text]) => !name.startsWith(outside) && /\bmsg\(/.test(text),
  );
}

function check() {
  const catalogues = read(join(root, xliffDir), '.xlf');
  if (catalogues.size === 0) {
    if (hasMessages()) problems.push(`${xliffDir}/ has no catalogue, but src has messages: npm run l10n`);
    else console.log(`No catalogues in ${xliffDir}/, and no messages in src: nothing to check.`);
    return;
  }
  for (const [name, xml] of catalogues) checkUnits(name, xml);
  rmSync(copy, {recursive: true, force: true});
  mkdirSync(join(copy, generated), {recursive: true});
  cpSync(join(root, xliffDir), join(copy, xliffDir), {recursive: true});
  // an absolute path, since the sources are not copied; without $schema the tool would write one
  const copied = {...config, $schema: config.$schema ?? '', tsConfig: join(root, config.tsConfig)};
  writeFileSync(join(copy, 'lit-localize.json'), JSON.stringify(copied));
  localize('extract');
  localize('build');
  dropDirectives(join(copy, config.output.outputDir));
  compare(xliffDir, '.xlf');
  compare(generated, '.ts');
}

check();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
