/** What an app pays that takes the elements by npm, with one language and a manifest of its own, as its bundler makes it. */
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {build} from 'esbuild';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {rollup} from 'rollup';
import webpack from 'webpack';

const FOLDER = join('.cache', 'size');

/** @type {Record<string, (input: string, file: string) => Promise<unknown>>} */
const BUNDLERS = {
  esbuild: (input, outfile) =>
    build({
      entryPoints: [input],
      outfile,
      bundle: true,
      minify: true,
      format: 'esm',
      charset: 'utf8',
      target: 'es2022',
      conditions: ['production'],
      legalComments: 'none',
    }),
  rollup: async (input, file) => {
    const plugins = [
      nodeResolve({exportConditions: ['production'], browser: true}),
      terser({format: {comments: false}}),
    ];
    const bundle = await rollup({input, plugins});
    await bundle.write({file, format: 'es'});
    await bundle.close();
  },
  webpack: (input, file) =>
    new Promise((done, fail) =>
      webpack(
        {
          mode: 'production',
          entry: resolve(input),
          output: {path: resolve(FOLDER), filename: file.slice(FOLDER.length + 1)},
          performance: false,
        },
        (error, stats) =>
          error || stats?.hasErrors()
            ? fail(error ?? new Error(stats?.toString('errors-only')))
            : done(stats),
      ),
    ),
};

/** @param {string[]} tags @param {string} lang */
const source = (tags, lang) =>
  tags.map((tag) => `import '../../dist/define/${lang}/${tag}.js';\n`).join('') +
  `import {configure} from '../../dist/index.js';\nconfigure({policy: '/policy/manifest.json'});\n`;

/**
 * Bundles an app with these elements by every bundler.
 * @param {string} name @param {string[]} tags @param {string} lang
 * @returns {Promise<{bundler: string, code: string}[]>}
 */
export async function bundleFrontend(name, tags, lang) {
  mkdirSync(FOLDER, {recursive: true});
  const input = join(FOLDER, `${name}.js`);
  writeFileSync(input, source(tags, lang));
  const made = [];
  for (const [bundler, make] of Object.entries(BUNDLERS)) {
    const file = join(FOLDER, `${name}.${bundler}.js`);
    await make(input, file);
    made.push({bundler, code: readFileSync(file, 'utf8')});
  }
  return made;
}
