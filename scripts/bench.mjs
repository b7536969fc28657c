/**
 * Measures, against the built package: `npm run bench` runs every part in bench/, `npm run bench -- server` those named.
 * With `--write` the results take the place of those in docs/performance.md. Ends non-zero where a bar is missed.
 *
 * A part is a file bench/<name>.mjs whose default export resolves to a {@link Result}.
 * @typedef {{what: string, value: number, unit: string, atLeast?: number, atMost?: number}} Row
 * @typedef {{title: string, method: string, rows: Row[]}} Result
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {format, resolveConfig} from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const PAGE = join(root, 'docs', 'performance.md');

/** @param {number} value */
const number = (value) => value.toLocaleString('en', {maximumFractionDigits: value < 100 ? 1 : 0});

/** @param {Row} row */
function barOf({value, unit, atLeast, atMost}) {
  const [bar, word] = atLeast === undefined ? [atMost, 'at most'] : [atLeast, 'at least'];
  if (bar === undefined) return {words: '', isMet: true};
  const isMet = atLeast === undefined ? value <= bar : value >= bar;
  return {words: `${word} ${number(bar)} ${unit}: ${isMet ? 'met' : 'missed'}`, isMet};
}

/** A result as a section of the page, between marks by which the next run finds it. @param {Result} result */
function section(name, {title, method, rows}) {
  const machine = `Node ${process.versions.node}, ${cpus()[0]?.model.trim() ?? 'unknown CPU'}`;
  const day = new Date().toISOString().slice(0, 10);
  const lines = rows.map((row) => `| ${row.what} | ${number(row.value)} ${row.unit} | ${barOf(row).words} |`);
  return [
    `<!-- bench:${name} -->`,
    `## ${title}`,
    method,
    ['| what | measured | bar |', '| --- | --- | --- |', ...lines].join('\n'),
    `${machine}, ${day}.`,
    `<!-- /bench:${name} -->`,
  ].join('\n\n');
}

/** @param {string} name @param {string} text */
async function write(name, text) {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Performance\n';
  const place = new RegExp(`<!-- bench:${name} -->[^]*<!-- /bench:${name} -->`);
  const whole = place.test(page) ? page.replace(place, () => text) : `${page}\n${text}\n`;
  writeFileSync(PAGE, await format(whole, {...(await resolveConfig(PAGE)), filepath: PAGE}));
}

const args = process.argv.slice(2);
const parts = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const asked = args.filter((arg) => !arg.startsWith('-'));
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) throw new Error(`There is no bench/${unknown[0]}.mjs. Parts: ${parts.join(', ')}`);

for (const name of asked.length > 0 ? asked : parts) {
  /** @type {{default: () => Promise<Result>}} */
  const part = await import(pathToFileURL(join(root, 'bench', `${name}.mjs`)).href);
  const result = await part.default();
  console.log(`\n${section(name, result)}`);
  if (args.includes('--write')) await write(name, section(name, result));
  if (!result.rows.every((row) => barOf(row).isMet)) process.exitCode = 1;
}
