/**
 * Measures, against the built package: `npm run bench` runs every part in bench/, `npm run bench -- server` those named.
 * With `--write` the results take the place of those in docs/performance.md, `--rounds 1` is quick and says little. Ends
 * non-zero where a bar is missed.
 *
 * A part is a file bench/<name>.mjs whose default export resolves to a {@link Result}.
 * @typedef {{what: string, value: number, unit: string, atLeast?: number, atMost?: number}} Row
 * @typedef {{title: string, method: string, table?: string, rows: Row[], engine?: string}} Result `table` in Markdown
 * @typedef {{rounds?: number}} Options
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {format, resolveConfig} from 'prettier';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const PAGE = join(root, 'docs', 'performance.md');

/** @param {number} value @param {string} [unit] a ratio is told to the hundredth */
const number = (value, unit) =>
  value.toLocaleString('en', {maximumFractionDigits: unit === '×' ? 2 : value < 100 ? 1 : 0});

/** @param {Row} row */
function barOf({value, unit, atLeast, atMost}) {
  const [bar, word] = atLeast === undefined ? [atMost, 'at most'] : [atLeast, 'at least'];
  if (bar === undefined) return {words: '', isMet: true};
  const isMet = atLeast === undefined ? value <= bar : value >= bar;
  return {words: `${isMet ? '✓' : '✗'} ${word} ${number(bar, unit)} ${unit}`.trimEnd(), isMet};
}

/** A result as a section of the page, between marks by which the next run finds it. @param {string} name @param {Result} result @param {string} busy */
function section(name, {title, method, table = '', rows, engine}, busy) {
  const processor = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'an unknown CPU'}`;
  const machine = [engine, `Node ${process.versions.node}`, processor, busy].filter(Boolean).join(', ');
  const day = new Date().toISOString().slice(0, 10);
  const lines = rows.map(
    (row) => `| ${row.what} | ${number(row.value, row.unit)} ${row.unit} | ${barOf(row).words} |`,
  );
  return [
    `<!-- bench:${name} -->`,
    `## ${title}`,
    method,
    ...(table ? [table] : []),
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

const {values, positionals} = parseArgs({
  options: {rounds: {type: 'string'}, write: {type: 'boolean'}},
  allowPositionals: true,
});
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
if (rounds !== undefined && !(rounds >= 1))
  throw new Error(`--rounds ${values.rounds}: write a number from 1.`);
const parts = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const unknown = positionals.filter((name) => !parts.includes(name));
if (unknown.length > 0) throw new Error(`There is no bench/${unknown[0]}.mjs. Parts: ${parts.join(', ')}`);

for (const name of positionals.length > 0 ? positionals : parts) {
  const busy = `load before it ${number(loadavg()[0])}`;
  /** @type {{default: (options: Options) => Promise<Result>}} */
  const part = await import(pathToFileURL(join(root, 'bench', `${name}.mjs`)).href);
  const result = await part.default({rounds});
  const text = section(name, result, busy);
  console.log(`\n${text}`);
  if (values.write) await write(name, text);
  if (!result.rows.every((row) => barOf(row).isMet)) process.exitCode = 1;
}
