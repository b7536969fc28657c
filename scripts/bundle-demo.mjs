/** Bundles the scripts of the gallery, which use the package's core: browsers find no package by its name. */
import {buildSync} from 'esbuild';
import {galleryEntries} from './gallery/entries.mjs';

buildSync({
  entryPoints: galleryEntries,
  outdir: 'out/demo/client',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
});
