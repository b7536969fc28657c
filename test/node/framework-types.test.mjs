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

const [BOX, BANNER] = ['ipsm-consent-checkbox', 'ipsm-consent-banner'];
const [STATUS, SUMMARY] = ['ipsm-consent-status', 'ipsm-policy-summary'];
const hears = (event) => (listener) => ({on: {[event]: listener}});
const [changed, failed] = [hears('ipsm-consent-change'), hears('ipsm-consent-error')];
const [opens, misspelt] = [hears('ipsm-consent-open'), hears('ipsm-consent-opne')];

/**
 * What a tag takes, and what it does not, with what is said of that, and by which frameworks where not by all. An object
 * stands for an expression, one under `on` for a listener.
 */
const uses = [
  ['a value of a list', BANNER, {placement: `'top'`}, {placement: `'left'`}, /'"left"' is not assignable/],
  [
    ...['a value of a list, as HTML writes it', BOX, 'by="representative" storage="memory"'],
    ...['by="representativ"', /"representativ"/],
  ],
  ['the name of an attribute', BANNER, 'endpoint="/decisions"', 'endpiont="/decisions"', /endpiont/],
  // TypeScript takes every name with a hyphen in JSX
  [
    ...['the name of an attribute with a hyphen', SUMMARY, 'policy-id="one"', 'polcy-id="one"'],
    ...[/polcy-?id/i, ['vue', 'svelte']],
  ],
  [
    ...['a boolean attribute', BOX, 'required allow-script', 'required="no"'],
    /'string' is not assignable to type 'boolean/,
  ],
  [
    ...[
      'a boolean attribute with a hyphen',
      BANNER,
      {'endpoint-declines': 'true'},
      {'endpoint-declines': '1'},
    ],
    /'number' is not assignable to type 'boolean/,
  ],
  [
    ...['undefined for what may be missing, and not where it becomes a text', BOX],
    {policy: 'text', 'policy-id': 'text', disabled: 'flag', required: 'flag', purpose: 'text', form: 'text'},
    {name: 'text'},
    /'undefined' is not assignable to type 'string'/,
  ],
  ['the id of a form', BOX, 'form="registration" type="checkbox"', {form: 'node'}, /HTMLFormElement/],
  ['what can be set', BOX, {checked: 'false'}, {record: 'null'}, /record/],
  [
    ...['what every element takes', STATUS],
    'id="status" class="card" lang="kk" aria-label="Status" data-test="1" hidden',
    ...[{id: '5'}, /'number' is not assignable to type '\S*string/],
  ],
  [
    ...['the class of an event', BOX],
    changed(`({record, cause}) => cause === 'tick' && record?.event.state`),
    ...[changed('(event: MouseEvent) => event.clientX'), /MouseEvent/],
  ],
  [
    ...[
      'what an event carries',
      BANNER,
      changed('(event) => event.cause'),
      changed('(event) => event.reason'),
    ],
    /'reason' does not exist/,
  ],
  [
    ...['the code of an error', SUMMARY, failed(`({code}) => code === 'policy-id'`)],
    ...[failed(`({code}) => code === 'polcy-id'`), /"polcy-id"/],
  ],
  [
    ...['the element that hears an event', BOX, changed('(event) => event.currentTarget.commit()')],
    ...[changed('(event) => event.currentTarget.show()'), /'show' does not exist/],
  ],
  [
    ...['the event before the banner opens', BANNER, opens('(event) => event.preventDefault()')],
    ...[opens('(event) => event.code'), /'code' does not exist/],
  ],
  [
    ...['the name of an event', BANNER, opens('() => 1'), misspelt('() => 1')],
    ...[/on-?ipsm-?consent-?opne/i, ['vue', 'svelte']],
  ],
  [
    ...['the name of an event, where it has a hyphen in JSX: by not knowing the event', BANNER],
    ...[opens('(event) => event.type'), misspelt('(event) => event.type')],
    ...[/'event' implicitly has an 'any' type/, ['react', 'preact', 'solid']],
  ],
  // React hears nothing at a form, and Preact leaves the type to whoever writes the listener
  [
    ...['an event that a form hears of', 'form'],
    changed('(event) => event.cause && event.currentTarget.elements'),
    ...[changed('(event) => event.reason'), /'reason' does not exist/, ['solid', 'vue', 'svelte']],
  ],
  [
    ...['a property or an attribute by force', BOX],
    'prop:policyId="one" attr:policy-id="one" bool:required={true}',
    ...[{'prop:policyId': '1'}, /'number' is not assignable to type 'string'/, ['solid']],
  ],
  [
    ...['a reference to the element', STATUS, {ref: '(status) => { status?.withdraw(); }'}],
    ...[{ref: '(status) => { status?.commit(); }'}, /'commit' does not exist/, ['react', 'preact']],
  ],
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
    .filter(([, , , , , frameworks = [framework]]) => frameworks.includes(framework))
    .map(([what, tag, right, wrong, error], i) => ({
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
