// Bytes of what a page loads, against the bars (brotli 11). Ends non-zero over a bar.
import {existsSync, readFileSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

const KIB = 1024;
/** The bars are for all four elements; the figure is what every page pays. */
const BARS = {'dist/cdn/ipsm-consent.min.js': 16 * KIB};

let over = false;
console.log('file                                raw     gzip   brotli      bar');
for (const [file, bar] of Object.entries(BARS)) {
  if (!existsSync(file)) throw new Error(`${file} is missing. Run: npm run build`);
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
  const cells = [bytes.length, gzipSync(bytes, {level: 9}).length, brotli, bar].map((n) =>
    String(n).padStart(8),
  );
  console.log(
    file.padEnd(30),
    ...cells,
    brotli > bar ? `OVER by ${brotli - bar}` : `${(brotli / KIB).toFixed(2)} KiB`,
  );
  over ||= brotli > bar;
}
if (over) {
  console.error('Over the bar. Take bytes out, or change the bar in scripts/size.mjs with a reason.');
  process.exit(1);
}
