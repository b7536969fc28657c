import {ESLint} from 'eslint';
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {test} from 'node:test';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import {LIFECYCLE} from '../../scripts/eslint-house.mjs';
import {ROOT} from '../helpers/project.mjs';

// the project's own config, without types: the files below do not exist, so no program holds them
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [
    {languageOptions: {parserOptions: {projectService: false}}},
    tseslint.configs.disableTypeChecked,
  ],
});
const typed = new ESLint({cwd: ROOT});

const OF_THE_HOUSE = ['house/imports', 'no-restricted-syntax'];

/** Rules of the house that complain about `text` in a file at `path`. */
async function complaints(path, text) {
  const [result] = await eslint.lintText(text, {filePath: path});
  assert.ok(result, `${path} is ignored by ESLint`);
  assert.ok(!result.messages.some(({fatal}) => fatal), result.messages[0]?.message);
  return result.messages.map(({ruleId}) => ruleId).filter((id) => OF_THE_HOUSE.includes(id));
}

const forbidden = [
  ['src/core/x.ts', "export {a} from '../platform/a.js';"],
  ['src/core/x.ts', "export {a} from '../policies/a.js';"],
  ['src/core/x.ts', "export * from 'lit';"],
  ['src/core/x.ts', "export * from 'node:crypto';"],
  ['src/core/deep/x.ts', "import '../../l10n/a.js';"],
  ['src/core/x.ts', "export type A = import('../elements/page/a.js').A;"],
  ['src/core/x.ts', "import type {A} from '../elements/a.js'; export type B = A;"],
  ['src/core/x.ts', "export const a = () => import('../elements/a.js');"],
  ['src/core/x.ts', "import '../index.js';"],
  ['src/policies/x.ts', "import '../platform/a.js';"],
  ['src/policies/x.ts', "import 'lit';"],
  ['src/platform/x.ts', "import '../l10n/a.js';"],
  ['src/platform/x.ts', "import '../elements/a.js';"],
  ['src/platform/x.ts', "import 'lit';"],
  ['src/l10n/x.ts', "import '../platform/a.js';"],
  ['src/l10n/x.ts', "import '../elements/a.js';"],
  ['src/elements/x.ts', "import './page/a.js';"],
  ['src/elements/unheard-of/x.ts', "import '../page/a.js';"],
  ['src/elements/native/x.ts', "import '../shared/a.js';"],
  ['src/elements/native/x.ts', "import '../page/a.js';"],
  ['src/elements/native/x.ts', "import '../../l10n/a.js';"],
  ['src/elements/native/x.ts', "import type {A} from '../../core/a.js'; export type B = A;"],
  ['src/elements/page/x.ts', "import '../shared/a.js';"],
  ['src/elements/page/x.ts', "import '../native/a.js';"],
  ['src/elements/page/x.ts', "import 'lit';"],
  ['src/elements/shared/x.ts', "import '../summary/a.js';"],
  ['src/elements/summary/x.ts', "import '../checkbox/a.js';"],
  ['src/elements/summary/x.ts', "import '../native/a.js';"],
  ['src/elements/banner/x.ts', "import '../native/a.js';"],
  ['src/elements/banner/x.ts', "import '../checkbox/a.js';"],
  ['src/elements/status/x.ts', "import '../banner/a.js';"],
  ['src/elements/checkbox/x.ts', "import '../status/a.js';"],
  ['src/elements/checkbox/x.ts', "import '../../define/a.js';"],
  ['src/elements/checkbox/x.ts', "import '../../policies/a.js';"],
  ['src/elements/checkbox/x.ts', "import 'some-package';"],
  ['src/elements/checkbox/x.ts', "import '../../../demo/a.js';"],
  ['src/elements/checkbox/x.ts', "import '../../server/index.js';"],
  ['src/define/x.ts', "import '../bundles/a.js';"],
  ['src/define/x.ts', "import '../server/index.js';"],
  ['src/server/x.ts', "import '../platform/a.js';"],
  ['src/server/x.ts', "import 'lit';"],
  ['src/server/x.ts', "import 'node:fs';"],
  ['src/server/x.ts', "import 'commander';"],
  ['src/cli/check/x.ts', "import '../../platform/a.js';"],
  ['src/cli/x.ts', "import 'lit';"],
  ['src/index.ts', "export * from './define/all.js';"],
  ['src/index.ts', "export * from './policies/ipsm.js';"],
  ['src/unheard-of/x.ts', "import '../core/a.js';"],
  ['demo/server/x.ts', "import '../../src/core/index.js';"],
  ['demo/server/x.ts', "import 'ipsm-consent/define/all.js';"],
  ['demo/client/x.ts', "import '../../src/define/all.js';"],
];

const allowed = [
  ['src/core/x.ts', "export {a} from './a.js';"],
  ['src/policies/x.ts', "export {a} from '../core/a.js';"],
  ['src/platform/x.ts', "export {a} from '../core/a.js';"],
  ['src/l10n/x.ts', "export * from '@lit/localize'; export {a} from '../core/a.js';"],
  ['src/elements/native/x.ts', "import './a.js'; import 'lit';"],
  [
    'src/elements/page/x.ts',
    "import '../../core/a.js'; import '../../platform/a.js'; import '../../l10n/a.js';",
  ],
  ['src/elements/shared/x.ts', "import '../native/a.js'; import '../page/a.js'; import '@lit/localize';"],
  ['src/elements/summary/x.ts', "import '../shared/a.js'; import '../page/a.js';"],
  [
    'src/elements/checkbox/x.ts',
    "import '../native/a.js'; import '../summary/a.js'; import '../shared/a.js';",
  ],
  ['src/elements/checkbox/x.ts', "export * from 'lit'; export * from 'lit/directives/live.js';"],
  ['src/elements/checkbox/deep/x.ts', "import '../a.js'; import '../../../core/a.js';"],
  ['src/elements/banner/x.ts', "import '../summary/a.js'; import '../shared/a.js'; import '../page/a.js';"],
  ['src/elements/status/x.ts', "import '../summary/a.js'; import '../../core/a.js';"],
  ['src/define/x.ts', "import '../elements/banner/a.js'; import '../policies/a.js'; import '../core/a.js';"],
  ['src/define/x.ts', "customElements.define('x-y', class extends HTMLElement {});"],
  ['src/bundles/x.ts', "import '../define/a.js'; import '../policies/a.js';"],
  ['src/server/x.ts', "import '../core/a.js';"],
  ['src/cli/x.ts', "import 'node:fs'; import 'yaml'; import '../core/a.js'; import '../server/a.js';"],
  ['src/cli/check/x.ts', "import '../a.js'; import '../../core/a.js';"],
  ['src/index.ts', "export * from './elements/checkbox/a.js'; export * from './core/index.js';"],
  ['demo/server/x.ts', "import 'ipsm-consent'; import 'ipsm-consent/server'; import 'ipsm-consent/core';"],
  ['demo/server/x.ts', "import 'hono'; import 'node:fs'; import './a.js';"],
  ['demo/client/x.ts', "import 'ipsm-consent/define/all.js';"],
];

for (const [path, text] of forbidden)
  test(`${path} may not: ${text}`, async () => {
    assert.deepEqual(await complaints(path, text), ['house/imports']);
  });

for (const [path, text] of allowed)
  test(`${path} may: ${text}`, async () => {
    assert.deepEqual(await complaints(path, text), []);
  });

test('elements are registered in src/define only', async () => {
  const text = "customElements.define('x-y', HTMLElement);";
  assert.deepEqual(await complaints('src/elements/checkbox/x.ts', text), ['no-restricted-syntax']);
  assert.deepEqual(await complaints('src/index.ts', text), ['no-restricted-syntax']);
});

/** Files of src/elements in which a class extends another, by name or by mixin, and the calls of super's methods there. */
const superCalls = readdirSync(join(ROOT, 'src/elements'), {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({
    path: join('src/elements', name),
    text: readFileSync(join(ROOT, 'src/elements', name), 'utf8'),
  }))
  .flatMap(({path, text}) =>
    [...text.matchAll(/\bsuper\.(\w+)\(.*?\);?$/gm)]
      .filter(([, name]) => LIFECYCLE.test(name))
      .map(({0: call, 1: name}) => {
        // a method may call it twice
        const without = text.replaceAll(call, call.endsWith(';') ? 'void 0;' : 'undefined');
        return {path, name, without};
      }),
  );

test('there are classes of elements to look at', () => {
  assert.ok(new Set(superCalls.map(({path}) => path)).size >= 3);
});

for (const {path, name, without} of superCalls)
  test(`${path} has to call super.${name}()`, async () => {
    const [{messages}] = await typed.lintText(without, {filePath: join(ROOT, path)});
    const missing = messages.filter(({ruleId}) => ruleId === 'house/super-calls');
    assert.deepEqual([...new Set(missing.map(({message}) => message.split('(')[0]))], [`Call super.${name}`]);
  });

for (const folder of ['bench', 'scripts', 'examples', 'test/node'])
  test(`${folder} is linted`, async () => {
    const [{messages}] = await eslint.lintText('var a = 1;', {filePath: join(folder, 'x.mjs')});
    assert.ok(messages.some(({ruleId}) => ruleId === 'no-var'));
  });

/** The files of ours that a file imports, types included. @param {string} file */
const importsOf = (file) =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({fileName}) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(file), name.replace(/\.js$/, '.ts')));

/** Every round of imports that can be come to from a file. @param {string} file @param {string[]} path @param {Set<string>} done */
function rounds(file, path, done) {
  if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file]];
  if (done.has(file) || !existsSync(file)) return [];
  const found = importsOf(file).flatMap((next) => rounds(next, [...path, file], done));
  done.add(file);
  return found;
}

for (const folder of ['src', 'demo'])
  test(`no file of ${folder} imports itself by way of others`, () => {
    const files = readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'}).filter((name) =>
      name.endsWith('.ts'),
    );
    assert.ok(files.length > 20);
    const done = new Set();
    const found = files.flatMap((name) => rounds(join(ROOT, folder, name), [], done));
    assert.deepEqual(
      found.map((round) => round.map((file) => relative(ROOT, file)).join(' → ')),
      [],
    );
  });
