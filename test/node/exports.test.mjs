import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {dirname, join, relative, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const read = (path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const LANGS = ['kk', 'ru', 'en'];
const tags = Object.keys((await import('../../dist/define/tags.js')).TAGS);

/** Every file of dist, by its path from the root. */
const files = readdirSync(dist, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** Runs a module in a fresh Node, as a user of the package; returns what it logged. */
const inNode = (code) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {cwd: root, encoding: 'utf8'}).trim();

/** Modules that a module pulls in, itself among them, by their path from the root; packages by their name. */
function graphOf(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier] of read(file).matchAll(/(?<!["'])\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    if (!specifier.startsWith('.')) seen.add(specifier);
    else graphOf(relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/'), seen);
  }
  return seen;
}

/** Whose words of a language an entry takes. @param {string} entry @param {string} lang */
function roomsNamedIn(entry, lang) {
  const [, names] = new RegExp(`import\\s*\\{([^}]*)\\}\\s*from\\s*["'][^"']*words/${lang}\\.js`).exec(
    read(entry),
  );
  return names
    .split(',')
    .map((name) => name.trim().split(' ')[0])
    .sort();
}

for (const [name, target] of Object.entries(manifest.exports)) {
  const specifier = `ipsm-consent${name.slice(1)}`;
  const main = typeof target === 'string' ? target : target.default;
  // held with what is packed: package.test.mjs
  if (name.includes('*')) continue;

  test(`${specifier} leads to a file that exists`, () => {
    assert.equal(fileURLToPath(import.meta.resolve(specifier)), join(root, main));
    assert.ok(existsSync(join(root, main)), main);
  });

  if (!main.endsWith('.js')) continue;
  test(`${specifier} has types, and names them first`, () => {
    assert.equal(Object.keys(target)[0], 'types');
    assert.ok(existsSync(join(root, target.types)), target.types);
  });
}

for (const field of ['unpkg', 'jsdelivr', 'customElements']) {
  test(`package.json's ${field} leads to a file that exists`, () => {
    assert.ok(existsSync(join(root, manifest[field])), manifest[field]);
  });
}

test('core pulls in nothing but core', () => {
  const foreign = [...graphOf('dist/core/index.js')].filter((file) => !file.startsWith('dist/core/'));
  assert.deepEqual(foreign, []);
});

test('the server pulls in nothing but itself and core', () => {
  const foreign = [...graphOf('dist/server/index.js')].filter((file) => !/^dist\/(core|server)\//.test(file));
  assert.deepEqual(foreign, []);
});

test('the bundled policy pulls in no element', () => {
  const foreign = [...graphOf('dist/policies/ipsm.js')].filter(
    (file) => !/^dist\/(core|policies)\//.test(file),
  );
  assert.deepEqual(foreign, []);
});

for (const entry of ['core', 'server', 'policies/ipsm']) {
  test(`ipsm-consent/${entry} is imported without DOM, and brings none`, () => {
    const names = "['document', 'window', 'HTMLElement', 'customElements', 'localStorage']";
    const code = `await import('ipsm-consent/${entry}'); console.log(${names}.filter((name) => name in globalThis).join())`;
    assert.equal(inNode(code), '');
  });
}

const RECORDING = `
  const defined = [];
  globalThis.customElements = {define: (tag) => defined.push(tag), get: () => undefined};`;

for (const entry of ['', '/define/all.js']) {
  test(`ipsm-consent${entry} is imported in Node, and registers nothing there`, () => {
    assert.equal(
      inNode(`${RECORDING} await import('ipsm-consent${entry}'); console.log(defined.join())`),
      '',
    );
  });
}

test('elements are registered by dist/define and the cdn files only', () => {
  const registering = files.filter(
    (file) => file.endsWith('.js') && /customElements\s*\.\s*define\(/.test(read(file)),
  );
  assert.deepEqual(
    registering.filter((file) => !/^dist\/(define|cdn)\//.test(file)),
    [],
  );
  assert.ok(registering.length > 0);
});

test('each tag has a module that registers it, which the package exports', () => {
  const exported = Object.keys(manifest.exports).filter((name) => name.startsWith('./define/'));
  const expected = ['all', ...tags, ...LANGS.map((lang) => `${lang}/*`)].map((name) => `./define/${name}.js`);
  assert.deepEqual(exported.sort(), expected.sort());
});

test('the module that registers the checkbox brings no other element', () => {
  const elements = [...graphOf('dist/define/ipsm-consent-checkbox.js')].filter((file) =>
    file.endsWith('-element.js'),
  );
  assert.deepEqual(
    elements.filter((file) => /banner|status|policy-summary/.test(file)),
    [],
  );
});

/** Keys of messages that a module or what it pulls in can say. @param {string} entry */
const saidBy = (entry) =>
  [...graphOf(entry)]
    .filter((file) => file.startsWith('dist/'))
    .flatMap((file) => {
      const code = read(file);
      const [imported, name = 'words'] = /import\s*\{[^}]*\bwords(?: as ([\w$]+))?\s*[,}]/.exec(code) ?? [];
      if (!imported) return [];
      return [
        ...code.matchAll(new RegExp(`(?<![\\w$./-])${name.replaceAll('$', '\\$')}\\.(\\w+)(\\(?)`, 'g')),
      ];
    })
    .map(([, key, call]) => [key, call ? 'function' : 'string']);

for (const lang of LANGS)
  for (const tag of tags) {
    const entry = `dist/define/${lang}/${tag}.js`;

    test(`ipsm-consent/define/${lang}/${tag}.js brings no policy, no other language and no other element's words`, async () => {
      assert.deepEqual(
        [...graphOf(entry)].filter((file) =>
          /\/policies\/|generated\/locales|source-words|l10n\/words\/|lit\/localize/.test(file),
        ),
        [`dist/l10n/words/${lang}.js`],
      );
      const rooms = await import(`../../dist/l10n/words/${lang}.js`);
      // an element that brings another one brings the words of both
      const entries = [...graphOf(entry)].filter((file) => file.startsWith(`dist/define/${lang}/`));
      const named = entries.flatMap((each) => roomsNamedIn(each, lang));
      const brought = Object.assign({}, ...named.map((room) => rooms[room]));
      const said = new Map(saidBy(entry));
      assert.ok(said.size > 10);
      for (const [key, kind] of said) assert.equal(typeof brought[key], kind, key);
      const foreign = ['banner', 'checkbox', 'status'].filter((room) => !tag.endsWith(room));
      assert.deepEqual(
        roomsNamedIn(entry, lang).filter((room) => foreign.includes(room)),
        [],
      );
    });

    test(`ipsm-consent/define/${lang}/${tag}.js has its types, and what tells mistakes in development`, () => {
      assert.equal(manifest.exports[`./define/${lang}/*.js`].types, './dist/define/*.d.ts');
      assert.match(read(`dist/define/${tag}.d.ts`), /ElementsByTag/);
      const graph = graphOf(`dist/development/${lang}/${tag}.js`);
      for (const file of [entry, 'dist/development/start.js']) assert.ok(graph.has(file), file);
    });
  }

test('the status brings the banner, which puts the question where the page has none, in every language', () => {
  for (const folder of ['', ...LANGS.map((lang) => `${lang}/`)])
    assert.ok(
      graphOf(`dist/define/${folder}ipsm-consent-status.js`).has(
        `dist/define/${folder}ipsm-consent-banner.js`,
      ),
      folder,
    );
});

test('an entry in three languages has the words of its element alone', () => {
  for (const lang of LANGS)
    assert.deepEqual(
      roomsNamedIn('dist/define/ipsm-consent-checkbox.js', lang),
      roomsNamedIn(`dist/define/${lang}/ipsm-consent-checkbox.js`, lang),
    );
});

test('everything that registers is marked as having side effects', () => {
  assert.deepEqual(manifest.sideEffects, [
    './dist/define/**/*.js',
    './dist/development/**/*.js',
    './dist/cdn/*.js',
    './dist/cdn/*.css',
    // which does nothing: bundlers warn of an import by itself that they leave out
    './dist/types/nothing.js',
  ]);
});

test('no file of dist names a path of the machine that built it', () => {
  const paths = [root, homedir(), process.cwd()].filter((path) => path.length > 1);
  const leaking = files.filter((file) => {
    const text = read(file);
    return (
      paths.some((path) => text.includes(path)) ||
      /file:\/\/\/|\/(?:home|Users|root)\/|\b[A-Z]:\\\\/.test(text)
    );
  });
  assert.deepEqual(leaking, []);
});

const bundles = files.filter((file) => /^dist\/cdn\/.*\.js$/.test(file));

test('there is a cdn file', () => {
  assert.ok(bundles.includes('dist/cdn/ipsm-consent.min.js'));
});

for (const bundle of bundles) {
  const text = read(bundle);

  test(`${bundle} stands alone, as a classic script`, () => {
    assert.doesNotThrow(() => new Function(text));
    assert.doesNotMatch(text, /\bimport\s*\(|\brequire\s*\(/);
  });

  test(`${bundle} names no file that it was made from`, () => {
    assert.doesNotMatch(text, /node_modules|out\/src|\w\.ts\b/);
  });

  test(`${bundle} holds the fast build of Lit, not the one for developers`, () => {
    assert.doesNotMatch(text, /dev mode/i);
  });

  test(`${bundle} does nothing for a copy of Lit that is not its own`, () => {
    assert.doesNotMatch(text, /defer-hydration/);
  });

  test(`${bundle} has a source map beside it that names no place outside the project`, () => {
    const [, map] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text) ?? [];
    assert.equal(map, `${bundle.split('/').at(-1)}.map`);
    const {sources, sourceRoot = '', sourcesContent} = JSON.parse(read(`dist/cdn/${map}`));
    assert.equal(sourceRoot, '');
    assert.equal(sourcesContent.length, sources.length);
    assert.deepEqual(
      sources.filter((source) => !/^\.\.\/\.\.\/(?:out|src|node_modules)\/(?!.*\.\.\/)/.test(source)),
      [],
    );
  });
}
