import Eleventy from '@11ty/eleventy';
import {cpSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {writeStaticSite} from '../gallery/static-site.mjs';
import {layout} from './layout.mjs';
import {writeForSite} from './markdown.mjs';
import {PAGES} from './pages.mjs';

const HERE = 'scripts/docs';
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));

/** Writes the site. @param {string} out @returns {Promise<string[]>} its pages */
export async function buildDocs(out) {
  rmSync(out, {recursive: true, force: true});
  /** @type {Map<string, string>} */
  const files = new Map([['style.css', `${HERE}/style.css`]]);
  const site = new Eleventy(HERE, out, {
    quietMode: true,
    configPath: null,
    config(config) {
      config.setTemplateFormats(['md']);
      config.amendLibrary('md', (md) => writeForSite(md, files));
      config.addTransform('layout', function (content) {
        const page = PAGES.find(({file}) => join(out, file) === join(this.page.outputPath));
        const title = /^# (.*)$/m.exec(readFileSync(page.source, 'utf8'))[1];
        return layout({page, content, title, version});
      });
      for (const {source, file} of PAGES)
        config.addTemplate(`${file}.md`, readFileSync(source, 'utf8'), {
          permalink: file,
          source,
          // what stands in braces in a page is the page's
          templateEngineOverride: 'md',
        });
    },
  });
  await site.write();
  for (const [name, from] of files) {
    mkdirSync(dirname(join(out, name)), {recursive: true});
    cpSync(from, join(out, name));
  }
  writeStaticSite(join(out, 'gallery'));
  return PAGES.map(({file}) => file);
}
