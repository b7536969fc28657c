import MagicString from 'magic-string';
import {walk} from './walk.mjs';

/**
 * Leaves out what is said to translators beside a message (`desc`): an app that bundles the package would carry it to every
 * visitor. The id of a message stays, where it has one of its own.
 * @type {() => import('rollup').Plugin}
 */
export const dropNotes = () => ({
  name: 'drop-notes',
  transform(code) {
    if (!code.includes('@lit/localize')) return null;
    const result = new MagicString(code);
    walk(this.parse(code), (node) => {
      if (node.type !== 'CallExpression' || node.callee.name !== 'msg' || !node.arguments[1]) return;
      const [message, options] = node.arguments;
      const kept = options.properties.filter(({key}) => key.name !== 'desc');
      const text = kept.map(({start, end}) => code.slice(start, end)).join(', ');
      result.update(message.end, node.end, text ? `, {${text}})` : ')');
    });
    return {code: result.toString(), map: result.generateMap({hires: true})};
  },
});
