/**
 * The order of the house as an ESLint rule: imports run one way, and each folder knows only what it may know.
 * bundles → define → elements → {platform, l10n} → core; policies → core; server, cli → core.
 */
import {dirname, relative, resolve} from 'node:path';

const LIT = /^(lit|@lit\/[^/]+)(\/|$)/;
const NODE = /^node:/;

/**
 * Our folders and packages that a folder of src may import, besides itself. `index` is src/index.ts.
 * @type {Record<string, {ours: string[], packages: RegExp[]}>}
 */
const SRC = {
  core: {ours: [], packages: []},
  policies: {ours: ['core'], packages: []},
  platform: {ours: ['core'], packages: []},
  l10n: {ours: ['core'], packages: [LIT]},
  elements: {ours: ['platform', 'l10n', 'core'], packages: [LIT]},
  define: {ours: ['elements', 'platform', 'l10n', 'policies', 'core'], packages: [LIT]},
  bundles: {ours: ['define', 'elements', 'platform', 'l10n', 'policies', 'core'], packages: [LIT]},
  server: {ours: ['core'], packages: []},
  cli: {ours: ['core'], packages: [NODE, /^commander$/]},
  // typings for frameworks: the frameworks' own types are theirs to name
  types: {ours: ['index', 'elements', 'core'], packages: [/./]},
  index: {ours: ['elements', 'platform', 'l10n', 'core'], packages: []},
};

/** What the demo's server may know of the package it shows: what any user of the package may know. */
const DEMO_SERVER_ENTRIES = ['', '/server', '/core', '/policies/ipsm'].map((entry) => `ipsm-consent${entry}`);

/** Folder of src (or `index`) that a path relative to the project is in. @param {string} path */
function layerOf(path) {
  const [first, second, ...rest] = path.split('/');
  if (first !== 'src' || second === undefined) return undefined;
  return rest.length === 0 ? second.replace(/\.[jt]s$/, '') : second;
}

/** @param {string} from @param {string} to @param {string} source @returns {string | undefined} what is wrong */
function wrongInSrc(from, to, source) {
  const rules = SRC[from];
  if (!rules) return `src/${from} is not in the list of layers (scripts/eslint-house.mjs).`;
  if (source.startsWith('.')) {
    const layer = layerOf(to);
    if (layer === undefined) return `src must not import from outside of src: ${source}.`;
    if (layer === from || rules.ours.includes(layer)) return undefined;
    return `${from} must not import from ${layer}; it may from: ${rules.ours.join(', ') || 'nothing of ours'}.`;
  }
  if (rules.packages.some((pattern) => pattern.test(source))) return undefined;
  return `${from} must not import the package ${source}.`;
}

/** @param {string} path @param {string} to @param {string} source @returns {string | undefined} what is wrong */
function wrongInDemo(path, to, source) {
  if (source.startsWith('.'))
    return to.startsWith('demo/') ? undefined : `demo uses the package as its users do, not ${to}.`;
  const ours = source === 'ipsm-consent' || source.startsWith('ipsm-consent/');
  if (!path.startsWith('demo/server/') || !ours || DEMO_SERVER_ENTRIES.includes(source)) return undefined;
  return `demo/server may import only ${DEMO_SERVER_ENTRIES.join(', ')} of ours, not ${source}.`;
}

/** @type {import('eslint').Rule.RuleModule} */
const layers = {
  meta: {type: 'problem', schema: [], messages: {wrong: '{{what}}'}},
  create(context) {
    const path = relative(context.cwd, context.filename).replaceAll('\\', '/');
    /** @param {any} node */
    const check = (node) => {
      // `import('…')` of a computed name cannot be followed; `import('…')` as a type wraps its name once more
      const literal = node.source?.literal ?? node.source ?? node.moduleReference?.expression;
      const source = literal?.value;
      if (typeof source !== 'string') return;
      const to = relative(context.cwd, resolve(dirname(context.filename), source)).replaceAll('\\', '/');
      const from = layerOf(path);
      const what = from === undefined ? wrongInDemo(path, to, source) : wrongInSrc(from, to, source);
      if (what) context.report({node: literal, messageId: 'wrong', data: {what}});
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
      TSImportEqualsDeclaration: check,
    };
  },
};

const REGISTERING = {
  selector: 'CallExpression[callee.object.name="customElements"][callee.property.name="define"]',
  message: 'Elements are registered in src/define only.',
};

/** For eslint.config.js. @type {import('eslint').Linter.Config[]} */
export const house = [
  {
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    plugins: {house: {rules: {layers}}},
    rules: {'house/layers': 'error'},
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/define/**'],
    rules: {'no-restricted-syntax': ['error', REGISTERING]},
  },
];
