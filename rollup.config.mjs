import {readdirSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {cdnBundles} from './scripts/cdn/bundles.mjs';
import {minifyTemplates} from './scripts/cdn/minify-templates.mjs';
import {dropComments} from './scripts/package/drop-comments.mjs';
import {keyedWords} from './scripts/package/keyed-words.mjs';

const OUT = 'out/src/';
const modules = readdirSync(OUT, {recursive: true})
  .map((file) => file.replaceAll('\\', '/'))
  // a script tag's, the command line's, and what the package has something else for
  .filter((file) => file.endsWith('.js') && !/^(bundles|cli)\/|^l10n\/use-catalogue/.test(file));
const words = keyedWords();

export default [
  {
    input: {...Object.fromEntries(modules.map((file) => [file.slice(0, -3), OUT + file])), ...words.entries},
    external: [/^lit($|\/)/, /^node:/],
    plugins: [
      nodeResolve({exportConditions: ['production'], ignoreSideEffectsForRoot: true}),
      words,
      // No bundler of an app looks into a template.
      minifyTemplates(),
      dropComments(),
    ],
    output: {
      dir: 'dist',
      entryFileNames: '[name].js',
      // Each module is a file: imports of what its imports import would only be repeated in it.
      hoistTransitiveImports: false,
    },
  },
  ...cdnBundles,
];
