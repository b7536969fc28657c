import Ajv from 'ajv';
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {TAGS} from '../../dist/define/tags.js';
import {SETTINGS} from '../../dist/development/settings.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const read = (path) => readFileSync(join(root, path), 'utf8');
const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');

const manifest = JSON.parse(read('dist/custom-elements.json'));
const declarations = manifest.modules.flatMap(({declarations = []}) => declarations);
const elements = declarations.filter(({tagName}) => tagName);
const names = (list) => list.map(({name}) => name);

/** Attributes that the browser sees to, and no class observes. */
const THE_BROWSERS = ['autofocus'];
/** Attributes for the native box inside. */
const isOfTheBox = (name) => name.startsWith('aria-') || name === 'title';

describe('custom-elements.json', () => {
  it('is a manifest as its schema has it', () => {
    const validate = new Ajv({strict: false}).compile(schema);
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
  });

  it('declares every tag of the package, and no other', () => {
    assert.deepEqual(names(elements.map(({tagName}) => ({name: tagName}))), Object.keys(TAGS));
  });

  it('names files of the package only', () => {
    const references = manifest.modules.flatMap(({exports = []}) =>
      exports.map(({declaration}) => declaration.module),
    );
    for (const path of [...manifest.modules.map(({path}) => path), ...references]) {
      assert.match(path, /^dist\//);
      assert.ok(existsSync(join(root, path)), path);
    }
  });

  it('says where each tag is registered', () => {
    const defined = manifest.modules.flatMap(({path, exports = []}) =>
      exports.filter(({kind}) => kind === 'custom-element-definition').map(({name}) => [path, name]),
    );
    const expected = Object.keys(TAGS).flatMap((tag) => [
      [`dist/define/${tag}.js`, tag],
      ['dist/define/all.js', tag],
    ]);
    assert.deepEqual(defined.sort(), expected.sort());
  });

  it('refers to declarations that are there', () => {
    const there = manifest.modules.flatMap(({path, declarations = []}) =>
      names(declarations).map((name) => `${path} ${name}`),
    );
    for (const {exports = []} of manifest.modules)
      for (const {declaration} of exports)
        assert.ok(there.includes(`${declaration.module} ${declaration.name}`));
  });

  it('describes everything that it declares', () => {
    const kinds = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssStates', 'cssProperties'];
    const silent = declarations.flatMap((declaration) =>
      kinds.flatMap((kind) =>
        (declaration[kind] ?? [])
          .filter(({description}) => !description)
          .map(({name}) => `${declaration.name}.${name}`),
      ),
    );
    assert.deepEqual(silent, []);
  });

  it('says in words of its own what is ours, and of checked that a script cannot tick', () => {
    const said = declarations.flatMap(({members = [], attributes = []}) => [...members, ...attributes]);
    assert.deepEqual(names(said.filter(({description}) => /MDN|HTMLInputElement/.test(description))), []);
    const box = elements.find(({tagName}) => tagName === 'ipsm-consent-checkbox');
    const {description} = box.members.find(({name}) => name === 'checked');
    assert.match(description, /only with `allowScript`/);
  });

  it('knows the events by the types that the package exports', () => {
    const types = ['Event', ...names(declarations.filter(({superclass}) => superclass.name === 'Event'))];
    for (const {events} of elements)
      for (const {type} of events) assert.ok(types.includes(type.text), type.text);
  });

  it('knows what a text and a flag read while there is no attribute', () => {
    const {attributes} = elements.find(({tagName}) => tagName === 'ipsm-consent-checkbox');
    const initial = (name) => attributes.find((each) => each.name === name).default;
    assert.deepEqual(['value', 'by', 'name', 'optional', 'required'].map(initial), [
      "'on'",
      "'self'",
      "''",
      'false',
      'true',
    ]);
  });

  it('has unions written out, so that editors can offer their members', () => {
    const typesOf = (name) =>
      new Set(
        elements
          .flatMap(({attributes}) => attributes.filter((each) => each.name === name))
          // TypeScript prints a union's members in the order in which it came across them.
          .map(({type}) => type.text.split(' | ').sort().join(' | ')),
      );
    assert.deepEqual([...typesOf('placement')], ["'bottom' | 'inline' | 'top'"]);
    assert.deepEqual([...typesOf('by')], ["'representative' | 'self'"]);
    assert.deepEqual([...typesOf('storage')], ["'' | 'cookie' | 'local' | 'memory'"]);
  });

  for (const element of elements) {
    it(`has the attributes that ${element.tagName} observes`, () => {
      const observed = TAGS[element.tagName].observedAttributes.filter((name) => !isOfTheBox(name));
      const listed = names(element.attributes).filter((name) => !THE_BROWSERS.includes(name));
      assert.deepEqual(listed.sort(), [...new Set(observed)].sort());
    });

    it(`has a member for each attribute of ${element.tagName}`, () => {
      const lacking = element.attributes.filter(
        ({name, fieldName}) => name !== 'autofocus' && !names(element.members).includes(fieldName),
      );
      assert.deepEqual(names(lacking), []);
    });

    it(`keeps what is internal to ${element.tagName} to itself`, () => {
      const internal = names(element.members).filter((name) =>
        /^[#_]|Callback$|^(context|shown|box|render|update)$/.test(name),
      );
      assert.deepEqual(internal, []);
    });
  }
});

/** Rows of the table below a heading of docs/elements.md, by cells. */
function table(heading) {
  const [, section] = read('docs/elements.md').split(`\n## ${heading}\n`);
  const rows = section
    .split('\n## ')[0]
    .split('\n')
    .filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** Names in backticks. */
const quoted = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const TAG_OF = {
  checkbox: 'ipsm-consent-checkbox',
  banner: 'ipsm-consent-banner',
  status: 'ipsm-consent-status',
  summary: 'ipsm-policy-summary',
};

/** Which elements the page says have which names. */
const documented = (heading) =>
  table(heading)
    .flatMap(([cell, on]) => {
      const tags = on === 'all' ? Object.values(TAG_OF) : on.split(', ').map((word) => TAG_OF[word]);
      return quoted(cell).flatMap((name) => tags.map((tag) => `${tag} ${name}`));
    })
    .sort();
const inManifest = (kind) =>
  elements.flatMap(({tagName, [kind]: list}) => names(list).map((name) => `${tagName} ${name}`)).sort();

describe('docs/elements.md', () => {
  for (const [heading, kind] of [
    ['Attributes', 'attributes'],
    ['Parts', 'cssParts'],
    ['States', 'cssStates'],
    ['Custom properties', 'cssProperties'],
  ])
    it(`lists under ${heading} what the elements have`, () => {
      assert.deepEqual(documented(heading), inManifest(kind));
    });

  it('lists the settings of a page as they are in the types, and those of a script tag that the development file knows', () => {
    const rows = table('Settings of a page').map(([property, attribute]) => [
      quoted(property)[0],
      quoted(attribute)[0],
    ]);
    const listed = (column) => rows.map((row) => row[column]).filter(Boolean);
    const [, body] = /interface PageConfig \{(.*?)^\}/ms.exec(read('src/elements/page/configure.ts'));
    const properties = [...body.matchAll(/^  (\w+)\?:/gm)].map(([, name]) => name);
    assert.deepEqual(listed(0).sort(), properties.sort());
    assert.deepEqual(listed(1).sort(), SETTINGS.map((name) => `data-ipsm-${name}`).sort());
    for (const [property, attribute] of rows)
      if (property && attribute)
        assert.equal(attribute, `data-ipsm-${property.replaceAll(/[A-Z]/g, '-$&').toLowerCase()}`);
  });

  it('lists the events of ours', () => {
    const ours = new Set(
      elements.flatMap(({events}) => names(events)).filter((name) => name.startsWith('ipsm-')),
    );
    assert.deepEqual(
      table('Events')
        .flatMap(([cell]) => quoted(cell))
        .sort(),
      [...ours].sort(),
    );
  });

  it('lists every cause of a change', () => {
    const [row] = table('Events').filter(([cell]) => cell.includes('change'));
    const causes = quoted(row[1].split('`cause`:')[1]).flatMap((names) => names.split(' '));
    assert.deepEqual(causes.sort(), membersOfUnion('IpsmConsentChangeEvent', 'cause'));
  });
});

/** The texts that a member of a class can be. */
function membersOfUnion(declaration, member) {
  const {members} = declarations.find(({name}) => name === declaration);
  const {type} = members.find(({name}) => name === member);
  return [...type.text.matchAll(/'([^']*)'/g)].map(([, text]) => text).sort();
}
