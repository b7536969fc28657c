import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {readManifest} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';

const at = (path) => new URL(`../../demo/policy/${path}`, import.meta.url);
const json = JSON.parse(readFileSync(at('manifest.json'), 'utf8'));

test('the demo manifest passes the reader', () => {
  assert.equal(readManifest(json).id, 'ipsm-privacy');
});

const UNDATED = /; (саясаттың күні|дата политики|the date of the policy)(?=\.)/;

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
      const named = [...notice[lang].points, ...notice[lang].details].flatMap(({clauses}) => clauses);
      const missing = named.filter((clause) => !html.includes(`id="${clause}"`));
      assert.deepEqual(missing, []);
    });
  }

  test(`${version} in the demo manifest says what the bundled policy says, but that its text has a date`, () => {
    const [release] = ipsmPolicy.manifest.releases;
    for (const lang of ['kk', 'ru', 'en']) {
      const text = JSON.stringify(release.notice[lang]).replace(UNDATED, '');
      assert.deepEqual(notice[lang], JSON.parse(text), lang);
    }
    assert.deepEqual(terms, release.terms);
  });
}
