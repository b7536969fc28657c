import {generateMsgId} from '@lit/localize/internal/id-generation.js';
import MagicString from 'magic-string';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {walk} from '../walk.mjs';

const OUT = resolve('out/src');
const LOCALE = resolve(OUT, 'bundles/locale.js');

/** @param {string} lang @returns {Promise<Record<string, any>>} */
const catalogue = async (lang) =>
  (await import(pathToFileURL(resolve(OUT, `l10n/generated/locales/${lang}.js`)).href)).templates;

/**
 * Puts the translations of a message where the message is: `msg('kk')` becomes `ru ? 'ru' : en ? 'en' : 'kk'`. What
 * lit-localize does in transform mode, for three languages that the page can change between; its catalogues, their keys
 * and the code that finds a message by the hash of its text are not needed then.
 * @type {() => import('rollup').Plugin}
 */
export const inlineCatalogues = () => {
  let ru, en;
  return {
    name: 'inline-catalogues',
    async buildStart() {
      [ru, en] = await Promise.all([catalogue('ru'), catalogue('en')]);
    },
    resolveId: (source) => (source === '@lit/localize' ? LOCALE : null),
    transform(code) {
      if (!code.includes('@lit/localize')) return null;
      const result = new MagicString(code);
      const text = ({start, end}) => code.slice(start, end);
      /** A message in one language, as code. */
      const translated = (template, values) => {
        if (typeof template === 'string') return JSON.stringify(template);
        const parts = template.strings.map((part) => JSON.stringify(part));
        return parts.reduce((all, part, i) => `${all}+(${text(values[template.values[i - 1]])})+${part}`);
      };
      walk(this.parse(code), (node) => {
        if (node.type === 'ImportDeclaration' && node.source.value === '@lit/localize') {
          result.update(node.start, node.end, `import {ru as __ru, en as __en} from '@lit/localize';`);
        } else if (node.type === 'CallExpression' && node.callee.name === 'msg') {
          const [message, options] = node.arguments;
          const literal = message.type === 'TaggedTemplateExpression' ? message.quasi : message;
          const strings = literal.quasis?.map(({value}) => value.cooked) ?? literal.value;
          const named = options?.properties.find(({key}) => key.name === 'id')?.value.value;
          const id = named ?? generateMsgId(strings, false);
          if (!ru[id] || !en[id])
            this.error(`Not translated: ${text(literal)}. Run: npm run l10n`, node.start);
          const [inRu, inEn] = [ru, en].map((catalogue) => translated(catalogue[id], literal.expressions));
          result.update(node.start, node.end, `(__ru ? ${inRu} : __en ? ${inEn} : ${text(literal)})`);
        }
      });
      return {code: result.toString(), map: result.generateMap({hires: true})};
    },
  };
};
