import {buildRecord, canonicalJson, History, sha256} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT, json} from '../cli/run.mjs';
import {canonical, sha256Hex} from '../server/by-hand.mjs';

const example = json(ROOT, 'test/fixtures/record-example.json');
const published = json(ROOT, 'demo/policy/manifest.json');

/** Every digest that a record names, computed again from the published bytes without the project's code. */
describe('the digests of a record, computed by hand', () => {
  it('are those of the example: 1928 bytes', () => {
    const bytes = Buffer.from(canonical(example));
    assert.equal(bytes.length, 1928);
    assert.equal(sha256Hex(bytes), 'a0fb01b638a97b57035e9637397fffa962b2c7a0a052e93b4c636d1d8de3ac1b');
    assert.equal(canonicalJson(example), bytes.toString());
  });

  for (const [lang, digest] of Object.entries(ipsmPolicy.noticeSha256)) {
    it(`are those of the bundled notice in ${lang}, which the build wrote down`, () => {
      const {version, notice} = ipsmPolicy.manifest.releases[0];
      assert.equal(digest, sha256Hex(canonical({lang, version, notice: notice[lang]})));
    });
  }

  for (const {version, documents, notice} of published.releases) {
    for (const lang of Object.keys(documents)) {
      it(`are those of the document ${version} in ${lang}, byte for byte`, () => {
        const bytes = readFileSync(join(ROOT, 'demo', 'policy', documents[lang].url));
        assert.equal(documents[lang].sha256, sha256Hex(bytes));
      });

      it(`are those of the words of ${version} in ${lang}`, async () => {
        const whole = {lang, version, notice: notice[lang]};
        assert.equal(await sha256(canonicalJson(whole)), sha256Hex(canonical(whole)));
      });
    }
  }

  it('are those of the record before, which the next one names in prev', async () => {
    const kept = new Map();
    const storage = {
      keys: () => [...kept.keys()],
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => kept.set(key, value),
      remove: (key) => kept.delete(key),
      subscribe: () => () => {},
    };
    const {manifest, noticeSha256} = ipsmPolicy;
    const history = new History(storage, manifest.id, sha256);
    const record = buildRecord(manifest, manifest.releases[0], {
      id: example.id,
      state: 'given',
      time: new Date(example.event.time),
      method: 'banner-button',
      lang: 'kk',
      noticeSha256: noticeSha256.kk,
      source: 'bundled',
    });
    history.commit(record);
    // The digest follows when the platform has computed it.
    while (!history.latest().sha256) await new Promise(setImmediate);
    assert.equal(history.latest().sha256, sha256Hex(canonical(JSON.parse(JSON.stringify(record)))));
  });
});
