import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {readFileSync} from 'node:fs';
import {closeLit} from './close-lit.mjs';
import {inlineCatalogues} from './inline-catalogues.mjs';
import {minifyTemplates} from './minify-templates.mjs';
import {readMaps} from './read-maps.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const BANNER = `/*! ipsm-consent ${version}, MIT; Lit (c) Google LLC, BSD-3-Clause: see LICENSES.txt */`;

/**
 * A file for script tags.
 * @param {string} name @param {string} input @param {import('rollup').Plugin[]} plugins
 * @returns {import('rollup').RollupOptions}
 */
const bundle = (name, input, plugins = []) => ({
  input,
  plugins: [
    readMaps(),
    ...plugins,
    // Lit keeps its readable, slower build behind the export condition `development`.
    closeLit(),
    nodeResolve({exportConditions: ['production'], ignoreSideEffectsForRoot: true}),
    minifyTemplates(),
    terser({
      ecma: 2022,
      compress: {passes: 3},
      format: {ascii_only: true, comments: false, preamble: BANNER},
    }),
  ],
  output: {file: `dist/cdn/${name}.min.js`, format: 'iife', sourcemap: true},
});

/** Every file of dist/cdn/. */
export const cdnBundles = [
  bundle('ipsm-consent', 'out/src/bundles/ipsm-consent.js', [inlineCatalogues()]),
  ...['kk', 'ru', 'en'].flatMap((lang) =>
    ['ipsm-consent', 'ipsm-consent-checkbox'].map((name) =>
      bundle(`${name}.${lang}`, `out/one-language/${lang}/bundles/one-language/${name}.js`),
    ),
  ),
];
