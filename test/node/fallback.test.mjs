import assert from 'node:assert/strict';
import {test} from 'node:test';
import {printFallback, printPurposeFallback} from 'ipsm-consent/fallback';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {createVerifier} from 'ipsm-consent/server';
import {parseFragment} from 'parse5';

const {manifest} = ipsmPolicy;
const [release] = manifest.releases;

/** What a browser sends of the fallback, once its boxes are ticked. */
function posted(html) {
  const fields = new URLSearchParams();
  const look = ({tagName, attrs = [], childNodes = []}) => {
    const value = (name) => attrs.find((attr) => attr.name === name)?.value;
    if (tagName === 'input') fields.append(value('name'), value('value') ?? 'on');
    childNodes.forEach(look);
  };
  look(parseFragment(html));
  return fields;
}

test('it prints for many pages at once, each in its own language, and each counts', async () => {
  const verifier = await createVerifier(manifest);
  const langs = ['kk', 'ru', 'en', 'ru-KZ', 'kk', 'en-GB'];
  const printed = await Promise.all(langs.map((lang) => printFallback(manifest, {lang, name: 'agreed'})));
  for (const [i, html] of printed.entries()) {
    const lang = langs[i].slice(0, 2);
    const verdict = verifier.acceptFallback(posted(html), {name: 'agreed', now: new Date()});
    assert.deepEqual([verdict.ok, verdict.record.notice.lang], [true, lang]);
    assert.match(html, new RegExp(`<section class="ipsm-base ipsm-card" lang="${lang}"`));
  }
  assert.equal(printed[4], printed[0]);
});

test('it speaks Kazakh where the elements do not know the language', async () => {
  assert.equal(await printFallback(manifest, {lang: 'de'}), await printFallback(manifest, {lang: 'kk'}));
});

test('it prints a box for a purpose, and nothing for one that has no sentence', async () => {
  const verifier = await createVerifier(manifest);
  const html =
    (await printFallback(manifest, {lang: 'en'})) +
    printPurposeFallback(manifest, {lang: 'en', purpose: 'ads', name: 'news', isFirst: true});
  const {record} = verifier.acceptFallback(posted(html), {
    name: 'consent',
    purposes: {ads: 'news', research: 'research'},
    now: new Date(),
  });
  const decided = Object.fromEntries(record.purposes.map(({id, decision}) => [id, decision]));
  assert.deepEqual([decided.ads, decided.research], ['given', 'declined']);
  assert.equal(printPurposeFallback(manifest, {lang: 'en', purpose: 'services'}), '');
});

test('it leads to documents beside the manifest, and to none whose place is unknown', async () => {
  const documents = {kk: {url: 'kk.html', sha256: null, anchor: '#{clause}'}};
  const beside = {...manifest, releases: [{...release, documents}]};
  const manifestUrl = 'https://example.kz/policy/manifest.json';
  const links = /https:\/\/example\.kz\/policy\/kk\.html#2\.4/;
  assert.match(await printFallback(beside, {lang: 'kk', manifestUrl}), links);
  assert.doesNotMatch(await printFallback(beside, {lang: 'kk'}), /kk\.html/);
});

test('it prints nothing where no release is in force', async () => {
  const cancelled = {...release, effectiveFrom: '2030-01-01T00:00:00Z', cancelled: '2029-01-01T00:00:00Z'};
  const none = {...manifest, releases: [cancelled]};
  assert.equal(await printFallback(none, {lang: 'kk'}), '');
  assert.equal(printPurposeFallback(none, {lang: 'kk', purpose: 'ads'}), '');
});

test('it says what is wrong with a manifest', async () => {
  await assert.rejects(printFallback({...manifest, id: 'No id'}, {lang: 'kk'}), {code: 'value', path: 'id'});
});

test('it leaves the process without a window', async () => {
  await printFallback(manifest, {lang: 'ru'});
  assert.equal(typeof globalThis.window, 'undefined');
});
