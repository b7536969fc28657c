import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {readFileSync} from 'node:fs';
import {closeLit} from './close-lit.mjs';
import {constructedStyles} from './css-tag.mjs';
import {inlineCatalogues} from './inline-catalogues.mjs';
import {keepLetters} from './letters.mjs';
import {minifyTemplates} from './minify-templates.mjs';
import {readMaps} from './read-maps.mjs';

const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
/** The first line has Chromium compile the whole file at once: nearly all of it runs, and one by one costs more. */
const HEAD = `//# allFunctionsCalledOnLoad
/*! ipsm-consent ${version}, MIT; Lit (c) Google LLC, BSD-3-Clause: see LICENSES.txt */`;

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
    constructedStyles(),
    // Lit keeps its readable, slower build behind the export condition `development`.
    closeLit(),
    nodeResolve({exportConditions: ['production'], ignoreSideEffectsForRoot: true}),
    minifyTemplates(),
    terser({ecma: 2022, compress: {passes: 3}, format: {comments: false}}),
    keepLetters(HEAD),
  ],
  output: {file: `dist/cdn/${name}.min.js`, format: 'iife', sourcemap: true},
});

/** A file in one language has no other to be drawn in. @type {() => import('rollup').Plugin} */
const neverRedrawn = () => ({
  name: 'never-redrawn',
  load: (id) => (/\bl10n.redraw\.js$/.test(id) ? 'export const redrawWithLanguage = () => {};' : null),
});

/** Every script of dist/cdn/. */
export const cdnBundles = [
  ...['ipsm-consent', 'ipsm-consent-all'].map((name) =>
    bundle(name, `out/src/bundles/${name}.js`, [inlineCatalogues()]),
  ),
  bundle('ipsm-consent.dev', 'out/src/bundles/ipsm-consent-dev.js', [inlineCatalogues()]),
  ...['kk', 'ru', 'en'].flatMap((lang) =>
    ['ipsm-consent', 'ipsm-consent-checkbox', 'ipsm-consent-all'].map((name) =>
      bundle(`${name}.${lang}`, `out/one-language/${lang}/bundles/one-language/${name}.js`, [neverRedrawn()]),
    ),
  ),
];
