import {buildSync} from 'esbuild';
import {join} from 'node:path';

/** Suites about code that runs in browsers and on servers alike: both have to run them. */
export const IN_BOTH = /^test\/(core|server)\/[^/]+\.test\.ts$/;

/**
 * Compiles suites that are written for the browser's test runner, each into one module that Node's own runner takes.
 * @param {string} root @param {string[]} files paths from the root @param {string} folder where the modules go
 * @returns {string[]} paths of the modules
 */
export function compileForNode(root, files, folder) {
  if (files.length === 0) return [];
  buildSync({
    absWorkingDir: root,
    entryPoints: files,
    outbase: root,
    outdir: folder,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    packages: 'external',
    // puts describe, it and the rest in place of the globals of the browser's runner
    inject: [join(root, 'test', 'helpers', 'node-globals.mjs')],
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return files.map((file) => join(folder, file.replace(/\.ts$/, '.mjs')));
}
