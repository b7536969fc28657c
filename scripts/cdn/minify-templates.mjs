import {transformSync} from 'esbuild';
import MagicString from 'magic-string';
import {walk} from './walk.mjs';

/** ASCII only: a classic script on a windows-1251 page would turn every other letter into two wrong ones. */
const escape = (text) =>
  text
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    // the compiler writes \u041F, terser \u041f: two spellings compress badly
    .replace(/\\(u[0-9A-F]{4}|.)/gis, (sequence, unit) =>
      unit.length > 1 ? sequence.toLowerCase() : sequence,
    );

/** Minifies the text of a template literal by the literal's tag. */
const BY_TAG = {
  css: (text) => transformSync(text, {loader: 'css', minify: true}).code.trim(),
  // every run of white space is drawn as one blank
  html: (text) => text.replace(/\s+/g, ' '),
};

/**
 * What terser leaves as it is: the insides of template literals. Lit reads them cooked, so an escape changes nothing.
 * @type {() => import('rollup').Plugin}
 */
export const minifyTemplates = () => ({
  name: 'minify-templates',
  transform(code, id) {
    if (id.includes('node_modules')) return null;
    const result = new MagicString(code);
    const tags = new Map();
    walk(this.parse(code), (node) => {
      if (node.type === 'TaggedTemplateExpression') tags.set(node.quasi, node.tag.name);
      if (node.type !== 'TemplateLiteral') return;
      const tag = tags.get(node);
      if (tag === 'css' && node.expressions.length)
        this.error('css`` with values cannot be minified', node.start);
      for (const {start, end} of node.quasis) {
        const text = code.slice(start, end);
        const short = escape(BY_TAG[tag]?.(text) ?? text);
        if (short !== text) result.update(start, end, short);
      }
    });
    return {code: result.toString(), map: result.generateMap({hires: true})};
  },
});
