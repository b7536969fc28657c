// Bytes of what a page loads, against the bars (brotli 11). Ends non-zero over the limit.
import {existsSync, readFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const KIB = 1024;
/**
 * `bar` is where the bundle has to get to. `limit` is what it may weigh today, so that it cannot grow unnoticed:
 * lower it with every saving, raise it only with a reason in the commit.
 */
const BUNDLES = {'dist/cdn/ipsm-consent.min.js': {bar: 16 * KIB, limit: 28_000}};

const cells = (...values) => values.map((value) => String(value).padStart(9)).join('');
let tooLarge = false;
console.log('file'.padEnd(32) + cells('raw', 'gzip', 'brotli', 'bar', 'limit'));
for (const [file, {bar, limit}] of Object.entries(BUNDLES)) {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run: npm run build`);
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
  const verdict = brotli > bar ? `${((brotli - bar) / KIB).toFixed(1)} KiB over the bar` : 'within the bar';
  console.log(
    file.padEnd(32) + cells(bytes.length, gzipSync(bytes, {level: 9}).length, brotli, bar, limit),
    verdict,
  );
  tooLarge ||= brotli > limit;
}
if (tooLarge) {
  console.error('Over the limit. Take bytes out, or raise the limit in scripts/size.mjs and say why.');
  process.exit(1);
}
