// The least that a Lit element can weigh and cost: one that draws one line, bundled as ours are.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {rollup} from 'rollup';
import {cdnBundles} from '../../scripts/cdn/bundles.mjs';

const FOLDER = join('.cache', 'bench');
const SOURCE = `import {LitElement, html} from 'lit';
customElements.define('empty-element', class extends LitElement {
  render() {
    return html\`<p>IPSM</p>\`;
  }
});
`;

/** @returns {Promise<string>} the file */
export async function emptyElement() {
  const input = resolve(FOLDER, 'empty-element.js');
  const file = join(FOLDER, 'empty-element.min.js');
  mkdirSync(FOLDER, {recursive: true});
  writeFileSync(input, SOURCE);
  // The last one is for one language: nothing is done to it but what every bundle gets.
  const {plugins, output} = cdnBundles.at(-1);
  const bundle = await rollup({input, plugins});
  await bundle.write({...output, file, sourcemap: false});
  await bundle.close();
  return file;
}
