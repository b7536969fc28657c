import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import {ROOT} from '../../test/helpers/project.mjs';

/** How far a figure in the docs may be from what is measured: compilers and packages move by themselves. */
const NEAR = 0.05;

/**
 * What a page loaded of scripts, each compressed by brotli, together in KB.
 * @param {import('./drive.mjs').Tab} tab at that page @param {string[]} loaded paths
 */
export async function weigh(tab, loaded) {
  const paths = [...new Set(loaded)].filter((path) => path.endsWith('.js'));
  const texts = await tab.run(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).text())),
    paths,
  );
  return texts.reduce((sum, text) => sum + brotliCompressSync(Buffer.from(text)).length, 0) / 1000;
}

/** Throws where docs/frameworks.md says another weight. @param {string} name of the app @param {number} weight in KB */
export function compare(name, weight) {
  const docs = readFileSync(join(ROOT, 'docs/frameworks.md'), 'utf8');
  const [, said] = new RegExp(`^\\| \\x60${name}\\x60 +\\| +([\\d.]+) KB`, 'm').exec(docs) ?? [];
  if (!(Math.abs(weight - Number(said)) <= NEAR * weight))
    throw new Error(`docs/frameworks.md says ${said} KB; it is ${weight.toFixed(1)} KB.`);
}
