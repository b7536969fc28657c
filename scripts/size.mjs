/**
 * Bytes of what a page loads and of what an app bundles (brotli 11), against their gates. Ends non-zero above one.
 * With `--modules [file]`: what each module adds to a file, the first one unless named.
 */
import {existsSync, readFileSync} from 'node:fs';
import {SourceMap} from 'node:module';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {bundleFrontend} from './size/frontends.mjs';

const THREE_LANGUAGES = 27_500;
const ONE_LANGUAGE = 21_500;
const CHECKBOX = 18_500;
const STATUS = 5_400;
/**
 * `bar` is what a file may weigh. `gate` is what holds: the bar, or, where work has ended above it, the figure reached. It
 * falls, and rises only with a reason in the commit.
 */
const BUNDLES = {
  'dist/cdn/ipsm-consent.min.js': {bar: THREE_LANGUAGES, gate: 39_813},
  'dist/cdn/ipsm-consent.kk.min.js': {bar: ONE_LANGUAGE, gate: 34_467},
  'dist/cdn/ipsm-consent.ru.min.js': {bar: ONE_LANGUAGE, gate: 34_467},
  'dist/cdn/ipsm-consent.en.min.js': {bar: ONE_LANGUAGE, gate: 33_298},
  'dist/cdn/ipsm-consent-checkbox.kk.min.js': {bar: CHECKBOX, gate: 30_860},
  'dist/cdn/ipsm-consent-checkbox.ru.min.js': {bar: CHECKBOX, gate: 30_825},
  'dist/cdn/ipsm-consent-checkbox.en.min.js': {bar: CHECKBOX, gate: 29_713},
  'dist/cdn/ipsm-consent-all.min.js': {bar: THREE_LANGUAGES + STATUS, gate: 45_695},
  'dist/cdn/ipsm-consent-all.kk.min.js': {bar: ONE_LANGUAGE + STATUS, gate: 38_419},
  'dist/cdn/ipsm-consent-all.ru.min.js': {bar: ONE_LANGUAGE + STATUS, gate: 38_444},
  'dist/cdn/ipsm-consent-all.en.min.js': {bar: ONE_LANGUAGE + STATUS, gate: 36_998},
  'dist/cdn/ipsm-consent-fallback.css': {bar: 1_700, gate: 1_700},
};

const ONE_TAG = ['ipsm-consent-checkbox'];
const ALL_TAGS = [...ONE_TAG, 'ipsm-consent-banner', 'ipsm-consent-status', 'ipsm-policy-summary'];
/** Apps that take the elements by npm, without the bundled policy; the heaviest of the three bundlers counts. */
const FRONTENDS = [
  {name: 'checkbox-kk', tags: ONE_TAG, lang: 'kk', bar: 18_500, gate: 30_190},
  {name: 'checkbox-ru', tags: ONE_TAG, lang: 'ru', bar: 18_500, gate: 30_159},
  {name: 'all-kk', tags: ALL_TAGS, lang: 'kk', bar: 26_000, gate: 38_037},
  {name: 'all-ru', tags: ALL_TAGS, lang: 'ru', bar: 26_000, gate: 38_101},
];

/** @param {string} file */
function read(file) {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run: npm run build`);
  return readFileSync(file, 'utf8');
}

/** @param {string} code */
const brotliOf = (code) => brotliCompressSync(code, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
/** @param {...(string | number)} values */
const cells = (...values) => values.map((value) => String(value).padStart(9)).join('');

let fine = true;

/** @param {string} name @param {string} code @param {{bar: number, gate: number}} limits */
function printRow(name, code, {bar, gate}) {
  const brotli = brotliOf(code);
  const verdict = brotli > bar ? `${brotli - bar} over the bar` : 'within the bar';
  const gzip = gzipSync(code, {level: 9}).length;
  const raw = Buffer.byteLength(code);
  console.log(
    name.padEnd(42) + cells(raw, gzip, brotli, bar, gate),
    brotli > gate ? 'OVER THE GATE' : verdict,
  );
  fine &&= brotli <= gate;
}

/** @param {string} title */
const printHead = (title) => console.log(title.padEnd(42) + cells('raw', 'gzip', 'brotli', 'bar', 'gate'));

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
printHead('file');
for (const [name, limits] of Object.entries(BUNDLES)) printRow(name, read(name), limits);
printHead('\nby npm: one language, no bundled policy');
for (const {name, tags, lang, ...limits} of FRONTENDS)
  for (const {bundler, code} of await bundleFrontend(name, tags, lang))
    printRow(`${name}, ${bundler}`, code, limits);
if (!fine) {
  console.error('Over a gate. Take bytes out: a gate rises only with a reason in the commit.');
  process.exitCode = 1;
}
if (flag === '--modules') printModules(file);
