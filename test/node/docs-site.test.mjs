import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {dirname, join, posix} from 'node:path';
import {after, describe, it} from 'node:test';
import {parse} from 'parse5';
import {ROOT, json} from '../helpers/project.mjs';

const out = mkdtempSync(join(ROOT, 'out', 'docs-'));
after(() => rmSync(out, {recursive: true, force: true}));
const BUILD = `
  import {buildDocs} from './scripts/docs/build.mjs';
  await buildDocs(${JSON.stringify(out)});`;
execFileSync(process.execPath, ['--input-type=module', '-e', BUILD], {cwd: ROOT});

/** Every element below a node. */
const elementsIn = (node) =>
  (node.childNodes ?? []).flatMap((child) => [...(child.tagName ? [child] : []), ...elementsIn(child)]);
const attribute = (element, name) => element.attrs.find((each) => each.name === name)?.value;
const words = (node) => node.value ?? (node.childNodes ?? []).map(words).join('');

/** Each page of the site: its elements, and the ids that links may lead to. */
const pages = new Map(
  readdirSync(out)
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const elements = elementsIn(parse(readFileSync(join(out, name), 'utf8')));
      return [name, {elements, ids: elements.flatMap((element) => attribute(element, 'id') ?? [])}];
    }),
);

describe('the site of the docs', () => {
  it('has every page of docs/, each led to from every page', () => {
    const sources = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
    const expected = sources.map((name) => name.replace(/md$/, 'html'));
    assert.deepEqual(
      expected.filter((name) => !pages.has(name)),
      [],
    );
    for (const [name, {elements}] of pages) {
      const nav = elements.find(({tagName}) => tagName === 'nav');
      const links = elementsIn(nav).flatMap((element) => attribute(element, 'href') ?? []);
      assert.deepEqual(
        links.filter((href) => href !== 'gallery/index.html').sort(),
        [...pages.keys()].sort(),
        name,
      );
      assert.ok(links.includes('gallery/index.html'), name);
    }
  });

  it('has the gallery of all states, and says that only a server can show it', () => {
    const [index, frame] = ['index', 'gallery-frame'].map((name) =>
      readFileSync(join(out, 'gallery', `${name}.html`), 'utf8'),
    );
    for (const [, src] of `${index}${frame}`.matchAll(/ src="([^"]+)"/g))
      assert.ok(existsSync(join(out, 'gallery', src)), src);
    const nav = pages.get('index.html').elements.find(({tagName}) => tagName === 'nav');
    assert.match(words(nav), /Gallery of all states \(where a web server serves it\)/);
  });

  for (const [name, {elements, ids}] of pages) {
    it(`has links that lead somewhere, wherever its folder lies: ${name}`, () => {
      const leading = elements.flatMap((element) =>
        ['href', 'src', 'srcset', 'action'].flatMap((each) => attribute(element, each) ?? []),
      );
      for (const href of leading.filter((each) => !/^(https:|mailto:)/.test(each))) {
        assert.doesNotMatch(href, /^\/|^[a-z]+:/, href);
        const [path, hash] = href.split('#');
        const target = path || name;
        assert.ok(existsSync(join(out, target)), href);
        if (hash !== undefined) assert.ok(pages.get(target)?.ids.includes(decodeURIComponent(hash)), href);
      }
    });

    it(`asks nobody else for anything, and runs nothing: ${name}`, () => {
      assert.deepEqual(
        elements.filter(({tagName}) => ['script', 'iframe', 'style', 'object'].includes(tagName)),
        [],
      );
      for (const element of elements)
        if (element.tagName === 'img' || element.tagName === 'link')
          assert.doesNotMatch(attribute(element, 'src') ?? attribute(element, 'href'), /:/);
    });

    it(`can be read: title, language, one heading, words for pictures, no id twice: ${name}`, () => {
      const [html, title] = ['html', 'title'].map((tag) => elements.find(({tagName}) => tagName === tag));
      assert.match(attribute(html, 'lang'), /^(kk|ru|en)$/);
      assert.match(words(title), /ipsm-consent/);
      assert.equal(elements.filter(({tagName}) => tagName === 'h1').length, 1);
      for (const element of elements) if (element.tagName === 'img') assert.ok(attribute(element, 'alt'));
      assert.deepEqual(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        [],
      );
    });
  }

  it('has each code of an error at an address of its own', () => {
    const {ids} = pages.get('errors.html');
    for (const code of ['manifest-unreachable', 'page-mistake', 'not-current', 'not-previewed'])
      assert.ok(ids.includes(code));
  });

  it('shows the style sheet that asks for nothing', () => {
    assert.doesNotMatch(readFileSync(join(out, 'style.css'), 'utf8'), /url\(|@import/);
  });
});

describe('the pages themselves', () => {
  const [{files}] = Object.values(
    JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: ROOT,
        encoding: 'utf8',
        shell: process.platform === 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    ),
  );
  const packed = new Set(files.map(({path}) => path));
  /** Too large for everybody's node_modules: pictures, but for the one that is seen first. */
  const LEFT_OUT = /^docs\/pictures\/[\w.]+$/;

  for (const page of [...packed].filter((path) => path.endsWith('.md')))
    it(`lead to what is in the package as well: ${page}`, () => {
      const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/```.*?```/gs, '');
      for (const [, href] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(https:|mailto:|#)/.test(href)) continue;
        const target = posix.join(dirname(page), href.split('#')[0]);
        assert.ok(packed.has(target) || LEFT_OUT.test(target), `${href} is not packed`);
      }
    });

  it('name the version of Node that the package does', () => {
    const {engines} = json(ROOT, 'package.json');
    for (const page of ['README.md', 'README.ru.md', 'README.kk.md'])
      assert.ok(readFileSync(join(ROOT, page), 'utf8').includes(engines.node.replace('>=', '')), page);
  });
});
