import {existsSync, statSync} from 'node:fs';
import {posix} from 'node:path';
import {PAGES} from './pages.mjs';

const PICTURE = /\.(webp|png)$/;

/** As GitHub names the headings of a page, which its links are written for. @param {string} text */
const slugOf = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** What is read of a heading or cell. @param {any} inline */
const textOf = ({children}) => children.map(({content}) => content).join('');

/**
 * Makes a reader of Markdown write pages of the site: headings with ids, links between pages, tables that scroll by themselves.
 * @param {any} md @param {Map<string, string>} files filled with what else the pages lead to: its name in the site, and where it is
 */
export function writeForSite(md, files) {
  /** @param {string} href @param {string} source the page that it stands in */
  function linkFrom(href, source) {
    if (/^(https?:|mailto:|#)/.test(href)) return href;
    const [path, hash] = href.split('#');
    const target = posix.join(posix.dirname(source), decodeURI(path));
    const page = PAGES.find((each) => each.source === target);
    if (page) return page.file + (hash === undefined ? '' : `#${hash}`);
    if (!existsSync(target) || !statSync(target).isFile())
      throw new Error(`${source}: ${href} leads to no file.`);
    // a server must show a source, and never run it
    const name = PICTURE.test(target) ? posix.basename(target) : `source/${target}.txt`;
    files.set(name, target);
    return name;
  }

  md.core.ruler.push('site', ({tokens, env}) => {
    const {source} = env;
    const seen = new Map();
    for (const [i, token] of tokens.entries()) {
      if (token.type === 'heading_open') {
        const slug = slugOf(textOf(tokens[i + 1]));
        const times = seen.get(slug) ?? 0;
        seen.set(slug, times + 1);
        token.attrSet('id', times === 0 ? slug : `${slug}-${times}`);
      }
      // a code is found by its address, too
      if (source === 'docs/errors.md' && token.type === 'tr_open' && tokens[i + 1].type === 'td_open') {
        const code = textOf(tokens[i + 2]);
        const isFirst = !seen.has(code);
        seen.set(code, 1);
        if (isFirst) token.attrSet('id', code);
      }
      for (const child of token.children ?? []) {
        if (child.type === 'link_open') child.attrSet('href', linkFrom(child.attrGet('href'), source));
        if (child.type === 'image') child.attrSet('src', linkFrom(child.attrGet('src'), source));
      }
    }
  });
  const {rules} = md.renderer;
  rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
}
