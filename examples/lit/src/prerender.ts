import {render} from '@lit-labs/ssr';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {printFallback} from 'ipsm-consent/fallback';
import {html} from 'lit';
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import './registration-form';

const PAGE = 'dist/index.html';
const {POLICY} = process.env;
if (!POLICY) throw new Error('POLICY has to be the file policy.json of the folder upload.');

const read = (file: string) => readFileSync(file, 'utf8');
const inPackage = (file: string) =>
  join(createRequire(join(process.cwd(), 'package.json')).resolve('ipsm-consent/package.json'), '..', file);
const fallback = await printFallback(JSON.parse(read(POLICY)), {
  lang: 'ru',
  manifestUrl: 'https://shop.example/policy/policy.json',
});
const styles = `<style>${read(inPackage('dist/cdn/ipsm-consent-fallback.css'))}</style>`;

const drawn = await collectResult(render(html`<registration-form></registration-form>`));
// Lit looks for its own comments alone: what stands between the tags is left as it is
const whole = drawn
  .replace(/<template [^>]*shadowrootmode[^>]*>/, (template) => template + styles)
  .replace('</ipsm-consent-checkbox>', (end) => fallback + end);
writeFileSync(
  PAGE,
  read(PAGE).replace('<!-- registration -->', () => whole),
);
