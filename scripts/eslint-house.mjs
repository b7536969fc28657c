/**
 * The order of the house as ESLint rules: imports run one way, and each room knows only what it may know.
 * bundles → define → {checkbox, banner, status} → summary → shared → page → {platform, l10n} → core;
 * checkbox, shared → native; policies → core; server → core; fallback → l10n, core; cli → server (records), fallback, core,
 * policies, l10n.
 */
import {dirname, relative, resolve} from 'node:path';
import ts from 'typescript';

const LIT = /^(lit|@lit\/[^/]+)(\/|$)/;
const NODE = /^node:/;

const BELOW_ELEMENTS = ['platform', 'l10n', 'core'];
const BELOW_SUMMARY = ['shared', 'page', ...BELOW_ELEMENTS];
const BELOW_DEFINE = ['checkbox', 'banner', 'status', 'summary', ...BELOW_SUMMARY, 'policies'];

/**
 * Our rooms and packages that a room of src may import, besides itself. A room is a folder of src, and within
 * src/elements one of that; `index` is src/index.ts.
 * @type {Record<string, {ours: string[], packages: RegExp[]}>}
 */
const SRC = {
  core: {ours: [], packages: []},
  policies: {ours: ['core'], packages: []},
  platform: {ours: ['core'], packages: []},
  l10n: {ours: ['core'], packages: [LIT]},
  native: {ours: [], packages: [LIT]},
  page: {ours: BELOW_ELEMENTS, packages: []},
  shared: {ours: ['native', 'page', ...BELOW_ELEMENTS], packages: [LIT]},
  summary: {ours: BELOW_SUMMARY, packages: [LIT]},
  checkbox: {ours: ['native', 'summary', ...BELOW_SUMMARY], packages: [LIT]},
  banner: {ours: ['summary', ...BELOW_SUMMARY], packages: [LIT]},
  status: {ours: ['summary', ...BELOW_SUMMARY], packages: [LIT]},
  define: {ours: BELOW_DEFINE, packages: [LIT]},
  development: {ours: ['define', 'index', 'native', ...BELOW_DEFINE], packages: []},
  bundles: {ours: ['development', 'define', ...BELOW_DEFINE], packages: [LIT]},
  server: {ours: ['core'], packages: []},
  fallback: {ours: ['core', 'l10n'], packages: [LIT]},
  cli: {
    ours: ['core', 'policies', 'l10n', 'fallback', 'server'],
    packages: [NODE, /^(commander|parse5|yaml)$/],
  },
  index: {ours: ['checkbox', 'banner', 'status', 'summary', ...BELOW_SUMMARY], packages: []},
};

/** What the demo's server may know of the package it shows: what any user of the package may know. */
const DEMO_SERVER_ENTRIES = ['', '/server', '/core', '/fallback', '/policies/ipsm'].map(
  (entry) => `ipsm-consent${entry}`,
);

/** Room of src (or `index`) that a path relative to the project is in. @param {string} path */
function roomOf(path) {
  const [first, ...inSrc] = path.split('/');
  const [room, ...rest] = inSrc[0] === 'elements' && inSrc.length > 2 ? inSrc.slice(1) : inSrc;
  if (first !== 'src' || room === undefined) return undefined;
  return rest.length === 0 ? room.replace(/\.[jt]s$/, '') : room;
}

/** @param {string} from @param {string} to @param {string} source @returns {string | undefined} what is wrong */
function wrongInSrc(from, to, source) {
  const rules = SRC[from];
  if (!rules) return `${from} is not in the list of rooms (scripts/eslint-house.mjs).`;
  if (source.startsWith('.')) {
    const room = roomOf(to);
    if (room === undefined) return `src must not import from outside of src: ${source}.`;
    if (room === from || rules.ours.includes(room)) return undefined;
    return `${from} must not import from ${room}; it may from: ${rules.ours.join(', ') || 'nothing of ours'}.`;
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
const imports = {
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
      const from = roomOf(path);
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

/** What browsers, Lit and the page's policy call on an element; a class above may need to hear of it as well. */
export const LIFECYCLE =
  /^(connected|disconnected|adopted|connectedMove|attributeChanged|form\w+)Callback$|^(update|willUpdate|updated|firstUpdated|createRenderRoot|contextChanged)$/;
const LIT_FILE = /\/node_modules\/(lit|lit-element|@lit\/reactive-element)\//;
/** Those of Lit's own that may be replaced: three do nothing, the fourth serves properties that attributes do not hold. */
const REPLACEABLE = ['willUpdate', 'updated', 'firstUpdated', 'attributeChangedCallback'];

/** Calls of `super.name(…)` in a class are marked by the method that they stand in. @param {any} node */
const superNameOf = ({callee}) =>
  callee.type === 'MemberExpression' && callee.object.type === 'Super' && callee.property.name;

/**
 * A lifecycle method that a class inherits has to be called by the one that overrides it. Which classes are elements is
 * told by their types, so that no list of names and no way of extending (by name, by mixin) is forgotten.
 * @type {import('eslint').Rule.RuleModule}
 */
const superCalls = {
  meta: {type: 'problem', schema: [], messages: {missing: 'Call super.{{name}}(…): {{base}} has one too.'}},
  create(context) {
    const services = context.sourceCode.parserServices;
    if (!services.program) return {};
    const checker = services.program.getTypeChecker();

    /** What the classes above have under a name. @param {any} superClass @param {string} name */
    function inherited(superClass, name) {
      const type = checker.getApparentType(services.getTypeAtLocation(superClass));
      const [signature] = checker.getSignaturesOfType(type, ts.SignatureKind.Construct);
      return signature?.getReturnType().getProperty(name)?.declarations ?? [];
    }

    /** @type {{name: string, base: string, isCalled: boolean, node: any}[]} */
    const methods = [];
    return {
      MethodDefinition(/** @type {any} */ node) {
        const {superClass} = node.parent.parent;
        const {name} = node.key;
        const isMeant = superClass && !node.static && node.kind === 'method' && LIFECYCLE.test(name);
        const above = isMeant ? inherited(superClass, name) : [];
        const base = above
          .filter((each) => !REPLACEABLE.includes(name) || !LIT_FILE.test(each.getSourceFile().fileName))
          .map(({parent}) => /** @type {any} */ (parent).name?.text ?? 'a mixin')[0];
        methods.push({name, base, isCalled: base === undefined, node});
      },
      CallExpression(/** @type {any} */ node) {
        const method = methods.at(-1);
        if (method && superNameOf(node) === method.name) method.isCalled = true;
      },
      'MethodDefinition:exit'() {
        const {name, base, isCalled, node} = methods.pop();
        if (!isCalled) context.report({node: node.key, messageId: 'missing', data: {name, base}});
      },
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
    plugins: {house: {rules: {imports, 'super-calls': superCalls}}},
    rules: {'house/imports': 'error', 'house/super-calls': 'error'},
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/define/**'],
    rules: {'no-restricted-syntax': ['error', REGISTERING]},
  },
];
