/**
 * Bytes of what a page loads, against the bars (brotli 11). Ends non-zero over the limit.
 * With `--modules [file]`: what each module adds to a file, the first one unless named.
 */
import {existsSync, readFileSync} from 'node:fs';
import {SourceMap} from 'node:module';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const KIB = 1024;
const ALL = 12 * KIB;
const CHECKBOX = 9.5 * KIB;
/**
 * `bar` is where the bundle has to get to. `limit` is what it may weigh today, so that it cannot grow unnoticed:
 * lower it with every saving, raise it only with a reason in the commit.
 */
const BUNDLES = {
  'dist/cdn/ipsm-consent.min.js': {bar: 16 * KIB, limit: 35_990},
  'dist/cdn/ipsm-consent.kk.min.js': {bar: ALL, limit: 29_879},
  'dist/cdn/ipsm-consent.ru.min.js': {bar: ALL, limit: 29_852},
  'dist/cdn/ipsm-consent.en.min.js': {bar: ALL, limit: 27_960},
  'dist/cdn/ipsm-consent-checkbox.kk.min.js': {bar: CHECKBOX, limit: 23_085},
  'dist/cdn/ipsm-consent-checkbox.ru.min.js': {bar: CHECKBOX, limit: 23_175},
  'dist/cdn/ipsm-consent-checkbox.en.min.js': {bar: CHECKBOX, limit: 21_827},
};

/** @param {string} file */
function read(file) {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run: npm run build`);
  return readFileSync(file, 'utf8');
}

/** @param {string} code */
const brotliOf = (code) => brotliCompressSync(code, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
/** @param {...(string | number)} values */
const cells = (...values) => values.map((value) => String(value).padStart(9)).join('');

/** Whether every bundle is within its limit. */
function printBundles() {
  let fine = true;
  console.log('file'.padEnd(42) + cells('raw', 'gzip', 'brotli', 'bar', 'limit'));
  for (const [file, {bar, limit}] of Object.entries(BUNDLES)) {
    const code = read(file);
    const brotli = brotliOf(code);
    const verdict = brotli > bar ? `${((brotli - bar) / KIB).toFixed(1)} KiB over the bar` : 'within the bar';
    const gzip = gzipSync(code, {level: 9}).length;
    console.log(file.padEnd(42) + cells(code.length, gzip, brotli, bar, limit), verdict);
    fine &&= brotli <= limit;
  }
  return fine;
}

/**
 * The code in runs that come from one module each, by the source map.
 * @param {string} file @returns {{module: string, code: string}[]}
 */
function runsOf(file) {
  const map = new SourceMap(JSON.parse(read(`${file}.map`)));
  const runs = [];
  for (const [row, line] of read(file).split('\n').entries()) {
    for (let column = 0; column < line.length; column++) {
      const {originalSource} = map.findEntry(row, column);
      const module = originalSource?.replace(/^(\.\.\/)+(node_modules\/)?/, '') ?? '(no module)';
      if (runs.at(-1)?.module !== module) runs.push({module, code: ''});
      runs.at(-1).code += line[column];
    }
  }
  return runs;
}

/** @param {string} file */
function printModules(file) {
  const runs = runsOf(file);
  /** @param {(run: {module: string}) => boolean} isMeant */
  const join = (isMeant) =>
    runs
      .filter(isMeant)
      .map(({code}) => code)
      .join('');
  const whole = brotliOf(join(() => true));
  const rows = [...new Set(runs.map(({module}) => module))].map((module) => {
    const minified = join((run) => run.module === module).length;
    return {module, minified, brotli: whole - brotliOf(join((run) => run.module !== module))};
  });
  console.log(
    `\n${file} by module: what the file would lose without it. What two modules have in common counts for neither.`,
  );
  console.log(`${cells('minified', 'brotli')}  module`);
  for (const {module, minified, brotli} of rows.sort((a, b) => b.brotli - a.brotli))
    console.log(`${cells(minified, brotli)}  ${module}`);
}

const [flag, file = 'dist/cdn/ipsm-consent.min.js'] = process.argv.slice(2);
if (!printBundles()) {
  console.error('Over the limit. Take bytes out, or raise the limit in scripts/size.mjs and say why.');
  process.exitCode = 1;
}
if (flag === '--modules') printModules(file);
