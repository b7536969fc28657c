import {resolve} from 'node:path';

const OWN = resolve('out/src/bundles/css-tag.js');

/**
 * In files for script tags, Lit's `css` makes constructed style sheets and nothing else: where a browser has none, these
 * files register nothing. Lit's own also knows browsers without them, ShadyCSS, values and unsafe text, 0.45 kB of it.
 * @type {() => import('rollup').Plugin}
 */
export const constructedStyles = () => ({
  name: 'constructed-styles',
  resolveId: (source, importer) =>
    importer?.includes('@lit') && /(^|\/)css-tag(\.js)?$/.test(source) ? OWN : null,
});
