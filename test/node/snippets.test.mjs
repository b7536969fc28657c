import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {edit, policy, published} from '../cli/desk.mjs';
import {compiled} from '../helpers/compiled.mjs';
import {ROOT, json} from '../helpers/project.mjs';

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'vectors/README.md',
];

/** Every piece of code that a page shows, and where. */
const snippets = pages.flatMap((page) =>
  [...read(page).matchAll(/^( *)```(\S*)\n(.*?)^ *```$/gms)].map(
    ({1: indent, 2: language, 3: code, index}) => ({
      page,
      line: read(page).slice(0, index).split('\n').length,
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  ),
);
const of = (language) => snippets.filter((snippet) => snippet.language === language);
const at = ({page, line}) => `${page}:${line}`;

/** By whom code in other languages than these below is run: each page word for word. */
const ELSEWHERE = {
  // every command of the guides, from an empty folder on
  console: {test: 'test/node/cli-guide.test.mjs', pages: /^docs\/operator\.\w\w\.md$/},
  // opened with the development file, which may tell of no mistake
  html: {test: 'test/bundles/mistakes.test.ts', pages: /^(README(\.\w\w)?\.md|docs\/(endpoint|server)\.md)$/},
  // what a command prints, or a drawing: nothing to run
  text: {
    test: 'test/node/cli-guide.test.mjs',
    pages: /^(docs\/(operator\.\w\w|command-line)|CONTRIBUTING)\.md$/,
  },
  // what is sent, shortened: nothing to run
  http: {test: 'test/node/outbox-http.test.mjs', pages: /^docs\/endpoint\.md$/},
};
const HERE = ['js', 'sh', 'sql', 'json', 'css', 'csp'];
/** The apps that it is taken from are tests themselves. */
const OF_APPS = ['docs/frameworks.md'];

describe('code in README*.md and docs/', () => {
  it('is in a language that something runs, on a page where it does', () => {
    const unheld = snippets.filter(
      ({page, language}) =>
        !OF_APPS.includes(page) && !HERE.includes(language) && !ELSEWHERE[language]?.pages.test(page),
    );
    assert.deepEqual(unheld.map(at), []);
    for (const {test} of Object.values(ELSEWHERE)) assert.ok(existsSync(join(ROOT, test)), test);
  });

  it('is opened in a browser where it is HTML: every page that has some is on the list', () => {
    const list = read(ELSEWHERE.html.test);
    for (const {page} of of('html')) assert.ok(OF_APPS.includes(page) || list.includes(`'${page}'`), page);
  });
});

/** What a page's code takes for granted: values of the app around it. */
const AROUND = {
  'README.md': `
    declare global {
      const form: HTMLFormElement;
      const formData: FormData;
      const manifest: unknown;
      const refuse: (errors: import('ipsm-consent/server').Refusal[]) => void;
    }`,
  'docs/server.md': `
    import type * as kit from 'ipsm-consent/server';
    import type {IncomingMessage} from 'node:http';
    declare global {
      const manifest: unknown;
      const form: FormData;
      const pool: import('pg').Pool;
      const verifier: kit.Verifier;
      const ledger: kit.Ledger;
      const database: kit.Database;
      const handler: (request: Request) => Promise<Response>;
      const createServer: typeof import('node:http').createServer;
      const {createConsentHandler, createLedger, fromPg, keyOf, toNodeListener}: typeof kit;
      const app: any;
      const ask: any, pathOf: any, accept: any, OTHER_PERSON: any, whoIsSignedIn: (request: Request) => string | undefined;
      const body: any, subject: string;
    }`,
};

describe('code for programs', () => {
  /** In memory, in the package: so that its own name leads to what it exports. @type {Map<string, string>} */
  const files = new Map();
  const nameOf = ({page, line}) => join(ROOT, `snippet-${page.replaceAll(/\W/g, '-')}-${line}.ts`);
  const around = (page) => join(ROOT, `around-${page.replaceAll(/\W/g, '-')}.ts`);
  const said = new Map();
  const code = of('js').filter(({page}) => !OF_APPS.includes(page));

  before(() => {
    for (const page of new Set(code.map(({page}) => page))) {
      files.clear();
      files.set(around(page), `${AROUND[page] ?? ''}\nexport {};`);
      for (const snippet of code.filter((each) => each.page === page)) {
        const text = snippet.code;
        const imports = [...text.matchAll(/^import [^;]*;.*\n/gm)].map(([line]) => line).join('');
        const rest = text.replaceAll(/^import [^;]*;.*\n/gm, '');
        // a piece of a function says return
        const isWhole = /^export /m.test(rest);
        files.set(
          nameOf(snippet),
          `${imports}\n${isWhole ? rest : `export async function piece() {\n${rest}\n}`}`,
        );
      }
      // it is JavaScript
      const options = {noImplicitAny: false, types: ['node']};
      for (const [name, messages] of compiled(files, options)) said.set(name, messages);
    }
  });

  it('is found', () => assert.ok(code.length >= 11));

  it('stands in an app that the package knows', () => {
    for (const page of Object.keys(AROUND)) assert.deepEqual(said.get(around(page)), [], page);
  });

  for (const snippet of code)
    it(`is what the package has: ${at(snippet)}`, () => assert.deepEqual(said.get(nameOf(snippet)), []));
});

describe('code for a database', () => {
  for (const snippet of of('sql'))
    it(`is word for word in an example that is run: ${at(snippet)}`, () => {
      const schemas = readdirSync(join(ROOT, 'examples'))
        .map((name) => `examples/${name}/schema.sql`)
        .filter((path) => existsSync(join(ROOT, path)));
      assert.ok(schemas.some((path) => read(path).includes(snippet.code.trim())));
    });
});

describe('code for styles', () => {
  const {modules} = json(ROOT, 'dist/custom-elements.json');
  const elements = modules.flatMap(({declarations = []}) => declarations).filter(({tagName}) => tagName);
  const namesOf = (tag, kind) => elements.find(({tagName}) => tagName === tag)[kind].map(({name}) => name);

  for (const snippet of of('css').filter(({page}) => !OF_APPS.includes(page)))
    it(`sets what the elements have: ${at(snippet)}`, () => {
      for (const [, selector, rules] of snippet.code.matchAll(/([^{}]+)\{([^}]*)\}/g)) {
        const [tag] = /ipsm-[a-z-]+/.exec(selector) ?? [];
        const used = [
          ['cssProperties', /(--ipsm-[\w-]+)\s*:/g, rules],
          ['cssParts', /::part\(([\w-]+)\)/g, selector],
          ['cssStates', /:state\(([\w-]+)\)/g, selector],
        ];
        for (const [kind, pattern, text] of used)
          for (const [, name] of text.matchAll(pattern)) assert.ok(namesOf(tag, kind).includes(name), name);
      }
    });
});

describe('code that is data', () => {
  for (const snippet of of('json'))
    it(`is JSON: ${at(snippet)}`, () => assert.doesNotThrow(() => JSON.parse(snippet.code)));
});

describe('code for a header', () => {
  const TEST = 'test/any-page/strict-policy.test.ts';
  for (const snippet of of('csp'))
    it(`is the policy that the elements are tested under: ${at(snippet)}`, () => {
      const [, tested] = /^ *"(default-src .*)";$/m.exec(read(TEST));
      assert.equal(snippet.code.trim(), tested);
    });
});

/** What each kind of command line has to be to work. @type {[RegExp, (t: any, ...parts: string[]) => unknown][]} */
const COMMANDS = [
  [/^npm (ci|start|test)$/, () => {}],
  [/^npm install (\S+)$/, (_, name) => assert.equal(name, json(ROOT, 'package.json').name)],
  [
    /^(?:\w+=\w+ )?npm run (\S+)(?: -- (?:--)?\w+)?$/,
    (_, script) => assert.ok(json(ROOT, 'package.json').scripts[script], script),
  ],
  [/^(?:\w+=\w+ )?npm test -- (\S+)$/, (_, file) => assert.ok(existsSync(join(ROOT, file)), file)],
  [/^node (scripts\/\S+)(?: \w+)?$/, (_, file) => assert.ok(existsSync(join(ROOT, file)), file)],
  [
    /^python3 (\S+) (\S+)$/,
    (_, ...files) => files.forEach((file) => assert.ok(existsSync(join(ROOT, file)), file)),
  ],
  [
    // run in full by the tests of the guides
    /^npx ipsm-policy (init|check|preview|publish)$/,
    async (_, command) => assert.equal((await policy(ROOT, [command, '--help'])).status, 0),
  ],
  [
    /^npx ipsm-policy (html .*)$/,
    async (t, line) => {
      const cwd = await published(t);
      edit(cwd, 'settings.yaml', /^site:.*$/m, 'site: https://example.kz/policy/');
      const {status, stdout, stderr} = await policy(cwd, line.split(' '));
      assert.equal(status, 0, stderr);
      assert.match(stdout, /<ipsm-consent-checkbox/);
    },
  ],
];

describe('code for a terminal', () => {
  for (const snippet of of('sh'))
    for (const line of snippet.code.trim().split('\n'))
      it(`can be typed: ${at(snippet)} ${line.slice(0, 60)}`, async (t) => {
        const command = line.replace(/\s+#.*$/, '').trim();
        const known = COMMANDS.find(([pattern]) => pattern.test(command));
        assert.ok(known, `Nothing runs "${command}".`);
        const [pattern, check] = known;
        await check(t, ...pattern.exec(command).slice(1));
      });
});
