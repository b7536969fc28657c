import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {currentRelease, isMaterial, materialChanges, readManifest, unite} from 'ipsm-consent/core';
import {manifestOf} from '../../out/demo/server/qa-releases.js';
import {QaDesk} from '../../out/demo/server/qa-desk.js';

const LANGS = ['kk', 'ru', 'en'];
const at = (path) => new URL(`../../demo/policy/${path}`, import.meta.url);
const FOLDER = fileURLToPath(at('.'));
const TOKEN = 'test-token';
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

const first = json('manifest.json').releases[0];
const second = json('releases/2026-12-01.json');
const both = {...json('manifest.json'), releases: [first, second]};

test('the demo manifest with the second release passes the reader', () => {
  const manifest = readManifest(both);
  assert.equal(currentRelease(manifest, new Date('2026-11-30T23:59:59+05:00')).version, '2026-10-01');
  assert.equal(currentRelease(manifest, new Date('2026-12-01T00:00:00+05:00')).version, '2026-12-01');
  assert.deepEqual(materialChanges(manifest.releases[0], manifest.releases[1]), ['terms.data[3].clause']);
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
    const {points, details} = second.notice[lang];
    const {purposes, data} = second.terms;
    const named = [
      ...[...points, ...details].flatMap(({clauses}) => clauses),
      ...[...purposes, ...data].map(({clause}) => clause),
    ];
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
    const {changes, points, details, ...words} = second.notice[lang];
    const {points: pointsBefore, details: detailsBefore, ...wordsBefore} = first.notice[lang];
    const after = [...points, ...details];
    const before = [...pointsBefore, ...detailsBefore];
    assert.equal(changes.length, 2);
    assert.deepEqual(words, wordsBefore);
    assert.deepEqual(
      after.map(({id}) => id),
      before.map(({id}) => id),
    );
    const changed = after.filter((point, i) => JSON.stringify(point) !== JSON.stringify(before[i]));
    assert.deepEqual(
      changed.map(({id}) => id),
      ['data', 'changes', 'use', 'unstated'],
    );
  });
}

test('the terms of the second release differ in the clause that names the scans', () => {
  const data = first.terms.data.map((item) => (item.id === 'scans' ? {...item, clause: '2.3.4'} : item));
  assert.deepEqual(second.terms, {...first.terms, data});
});

/** A moment at which what a tester publishes now has begun. */
const LATER = new Date(Date.now() + 60_000);
const PUBLISHED = {
  first: 1,
  second: 2,
  announced: 2,
  cancelled: 2,
  editorial: 2,
  'without-russian': 2,
  hostile: 2,
};

for (const [release, count] of Object.entries(PUBLISHED)) {
  test(`a tester's switch publishes releases that can be read: ${release}`, async () => {
    const desk = new QaDesk();
    assert.ok(desk.set(TOKEN, 'release', release, new Date()));
    const manifest = readManifest(await manifestOf(FOLDER, desk.of(TOKEN)));
    assert.equal(manifest.releases.length, count);
    const [, next] = manifest.releases;
    const isInForce = !['first', 'announced', 'cancelled'].includes(release);
    assert.equal(currentRelease(manifest, LATER), manifest.releases[isInForce ? 1 : 0]);
    if (next) assert.equal(isMaterial(manifest, next), release !== 'editorial');
  });
}

test('what a tester has published keeps its words and its date, also when it is cancelled', async () => {
  const desk = new QaDesk();
  const published = async (release, time) => {
    desk.set(TOKEN, 'release', release, new Date(time));
    return readManifest(await manifestOf(FOLDER, desk.of(TOKEN)));
  };
  let known;
  for (const [i, release] of [...Object.keys(PUBLISHED), ...Object.keys(PUBLISHED)].entries()) {
    const {manifest, altered} = unite(known, await published(release, Date.UTC(2026, 10, 1, i)));
    assert.equal(altered, undefined, release);
    known = manifest;
  }
});
