import {context} from 'esbuild';
import {mkdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {galleryEntries} from '../gallery/entries.mjs';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** A folder like the project's, as far as the demo's server looks for files in it: so dist/ and out/ stay as built. */
export const devRoot = join(root, '.cache/dev');
const serverFile = join(devRoot, 'server/server.mjs');

/** What the package exports, taken from the sources: dist/ would have to be built first. @type {import('esbuild').Plugin} */
const ownSources = {
  name: 'own-sources',
  setup(build) {
    const {exports} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    build.onResolve({filter: /^ipsm-consent(\/|$)/}, ({path}) => ({
      path: join(root, exports[path.replace('ipsm-consent', '.')].default)
        .replace(`${root}/dist`, `${root}/src`)
        .replace(/\.js$/, '.ts'),
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  plugins: [ownSources],
  sourcemap: 'linked',
  target: 'es2022',
  conditions: ['production'],
  // of dist/: the sources of what has side effects there are not named in package.json
  ignoreAnnotations: true,
  logLevel: 'warning',
};

/** A module that is there for the build alone. @param {string} contents */
const entry = (contents) => ({contents, resolveDir: root, loader: /** @type {const} */ ('ts')});

/** @type {import('esbuild').BuildOptions[]} */
const BUILDS = [
  // as the script tag's files in three languages: words come from the catalogues as they are, so nothing is inlined
  ...['', '-all'].map((which) => ({
    stdin: entry(`import './src/bundles/script-config.js'; import './src/define/all.js';`),
    outfile: join(devRoot, `dist/cdn/ipsm-consent${which}.min.js`),
    format: /** @type {const} */ ('iife'),
  })),
  {
    entryPoints: ['early', 'main', 'my-consent'].map((name) => `demo/client/${name}.ts`),
    outdir: join(devRoot, 'out/demo/client'),
    format: 'iife',
  },
  {
    entryPoints: galleryEntries,
    outdir: join(devRoot, 'out/demo/client'),
    format: 'esm',
  },
  {
    stdin: entry(`
      export {createApp} from './demo/server/app.js';
      export {openInMemory} from './demo/server/database.js';
      export {passwordOfLedger} from './demo/server/ledger-password.js';
      export {listen} from './demo/server/listen.js';`),
    outfile: serverFile,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  },
];

/** Prepares the builds; the function that it returns makes them all, in a fraction of a second after the first time. */
export async function prepareBuilds() {
  rmSync(devRoot, {recursive: true, force: true});
  mkdirSync(devRoot, {recursive: true});
  symlinkSync(join(root, 'demo'), join(devRoot, 'demo'), 'junction');
  const contexts = await Promise.all(BUILDS.map((options) => context({...common, ...options})));
  return async () => {
    await Promise.all(contexts.map((each) => each.rebuild()));
  };
}

let loads = 0;
/** The demo's server as it was built last. */
export const loadServer = () => import(`${serverFile}?${loads++}`);
