import {readdirSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {cdnBundles} from './scripts/cdn/bundles.mjs';
import {dropComments} from './scripts/cdn/drop-comments.mjs';
import {dropNotes} from './scripts/cdn/drop-notes.mjs';
import {minifyTemplates} from './scripts/cdn/minify-templates.mjs';

const OUT = 'out/src/';
const modules = readdirSync(OUT, {recursive: true})
  .filter((file) => file.endsWith('.js') && !/^(bundles|cli)/.test(file))
  .map((file) => file.replaceAll('\\', '/'));

export default [
  {
    input: Object.fromEntries(modules.map((file) => [file.slice(0, -3), OUT + file])),
    external: [/^lit($|\/)/, /^node:/],
    plugins: [
      nodeResolve({exportConditions: ['production'], ignoreSideEffectsForRoot: true}),
      // No bundler of an app looks into a template or at the words for translators.
      dropNotes(),
      minifyTemplates(),
      dropComments(),
    ],
    output: {
      dir: 'dist',
      entryFileNames: '[name].js',
      chunkFileNames: 'l10n/chunks/[name].js',
      // Each module is a file: imports of what its imports import would only be repeated in it.
      hoistTransitiveImports: false,
      // Ours alone: a page may localise itself, and lit-localize allows one configuration per copy.
      manualChunks: (id) => (id.includes('@lit/localize') ? 'lit-localize' : undefined),
    },
  },
  ...cdnBundles,
];
