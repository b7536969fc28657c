import {generateMsgId} from '@lit/localize/internal/id-generation.js';
import MagicString from 'magic-string';
import {readFileSync, readdirSync} from 'node:fs';
import {posix, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {walk} from '../walk.mjs';

const LANGS = ['kk', 'ru', 'en'];
const OUT = 'out/src';
/** Where the words of each language are, by room: a file of the package alone. */
const VIRTUAL = '\0l10n/words/';

const slashes = (path) => path.replaceAll('\\', '/');
/** A module's id. @param {string} place below out/src */
const at = (place) => slashes(resolve(OUT, place));
/** The place of a module below out/src. @param {string} id */
const placeOf = (id) => slashes(id).split(at(''))[1]?.replace(/^\//, '');
/** The room that a module's words belong to. @param {string} place */
const roomOf = (place) => /^elements\/(\w+)\//.exec(place)?.[1] ?? 'l10n';

/** Keys as short as they can be: a, b, … Z, then aa, ab, … @param {number} index @returns {string} */
function keyOf(index) {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const rest = Math.floor(index / letters.length);
  return (rest ? keyOf(rest - 1) : '') + letters[index % letters.length];
}

/** A message as code, from the strings between its values and, per gap, which value it is. */
function codeOf(strings, values) {
  if (!values?.length) return JSON.stringify(typeof strings === 'string' ? strings : strings.join(''));
  const names = values.map((_, i) => `v${i}`);
  const text = strings.map((part) => part.replace(/[\\`$]/g, '\\$&'));
  return `(${names}) => \`${text.reduce((all, part, i) => `${all}\${v${values[i - 1]}}${part}`)}\``;
}

/** The calls of `msg` in a module. @param {any} tree */
function messagesIn(tree) {
  const found = [];
  walk(tree, (node) => {
    if (node.type !== 'CallExpression' || node.callee.name !== 'msg') return;
    const [message, options] = node.arguments;
    const literal = message.type === 'TaggedTemplateExpression' ? message.quasi : message;
    const strings = literal.quasis?.map(({value}) => value.cooked) ?? literal.value;
    const named = options?.properties.find(({key}) => key.name === 'id')?.value.value;
    const id = named ?? generateMsgId(strings, false);
    found.push({node, id, strings, expressions: literal.expressions ?? []});
  });
  return found;
}

/**
 * Takes the words of the interface out of the package's modules, and of lit-localize's run time with its keys and hashes: a
 * message becomes `spoken.key`, and the words of each language stand by room in a file of its own. So an app carries those of
 * the languages and elements that it imports. Adds `define/<lang>/<tag>.js`, which is an element in one language without the
 * bundled policy, and gives `define/<tag>.js` the words of that element alone.
 * @type {() => import('rollup').Plugin & {entries: Record<string, string>}}
 */
export const keyedWords = () => {
  const tags = readdirSync(`${OUT}/define`)
    .map((file) => /^(ipsm-[a-z-]+)\.js$/.exec(file)?.[1])
    .filter((tag) => tag !== undefined);
  /** Keys by lit-localize's ids. */
  const keys = new Map();
  /** Messages of each room, as code by language. @type {Map<string, Map<string, Record<string, string>>>} */
  const rooms = new Map();
  /** What a module imports of ours. @type {Map<string, string[]>} */
  const imports = new Map();

  /** The rooms whose words are said by a module or what it imports. @param {string} place */
  function roomsFrom(place, seen = new Set()) {
    if (seen.has(place)) return [];
    seen.add(place);
    const own = rooms.has(roomOf(place)) ? [roomOf(place)] : [];
    return [...new Set([...own, ...(imports.get(place) ?? []).flatMap((next) => roomsFrom(next, seen))])];
  }

  /** The module that registers a tag, without what else it brings. @param {string} tag @param {string[]} langs */
  function entry(tag, langs, isBundled) {
    const source = readFileSync(`${OUT}/define/${tag}.js`, 'utf8').replace(/\/\/# source.*/, '');
    const [, imported, registered] =
      /^import '\.\/page\.js';\n((?:(?:import|\/\/) .*\n)+)(register\(.*\);\n)/.exec(source);
    // an element that brings another one brings it in the same language
    const folder = (path) => (!isBundled && path.startsWith('./ipsm-') ? `define/${langs}` : 'define');
    const said = roomsFrom(posix.join('define', /'(\S*element\.js)'/.exec(imported)[1])).sort();
    return [
      `import {speak} from '${at('define/speak.js')}';`,
      isBundled ? `import '${at('define/bundled.js')}';` : '',
      imported.replace(/'(\.[^']*)'/g, (_, path) => `'${at(posix.join(folder(path), path))}'`),
      ...langs.map(
        (lang) => `import {${said.map((room) => `${room} as ${lang}_${room}`)}} from '${VIRTUAL}${lang}';`,
      ),
      ...langs.map((lang) => `speak('${lang}', {${said.map((room) => `...${lang}_${room}`)}});`),
      registered,
    ].join('\n');
  }

  const entries = Object.fromEntries(
    LANGS.flatMap((lang) =>
      tags.flatMap((tag) => [
        [`define/${lang}/${tag}`, at(`define/${lang}/${tag}.js`)],
        [`development/${lang}/${tag}`, at(`development/${lang}/${tag}.js`)],
      ]),
    ),
  );

  return {
    name: 'keyed-words',
    entries: {...entries, ...Object.fromEntries(LANGS.map((lang) => [`l10n/words/${lang}`, VIRTUAL + lang]))},

    async buildStart() {
      const [ru, en] = await Promise.all(
        ['ru', 'en'].map(
          async (lang) =>
            (await import(pathToFileURL(resolve(OUT, `l10n/generated/locales/${lang}.js`)).href)).templates,
        ),
      );
      const files = readdirSync(OUT, {recursive: true}).map(slashes);
      for (const place of files.filter((file) => /^(define|elements|l10n)\/.*\.js$/.test(file)).sort()) {
        const tree = this.parse(readFileSync(`${OUT}/${place}`, 'utf8'));
        imports.set(
          place,
          tree.body
            .filter(({source}) => source?.value.startsWith('.'))
            .map(({source}) => posix.join(posix.dirname(place), source.value)),
        );
        for (const {id, strings, expressions} of messagesIn(tree)) {
          if (!ru[id] || !en[id]) this.error(`Not translated: ${strings}. Run: npm run l10n`);
          if (!keys.has(id)) keys.set(id, keyOf(keys.size));
          const room = rooms.get(roomOf(place)) ?? new Map();
          rooms.set(roomOf(place), room);
          const translated = (template) =>
            typeof template === 'string' ? codeOf(template) : codeOf(template.strings, template.values);
          room.set(keys.get(id), {
            kk: codeOf(
              strings,
              expressions.map((_, i) => i),
            ),
            ru: translated(ru[id]),
            en: translated(en[id]),
          });
        }
      }
    },

    resolveId(source) {
      if (source.startsWith(VIRTUAL)) return source;
      if (/\/use-catalogue\.js$/.test(source)) return at('l10n/words.js');
      // that are in no folder
      return /^(define|development)\/(kk|ru|en)\//.test(placeOf(source) ?? '') ? source : null;
    },

    load(id) {
      if (id.startsWith(VIRTUAL)) {
        const lang = id.slice(VIRTUAL.length);
        return [...rooms]
          .map(([room, words]) => {
            const lines = [...words].map(([key, inLang]) => `  ${key}: ${inLang[lang]},\n`);
            return `export const ${room} = {\n${lines.join('')}};\n`;
          })
          .join('');
      }
      const place = placeOf(id) ?? '';
      const [, kind, lang, tag] =
        /^(?:(define|development)\/)(?:(\w\w)\/)?(ipsm-[a-z-]+)\.js$/.exec(place) ?? [];
      if (kind === 'define') return entry(tag, lang ? [lang] : LANGS, !lang);
      if (lang)
        return `import '${at(`define/${lang}/${tag}.js`)}';\nimport '${at('development/start.js')}';\n`;
      const catalogue = /^l10n\/(?:generated\/locales\/(\w+)|source-words)\.js$/.exec(place);
      if (catalogue)
        return [
          `import {${[...rooms.keys()]}} from '${VIRTUAL}${catalogue[1] ?? 'kk'}';`,
          `export const templates = {${[...rooms.keys()].map((room) => `...${room}`)}};`,
        ].join('\n');
      return null;
    },

    transform(code, id) {
      if (!code.includes('@lit/localize') || id.includes('node_modules')) return null;
      const result = new MagicString(code);
      const tree = this.parse(code);
      const words = posix.relative(posix.dirname(placeOf(id)), 'l10n/words.js');
      for (const node of tree.body)
        if (node.type === 'ImportDeclaration' && node.source.value === '@lit/localize')
          result.update(
            node.start,
            node.end,
            `import {words as spoken} from '${words.startsWith('.') ? words : `./${words}`}';`,
          );
      for (const {node, id, expressions} of messagesIn(tree)) {
        const values = expressions.map(({start, end}) => code.slice(start, end));
        result.update(node.start, node.end, `spoken.${keys.get(id)}${values.length ? `(${values})` : ''}`);
      }
      return {code: result.toString(), map: result.generateMap({hires: true})};
    },
  };
};
