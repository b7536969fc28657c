import {cpSync, mkdirSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** What the gallery is made of, as the demo's server has it, and where from. */
const FILES = {
  'index.html': 'demo/pages/gallery.html',
  'gallery.html': 'demo/pages/gallery.html',
  'gallery-frame.html': 'demo/pages/gallery-frame.html',
  'client/early.js': 'out/demo/client/early.js',
  'client/gallery.js': 'out/demo/client/gallery.js',
  'client/gallery-frame.js': 'out/demo/client/gallery-frame.js',
  'cdn/ipsm-consent-all.min.js': 'dist/cdn/ipsm-consent-all.min.js',
  assets: 'demo/assets',
  hosts: 'demo/hosts',
  themes: 'demo/themes',
  'bootstrap/bootstrap.min.css': 'node_modules/bootstrap/dist/css/bootstrap.min.css',
  policy: 'demo/policy',
};

/** Writes the gallery, as built, into a folder that any web server serves, at its root or below. @param {string} folder */
export function writeStaticSite(folder) {
  rmSync(folder, {recursive: true, force: true});
  for (const [to, from] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, to)), {recursive: true});
    cpSync(join(root, from), join(folder, to), {recursive: true});
  }
}
