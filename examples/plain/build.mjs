/** Puts what `ipsm-policy html --inline --language ru` has printed into the page, and its two files beside it. */
import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const printed = process.env.POLICY_PAGE;
if (!printed)
  throw new Error('POLICY_PAGE has to be what `npx ipsm-policy html --inline --language ru` prints.');
const cut = printed.indexOf('<ipsm-consent-checkbox');
const [head, boxes] = [printed.slice(0, cut), printed.slice(cut)];
const page = readFileSync('index.html', 'utf8')
  .replace('<!-- styles, script, policy -->', () => head)
  .replace('<!-- boxes -->', () => boxes);

mkdirSync('dist', {recursive: true});
writeFileSync('dist/index.html', page);
for (const name of ['registered.html', 'about.html', 'page.js', 'registered.js'])
  copyFileSync(name, join('dist', name));
const cdn = join(dirname(fileURLToPath(import.meta.resolve('ipsm-consent/package.json'))), 'dist', 'cdn');
for (const name of ['ipsm-consent.min.js', 'ipsm-consent-fallback.css'])
  copyFileSync(join(cdn, name), join('dist', name));
