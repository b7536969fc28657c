import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {readManifest} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';

const at = (path) => new URL(`../../demo/policy/${path}`, import.meta.url);
const json = JSON.parse(readFileSync(at('manifest.json'), 'utf8'));

test('the demo manifest passes the reader', () => {
  assert.equal(readManifest(json, (url) => new URL(url, 'https://ipsm.kz/').href).id, 'ipsm-privacy');
});

for (const {version, documents, notice, terms} of json.releases) {
  for (const [lang, {url, sha256}] of Object.entries(documents)) {
    test(`the ${lang} document of ${version} has the bytes that the demo manifest says`, () => {
      assert.equal(
        createHash('sha256')
          .update(readFileSync(at(url)))
          .digest('hex'),
        sha256,
      );
    });

    test(`the ${lang} document of ${version} has an anchor for every clause of the ${lang} notice`, () => {
      const html = readFileSync(at(url), 'utf8');
      const missing = notice[lang].points.filter(({clause}) => !html.includes(`id="${clause}"`));
      assert.deepEqual(missing, []);
    });
  }

  test(`the words of ${version} in the demo manifest are those of the bundled policy`, () => {
    const [release] = ipsmPolicy.manifest.releases;
    for (const lang of ['kk', 'ru', 'en']) {
      const {changes, ...words} = notice[lang];
      assert.deepEqual(words, release.notice[lang], lang);
    }
    assert.deepEqual(terms.purposes, release.terms.purposes);
  });
}
