/**
 * Beside the files for script tags: dist/sri.json, with which a page can refuse a file that is not the one meant, and the
 * terms of the packages inside, which have to travel with them.
 */
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const CDN = 'dist/cdn';
const names = readdirSync(CDN).sort();

const digest = (name) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(CDN, name)))
    .digest('base64')}`;
const served = names.filter((name) => /\.(js|css)$/.test(name));
writeFileSync(
  'dist/sri.json',
  `${JSON.stringify(Object.fromEntries(served.map((name) => [name, digest(name)])), null, 2)}\n`,
);

// What the files for script tags have inside, by their maps.
const packages = new Set();
for (const name of names.filter((name) => name.endsWith('.map')))
  for (const source of JSON.parse(readFileSync(join(CDN, name), 'utf8')).sources) {
    const [, inside] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? [];
    if (inside) packages.add(inside);
  }

/** @param {string} title @param {string} folder */
const terms = (title, folder) => `${title}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`;
const notes = [...packages].sort().map((name) => {
  const folder = join('node_modules', name);
  const {version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return terms(`${name} ${version}, ${license}`, folder);
});
const text = [terms('ipsm-consent, MIT', '.'), ...notes].join(`\n${'-'.repeat(80)}\n\n`);
for (const folder of ['dist', CDN]) writeFileSync(join(folder, 'LICENSES.txt'), text);
