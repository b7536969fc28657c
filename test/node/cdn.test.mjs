import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {SourceMap} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const LANGS = ['kk', 'ru', 'en'];
const oneLanguage = LANGS.flatMap((lang) => [
  {lang, name: `ipsm-consent.${lang}.min.js`},
  {lang, name: `ipsm-consent-checkbox.${lang}.min.js`},
  {lang, name: `ipsm-consent-all.${lang}.min.js`},
]);
const names = [
  'ipsm-consent.min.js',
  'ipsm-consent-all.min.js',
  ...oneLanguage.map(({name}) => name),
  'ipsm-consent.dev.min.js',
];
const STYLES = 'ipsm-consent-fallback.css';
const codeOf = (name) => read(`dist/cdn/${name}`);
const mapOf = (name) => JSON.parse(read(`dist/cdn/${name}.map`));

test('dist/cdn holds the files for script tags, their maps and the terms of what is in them', () => {
  const expected = ['LICENSES.txt', STYLES, ...names, ...names.map((name) => `${name}.map`)];
  assert.deepEqual(readdirSync(join(root, 'dist/cdn')).sort(), expected.sort());
});

test('sri.json holds the digest of every file', () => {
  const digest = (name) => `sha384-${createHash('sha384').update(codeOf(name)).digest('base64')}`;
  const expected = Object.fromEntries([...names, STYLES].sort().map((name) => [name, digest(name)]));
  assert.deepEqual(JSON.parse(read('dist/sri.json')), expected);
});

for (const [page, name] of [
  ['README.md', 'ipsm-consent.min.js'],
  ['README.ru.md', 'ipsm-consent.ru.min.js'],
  ['README.kk.md', 'ipsm-consent.kk.min.js'],
])
  test(`${page} shows the script tag with version and digest of this build`, () => {
    const {version} = JSON.parse(read('package.json'));
    const {[name]: integrity} = JSON.parse(read('dist/sri.json'));
    const [tag] = /<script\s+src="https:[^>]*>/.exec(read(page)) ?? [];
    assert.ok(tag?.includes(`/ipsm-consent@${version}/dist/cdn/${name}"`), tag);
    assert.ok(tag.includes(`integrity="${integrity}"`), 'The digest is old. Run: npm run readme');
    assert.match(tag, /\scrossorigin="anonymous"/);
    for (const [, named] of read(page).matchAll(/ipsm-consent@([\w.-]+)\//g)) assert.equal(named, version);
  });

/** Words of each language: those of the bundled notice, and those of the interface. */
const words = {
  kk: ['деректеріңізді қалай өңдейді', 'Кейінірек', 'осы құсбелгіні қойыңыз.'],
  ru: ['Как IPSM обрабатывает', 'Позже', 'поставьте эту отметку.'],
  en: ['How IPSM processes', 'Later', 'tick this box.'],
};

for (const name of names) {
  test(`${name} says first what it is and whose`, () => {
    const {version} = JSON.parse(read('package.json'));
    assert.match(
      codeOf(name),
      new RegExp(`^\ufeff//# allFunctionsCalledOnLoad
/\\*! ipsm-consent ${version}, MIT.*Google LLC, BSD-3-Clause.*\\*/\n`),
    );
    const terms = read('dist/cdn/LICENSES.txt');
    const packages = mapOf(name).sources.flatMap(
      (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
    );
    assert.ok(packages.includes('lit-html'));
    for (const inside of packages) assert.match(terms, new RegExp(`^${inside} \\d`, 'm'));
    assert.match(terms, /Redistributions in binary form must reproduce/);
  });

  test(`${name} is strict`, () => {
    assert.match(codeOf(name), /^.*\n.*\n!function\(\)\{"use strict";/);
  });

  test(`${name} is UTF-8 with its mark; no letter is an escape but the one that is compared with itself`, () => {
    const bytes = readFileSync(join(root, 'dist/cdn', name));
    assert.doesNotThrow(() => new TextDecoder('utf-8', {fatal: true}).decode(bytes));
    assert.ok(!codeOf(name).includes('\ufffd'));
    assert.deepEqual(codeOf(name).match(/\\u[0-9a-f]{4}/gi), ['\\u049b']);
    assert.ok(codeOf(name).includes('if("\u049b"!=="\\u049b")return void console.error('));
  });

  test(`${name} leads back to the sources, which its map holds`, () => {
    const map = mapOf(name);
    for (const [i, source] of map.sources.entries()) {
      assert.ok(map.sourcesContent[i], source);
      assert.doesNotMatch(source, /\.js$|\/out\//);
      if (!source.includes('node_modules'))
        assert.equal(map.sourcesContent[i], read(join('dist/cdn', source)));
    }
    const [row, line] = [...codeOf(name).split('\n').entries()].find(([, line]) =>
      line.includes('"ipsm-consent-change"'),
    );
    const {originalSource, originalLine} = new SourceMap(map).findEntry(
      row,
      line.indexOf('"ipsm-consent-change"'),
    );
    assert.equal(originalSource, '../../src/elements/shared/events.ts');
    assert.match(read('src/elements/shared/events.ts').split('\n')[originalLine], /'ipsm-consent-change'/);
  });

  test(`${name} holds neither notes for translators nor the run time of lit-localize`, () => {
    assert.doesNotMatch(codeOf(name), /desc:|lit-localize|strTag/);
  });
}

test('ipsm-consent.min.js holds the words of all three languages', () => {
  for (const word of Object.values(words).flat())
    assert.ok(codeOf('ipsm-consent.min.js').includes(word), word);
});

for (const {name, lang} of oneLanguage) {
  test(`${name} holds the words of its language and of no other, and nothing that follows the page's`, () => {
    const code = codeOf(name);
    // "later" is a word of the banner
    const own = words[lang].filter((_, i) => i !== 1 || !name.includes('checkbox'));
    for (const word of own) assert.ok(code.includes(word), word);
    for (const other of LANGS.filter((other) => other !== lang))
      for (const word of words[other]) assert.ok(!code.includes(word), word);
    assert.doesNotMatch(code, /"lang"\]?\}|documentElement\.lang/);
    const digests = read('src/policies/ipsm-digests.ts').matchAll(/sha256(\w\w) = '(\w+)'/g);
    for (const [, of, digest] of digests) assert.equal(code.includes(digest), of.toLowerCase() === lang, of);
  });
}

for (const lang of LANGS)
  test(`ipsm-consent-checkbox.${lang}.min.js holds no banner`, () => {
    assert.doesNotMatch(
      codeOf(`ipsm-consent-checkbox.${lang}.min.js`),
      /ipsm-consent-(banner|open)|answer-button/,
    );
  });

test(`${STYLES} reaches nothing outside of the fallback, and needs no nesting`, () => {
  // what @media and @supports hold stands as if they were not there; no comma in brackets parts two selectors
  const rules = codeOf(STYLES).replaceAll(/@[^{]*\{/g, '');
  const selectors = [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector]) =>
    selector.replaceAll(/\([^()]*\)/g, '').split(','),
  );
  assert.ok(selectors.length > 50);
  for (const selector of selectors) assert.match(selector.trim(), /^\.ipsm-host(?![\w-])/);
  assert.doesNotMatch(rules, /[{;}]&/);
});

for (const name of names) {
  const isAll = /^ipsm-consent(-all|\.dev)\./.test(name);
  test(`${name} ${isAll ? 'holds the status' : 'does without the status, which most pages do not need'}`, () => {
    assert.equal(codeOf(name).includes('"ipsm-consent-status"'), isAll);
    assert.equal(codeOf(name).includes('aria-labelledby="withdraw-'), isAll);
  });
}
