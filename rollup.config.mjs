import {readdirSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const OUT = 'out/src/';
const modules = readdirSync(OUT, {recursive: true})
  .filter((file) => file.endsWith('.js') && !file.startsWith('bundles'))
  .map((file) => file.replaceAll('\\', '/'));

/** Lit keeps its readable, slower build behind the export condition `development`. */
const resolve = nodeResolve({exportConditions: ['production'], ignoreSideEffectsForRoot: true});

/** ASCII only: a classic script on a windows-1251 page would turn every other letter into two wrong ones. */
const minify = terser({
  ecma: 2022,
  module: true,
  compress: {passes: 3},
  format: {ascii_only: true, comments: false},
});

/** Terser leaves template literals as they are. Lit and lit-localize read them cooked, so an escape changes nothing. */
const escapeTemplates = {
  name: 'escape-templates',
  transform: (code) => ({
    code: code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    map: null,
  }),
};

const BANNER = '/*! ipsm-consent, MIT. Contains lit and @lit/localize, BSD-3-Clause, Google LLC. */';

export default [
  {
    input: Object.fromEntries(modules.map((file) => [file.slice(0, -3), OUT + file])),
    external: [/^lit($|\/)/, /^node:/, 'commander'],
    plugins: [resolve],
    output: {
      dir: 'dist',
      entryFileNames: '[name].js',
      chunkFileNames: 'l10n/chunks/[name].js',
      // Ours alone: a page may localise itself, and lit-localize allows one configuration per copy.
      manualChunks: (id) => (id.includes('@lit/localize') ? 'lit-localize' : undefined),
    },
  },
  {
    input: `${OUT}bundles/ipsm-consent.js`,
    plugins: [resolve, escapeTemplates, minify],
    output: {file: 'dist/cdn/ipsm-consent.min.js', format: 'iife', sourcemap: true, banner: BANNER},
  },
];
