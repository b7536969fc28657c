import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {currentRelease, readManifest} from 'ipsm-consent/core';

const LANGS = ['kk', 'ru', 'en'];
const at = (path) => new URL(`../../demo/policy/${path}`, import.meta.url);
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

const first = json('manifest.json').releases[0];
const second = json('releases/2026-12-01.json');
const both = {...json('manifest.json'), releases: [first, second]};
const resolve = (url) => new URL(url, 'https://ipsm.kz/policy/').href;

test('the demo manifest with the second release passes the reader', () => {
  const manifest = readManifest(both, resolve);
  assert.equal(currentRelease(manifest, new Date('2026-11-30T23:59:59+05:00')).version, '2026-10-01');
  assert.equal(currentRelease(manifest, new Date('2026-12-01T00:00:00+05:00')).version, '2026-12-01');
  assert.equal(second.change, 'material');
});

test('the demo publishes the first release only, until a tester switches', () => {
  assert.deepEqual(
    json('manifest.json').releases.map(({version}) => version),
    ['2026-10-01'],
  );
});

for (const lang of LANGS) {
  const {url, sha256, anchor} = second.documents[lang];
  const html = readFileSync(at(url), 'utf8');
  const ids = new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id));

  test(`the ${lang} document of the second release has the bytes that it says`, () => {
    assert.equal(
      createHash('sha256')
        .update(readFileSync(at(url)))
        .digest('hex'),
      sha256,
    );
  });

  test(`the ${lang} document of the second release has an anchor for every clause that it names`, () => {
    assert.equal(anchor, '#{clause}');
    const {points} = second.notice[lang];
    const {purposes, data} = second.terms;
    const named = [...points, ...purposes, ...data].map(({clause}) => clause);
    assert.deepEqual(
      named.filter((clause) => !ids.has(clause)),
      [],
    );
  });

  test(`the ${lang} document of the second release speaks of its own version only`, () => {
    assert.ok(html.includes('<time datetime="2026-12-01T00:00:00+05:00">'));
    assert.ok(!html.includes('2026-10-01'));
  });

  test(`the ${lang} notice of the second release changes what it says it changes`, () => {
    const {changes, points, ...words} = second.notice[lang];
    const {points: before, ...wordsBefore} = first.notice[lang];
    assert.equal(changes.length, 2);
    assert.deepEqual(words, wordsBefore);
    assert.deepEqual(
      points.map(({id}) => id),
      before.map(({id}) => id),
    );
    const changed = points.filter((point, i) => JSON.stringify(point) !== JSON.stringify(before[i]));
    assert.deepEqual(
      changed.map(({id, clause, more}) => [id, clause, more]),
      [
        ['scans', '2.3.4', undefined],
        ['changes', '5.4', undefined],
      ],
    );
  });
}

test('the terms of the second release differ in the clause that names the scans', () => {
  const data = first.terms.data.map((item) => (item.id === 'scans' ? {...item, clause: '2.3.4'} : item));
  assert.deepEqual(second.terms, {...first.terms, data});
});
