import {transformSync} from 'esbuild';
import MagicString from 'magic-string';
import {walk} from '../walk.mjs';

/** The compiler writes some letters as escapes, which weigh more. A half of a surrogate pair stays one. */
const unescape = (text) =>
  text.replace(/\\(u[0-9a-f]{4}|.)/gis, (sequence, unit) => {
    const letter = unit.length > 1 ? String.fromCharCode(parseInt(unit.slice(1), 16)) : '';
    return /[\xa1-\xff\u0100-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]/.test(letter) ? letter : sequence;
  });

/** Blanks that esbuild leaves in the values of custom properties and functions; what is quoted stays. */
const closeUp = (rules) =>
  rules.replace(/("[^"]*")|\s+(?=[,)])|(?<=[,(]|--[\w-]+:)\s+/g, (_, quoted) => quoted ?? '');

/** Minifies the text of a template literal by the literal's tag. */
const BY_TAG = {
  css: (text) => closeUp(transformSync(text, {loader: 'css', minify: true}).code.trim()),
  // every run of white space is drawn as one blank
  html: (text) => text.replace(/\s+/g, ' ').replaceAll(' >', '>'),
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
        const short = unescape(BY_TAG[tag]?.(text) ?? text);
        if (short !== text) result.update(start, end, short);
      }
    });
    return {code: result.toString(), map: result.generateMap({hires: true})};
  },
});
