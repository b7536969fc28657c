import {build} from 'esbuild';
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import htmlLanguageService from 'vscode-html-languageservice';
import {inLanes} from '../../scripts/run-in-lanes.mjs';
import {json, ROOT} from '../helpers/project.mjs';

const packages = join(ROOT, 'node_modules');
/** In the package, so that its own name leads to what it exports. */
const folder = mkdtempSync(join(ROOT, 'out', 'framework-types-'));
after(() => rmSync(folder, {recursive: true}));

const VALUES = `
const text = undefined as string | undefined;
const flag = undefined as boolean | undefined;
const node = undefined as HTMLFormElement | undefined;`;

const inJsx = {set: (name, value) => `${name}={${value}}`};
const jsx = (name, module) => ({
  ...inJsx,
  extension: 'tsx',
  write: (markup) => `/** @jsxImportSource ${module} */
import 'ipsm-consent/types/${name}';
${VALUES}
export const used = [text, flag, node];
export const tree = ${markup};
`,
});
const inFile = (name, script, markup) => `<script ${script} lang="ts">
import 'ipsm-consent/types/${name}';
${VALUES}
void [text, flag, node];
</script>
${markup}
`;

/** How each framework writes a file, an expression and a listener. */
const FRAMEWORKS = {
  react: {...jsx('react', 'react'), on: (event) => `on${event}`},
  preact: {...jsx('preact', 'preact'), on: (event) => `on${event}`},
  solid: {...jsx('solid', 'solid-js'), on: (event) => `on:${event}`},
  vue: {
    extension: 'vue',
    write: (markup) => inFile('vue', 'setup', `<template>${markup}</template>`),
    set: (name, value) => (name.startsWith('@') ? `${name}="${value}"` : `:${name}="${value}"`),
    on: (event) => `@${event}`,
  },
  svelte: {
    ...inJsx,
    extension: 'svelte',
    write: (markup) => inFile('svelte', '', markup),
    on: (event) => `on${event}`,
  },
};

/**
 * What a tag takes, and what it does not, with what is said of that. An object stands for an expression, one under `on` for
 * a listener.
 */
const uses = [
  {
    what: 'a value of a list',
    tag: 'ipsm-consent-banner',
    right: {placement: `'top'`},
    wrong: {placement: `'left'`},
    error: /'"left"' is not assignable/,
  },
  {
    what: 'a value of a list, as HTML writes it',
    tag: 'ipsm-consent-checkbox',
    right: 'by="representative" storage="memory"',
    wrong: 'by="representativ"',
    error: /"representativ"/,
  },
  {
    what: 'the name of an attribute',
    tag: 'ipsm-consent-banner',
    right: 'endpoint="/decisions"',
    wrong: 'endpiont="/decisions"',
    error: /endpiont/,
  },
  {
    what: 'the name of an attribute with a hyphen',
    // TypeScript takes every name with a hyphen in JSX
    frameworks: ['vue', 'svelte'],
    tag: 'ipsm-policy-summary',
    right: 'policy-id="one"',
    wrong: 'polcy-id="one"',
    error: /polcy-?id/i,
  },
  {
    what: 'a boolean attribute',
    tag: 'ipsm-consent-checkbox',
    right: 'required allow-script',
    wrong: 'required="no"',
    error: /'string' is not assignable to type 'boolean/,
  },
  {
    what: 'a boolean attribute with a hyphen',
    tag: 'ipsm-consent-banner',
    right: {'endpoint-declines': 'true'},
    wrong: {'endpoint-declines': '1'},
    error: /'number' is not assignable to type 'boolean/,
  },
  {
    what: 'undefined for what may be missing, and not where it becomes a text',
    tag: 'ipsm-consent-checkbox',
    right: {
      policy: 'text',
      'policy-id': 'text',
      disabled: 'flag',
      required: 'flag',
      purpose: 'text',
      form: 'text',
    },
    wrong: {name: 'text'},
    error: /'undefined' is not assignable to type 'string'/,
  },
  {
    what: 'the id of a form',
    tag: 'ipsm-consent-checkbox',
    right: 'form="registration" type="checkbox"',
    wrong: {form: 'node'},
    error: /HTMLFormElement/,
  },
  {
    what: 'what can be set',
    tag: 'ipsm-consent-checkbox',
    right: {checked: 'false'},
    wrong: {record: 'null'},
    error: /record/,
  },
  {
    what: 'what every element takes',
    tag: 'ipsm-consent-status',
    right: 'id="status" class="card" lang="kk" aria-label="Status" data-test="1" hidden',
    wrong: {id: '5'},
    error: /'number' is not assignable to type '\S*string/,
  },
  {
    what: 'the class of an event',
    tag: 'ipsm-consent-checkbox',
    right: {on: {'ipsm-consent-change': `({record, cause}) => cause === 'tick' && record?.event.state`}},
    wrong: {on: {'ipsm-consent-change': '(event: MouseEvent) => event.clientX'}},
    error: /MouseEvent/,
  },
  {
    what: 'what an event carries',
    tag: 'ipsm-consent-banner',
    right: {on: {'ipsm-consent-change': '(event) => event.cause'}},
    wrong: {on: {'ipsm-consent-change': '(event) => event.reason'}},
    error: /'reason' does not exist/,
  },
  {
    what: 'the code of an error',
    tag: 'ipsm-policy-summary',
    right: {on: {'ipsm-consent-error': `({code}) => code === 'policy-id'`}},
    wrong: {on: {'ipsm-consent-error': `({code}) => code === 'polcy-id'`}},
    error: /"polcy-id"/,
  },
  {
    what: 'the element that hears an event',
    tag: 'ipsm-consent-checkbox',
    right: {on: {'ipsm-consent-change': '(event) => event.currentTarget.commit()'}},
    wrong: {on: {'ipsm-consent-change': '(event) => event.currentTarget.show()'}},
    error: /'show' does not exist/,
  },
  {
    what: 'the event before the banner opens',
    tag: 'ipsm-consent-banner',
    right: {on: {'ipsm-consent-open': '(event) => event.preventDefault()'}},
    wrong: {on: {'ipsm-consent-open': '(event) => event.code'}},
    error: /'code' does not exist/,
  },
  {
    what: 'the name of an event',
    frameworks: ['vue', 'svelte'],
    tag: 'ipsm-consent-banner',
    right: {on: {'ipsm-consent-open': '() => 1'}},
    wrong: {on: {'ipsm-consent-opne': '() => 1'}},
    error: /on-?ipsm-?consent-?opne/i,
  },
  {
    what: 'the name of an event, where it has a hyphen in JSX: by not knowing the event',
    frameworks: ['react', 'preact', 'solid'],
    tag: 'ipsm-consent-banner',
    right: {on: {'ipsm-consent-open': '(event) => event.type'}},
    wrong: {on: {'ipsm-consent-opne': '(event) => event.type'}},
    error: /'event' implicitly has an 'any' type/,
  },
  {
    what: 'an event that a form hears of',
    // React hears nothing at a form, and Preact leaves the type to whoever writes the listener
    frameworks: ['solid', 'vue', 'svelte'],
    tag: 'form',
    right: {on: {'ipsm-consent-change': '(event) => event.cause && event.currentTarget.elements'}},
    wrong: {on: {'ipsm-consent-change': '(event) => event.reason'}},
    error: /'reason' does not exist/,
  },
  {
    what: 'a property or an attribute by force',
    frameworks: ['solid'],
    tag: 'ipsm-consent-checkbox',
    right: 'prop:policyId="one" attr:policy-id="one" bool:required={true}',
    wrong: {'prop:policyId': '1'},
    error: /'number' is not assignable to type 'string'/,
  },
  {
    what: 'a reference to the element',
    frameworks: ['react', 'preact'],
    tag: 'ipsm-consent-status',
    right: {ref: '(status) => { status?.withdraw(); }'},
    wrong: {ref: '(status) => { status?.commit(); }'},
    error: /'commit' does not exist/,
  },
];

/** @param {keyof typeof FRAMEWORKS} framework @param {string} tag @param {any} given */
function markup(framework, tag, given) {
  const {set, on} = FRAMEWORKS[framework];
  if (typeof given === 'string') return `<${tag} ${given}></${tag}>`;
  const {on: listeners = {}, ...values} = given;
  const all = [
    ...Object.entries(values),
    ...Object.entries(listeners).map(([event, listener]) => [on(event), listener]),
  ];
  return `<${tag} ${all.map(([name, value]) => set(name, value)).join(' ')}></${tag}>`;
}

const cases = Object.keys(FRAMEWORKS).flatMap((framework) =>
  uses
    .filter(({frameworks = [framework]}) => frameworks.includes(framework))
    .map(({what, tag, right, wrong, error}, i) => ({
      framework,
      what,
      error,
      right: markup(framework, tag, right),
      wrong: markup(framework, tag, wrong),
      file: (kind) => `${framework}-${i}-${kind}.${FRAMEWORKS[framework].extension}`,
    })),
);

const LIBRARY = {types: [], lib: ['es2022', 'dom', 'dom.iterable'], skipDefaultLibCheck: true};
const STRICT = {strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true};
const COMMON = {...LIBRARY, ...STRICT, target: 'es2022', jsx: 'react-jsx'};
const BUNDLER = {...COMMON, module: 'esnext', moduleResolution: 'bundler'};
/** Two versions of Preact are in use. */
const PREACT_10 = {
  preact: [join(packages, 'preact10')],
  'preact/*': [join(packages, 'preact10', '*')],
};
const TYPESCRIPT = ['typescript', 'tsc'];

/** Each compiler with its settings and what it reads; exports.test.mjs reads the types as `nodenext` does. */
const PROJECTS = [
  {name: 'bundler', compiler: TYPESCRIPT, include: ['*.tsx'], compilerOptions: BUNDLER},
  {
    name: 'node16',
    compiler: TYPESCRIPT,
    include: ['*.tsx'],
    compilerOptions: {...COMMON, module: 'node16', paths: PREACT_10},
  },
  {
    name: 'vue',
    compiler: ['vue-tsc', 'vue-tsc'],
    include: ['*.vue'],
    compilerOptions: BUNDLER,
    vueCompilerOptions: {strictTemplates: true},
  },
  {
    name: 'svelte',
    compiler: ['svelte-check', 'svelte-check'],
    include: ['*.svelte'],
    compilerOptions: BUNDLER,
  },
];

/** What a project's compiler says, by file. @type {Map<string, {file: string, text: string}[]>} */
const said = new Map();

/** Runs a package's own program. @param {string[]} compiler @param {string[]} args @returns {Promise<string>} */
function run([name, bin], args) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const {bin: bins} = json(manifest);
  const program = join(dirname(manifest), bins[bin] ?? bins);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {stdio: ['ignore', 'pipe', 'inherit']});
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}

/** What TypeScript and Vue print: "file(line,column): error TS1: text", the rest of it indented. @param {string} output */
const fromTypeScript = (output) =>
  output
    .split(/\n(?! )/)
    .filter(Boolean)
    .map((message) => {
      const [, file = '', text = message] = /^(\S+)\(\d+,\d+\): error (.*)$/s.exec(message) ?? [];
      return {file: file.split(/[\\/]/).at(-1), text};
    });
/** What svelte-check prints: a time and JSON of one message in a line. @param {string} output */
const fromSvelte = (output) =>
  output
    .split('\n')
    .filter((row) => row.includes('{'))
    .map((row) => JSON.parse(row.slice(row.indexOf('{'))))
    .map(({filename, message}) => ({file: filename, text: message}));

/** @param {(typeof PROJECTS)[number]} project */
async function compile({name, compiler, ...settings}) {
  const config = join(folder, `tsconfig.${name}.json`);
  writeFileSync(config, JSON.stringify(settings));
  said.set(
    name,
    name === 'svelte'
      ? fromSvelte(
          await run(compiler, ['--workspace', folder, '--tsconfig', config, '--output', 'machine-verbose']),
        )
      : fromTypeScript(await run(compiler, ['-p', config, '--pretty', 'false'])),
  );
}

before(async () => {
  for (const {framework, right, wrong, file} of cases) {
    const {write} = FRAMEWORKS[framework];
    writeFileSync(join(folder, file('right')), write(right));
    writeFileSync(join(folder, file('wrong')), write(wrong));
  }
  await inLanes(
    PROJECTS.map((project) => () => compile(project)),
    2,
  );
});

/** @param {string} project @param {string} file */
const about = (project, file) => (said.get(project) ?? []).filter((each) => each.file === file);

for (const framework of Object.keys(FRAMEWORKS)) {
  const projects = {vue: ['vue'], svelte: ['svelte']}[framework] ?? ['bundler', 'node16'];
  describe(`the types for ${framework}`, () => {
    for (const each of cases.filter((one) => one.framework === framework)) {
      it(`take ${each.what}: ${each.right}`, () => {
        for (const project of projects) assert.deepEqual(about(project, each.file('right')), []);
      });
      it(`refuse in ${each.what}: ${each.wrong}`, () => {
        for (const project of projects) {
          const [first, ...others] = about(project, each.file('wrong'));
          assert.match(first?.text ?? 'nothing is said', each.error);
          assert.deepEqual(others, []);
        }
      });
    }
  });
}

describe('the types for frameworks', () => {
  for (const {name} of PROJECTS) {
    it(`compile themselves, and with everything they import, without skipLibCheck: ${name}`, () => {
      const wrong = new Set(cases.map(({file}) => file('wrong')));
      assert.ok(said.has(name));
      assert.deepEqual(
        said.get(name).filter(({file}) => !wrong.has(file)),
        [],
      );
    });
  }

  it('are bundled without a warning', async () => {
    for (const framework of Object.keys(FRAMEWORKS)) {
      const stdin = {contents: `import 'ipsm-consent/types/${framework}';`, resolveDir: folder};
      const {warnings} = await build({stdin, bundle: true, write: false, logLevel: 'silent'});
      assert.deepEqual(warnings, []);
    }
  });

  it('are imported at run time as well, and are nothing there', async () => {
    for (const framework of Object.keys(FRAMEWORKS))
      assert.deepEqual(Object.keys(await import(`ipsm-consent/types/${framework}`)), []);
  });
});

describe("the editor's data", () => {
  const {getLanguageService, newHTMLDataProvider, TextDocument} = htmlLanguageService;
  const data = json(ROOT, 'dist', 'vscode.html-custom-data.json');
  const service = getLanguageService({
    useDefaultDataProvider: false,
    customDataProviders: [newHTMLDataProvider('ipsm-consent', data)],
  });
  /** What the editor offers where the bar is. @param {string} html */
  function offered(html) {
    const document = TextDocument.create('page.html', 'html', 1, html.replace('|', ''));
    const position = document.positionAt(html.indexOf('|'));
    const {items} = service.doComplete(document, position, service.parseHTMLDocument(document));
    return items.map(({label, textEdit}) => [label, textEdit?.newText]);
  }
  const {modules} = json(ROOT, 'dist', 'custom-elements.json');
  const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);

  it('offers every tag', () => {
    const tags = offered('<|').map(([label]) => label);
    for (const {tagName} of elements) assert.ok(tags.includes(tagName), tagName);
  });

  for (const {tagName, attributes} of elements) {
    it(`offers every attribute of <${tagName}>, a boolean one without a value`, () => {
      const there = new Map(offered(`<${tagName} |></${tagName}>`));
      for (const {name, type} of attributes)
        assert.equal(there.get(name), type.text === 'boolean' ? name : `${name}="$1"`);
    });
  }

  it('offers the values of an attribute, and no other', () => {
    const values = offered('<ipsm-consent-banner placement="|"></ipsm-consent-banner>').map(
      ([label]) => label,
    );
    assert.deepEqual(values.sort(), ['bottom', 'inline', 'top']);
  });
});
