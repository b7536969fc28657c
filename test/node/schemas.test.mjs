import Ajv from 'ajv/dist/2020.js';
import {ReadError, readManifest, readRecord} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import {aManifest} from '../helpers/a-manifest.mjs';
import {ROOT, json} from '../helpers/project.mjs';
import {at, copy, inWords, pathsOf, put} from '../helpers/fuzz.mjs';

const require = createRequire(import.meta.url);

/** A manifest and a record with every field. */
const fullManifest = aManifest();
fullManifest.releases.shift();
const [release] = fullManifest.releases;
const {kk} = release.notice;
release.notice = {kk: {...kk, agreeFor: 'I agree for somebody', clauseNames: {annex: 'Annex'}}};
release.cancelled = '2026-02-01T00:00:00Z';
const example = json(ROOT, 'test/fixtures/record-example.json');
const fullRecord = {...example, prev: {id: example.id, sha256: 'a'.repeat(64)}};

/** What takes the place of every value: of each JSON type, and texts that are right somewhere, or nearly. */
const VALUES = [
  ...[null, true, 0, -1.5, [], {}, [''], [null], [{}], {kk: {}}, {KK: 1}, {ads: 'x'}, {ADS: 'x'}],
  ...['', ' ', '\n\u2003\ufeff', 'x y', 'a\n', '\u0000', '\ud83d', `a${'\u20dd'.repeat(31)}`],
  ...['a'.repeat(64), 'A'.repeat(64), 'a'.repeat(65), example.id, example.id.toUpperCase()],
  ...'x X - 2.2.1 2. é Қазақ 😀 services data kk kaz kk-KZ KZ KAZ ipsm-policy/1 ipsm-consent-record/1'.split(
    ' ',
  ),
  ...'2026-12-01 2026-02-30 2026-12-01T00:00:00 2026-12-01T00:00:00+05:00 2026-02-30T00:00:00Z'.split(' '),
  ...'2026-12-01T24:00:00Z 2026-03-05T10:00:00.000Z 2026-02-30T10:00:00.000Z 0999-03-05T10:00:00.000Z'.split(
    ' ',
  ),
  ...'2026-12-01T00:00:00.1234Z until-purpose-achieved P1Y P P1DT PT1M P1.5Y P10000D material'.split(' '),
  ...'editorial given declined withdrawn not-asked self script form-fallback inline cache'.split(' '),
];

/** What a reader refuses and JSON Schema cannot: the whole list. */
const BEYOND = {
  'what is the same twice': ({code}) => code === 'duplicate',
  'a map without any language': ({code}) => code === 'missing',
  'a cancellation that comes too late': ({path}) => path.endsWith('.cancelled'),
  'a day that no calendar has': (_, value) => /^2026-02-30/.test(value),
  'a lone surrogate': (_, value) => value === '\ud83d',
  'endless marks': (_, value) => /\p{M}{31}/u.test(value),
};

/** How the reader refuses a value. */
function refusalOf(read, value) {
  try {
    return void read(value);
  } catch (error) {
    assert.ok(error instanceof ReadError, String(error?.stack));
    return error;
  }
}

for (const [name, read, full, bundled] of [
  ['ipsm-policy-1', readManifest, fullManifest, ipsmPolicy.manifest],
  ['ipsm-consent-record-1', readRecord, fullRecord, example],
]) {
  describe(`the schema ${name}`, () => {
    const schema = require(`ipsm-consent/schemas/${name}.schema.json`);
    const takes = new Ajv({strict: true, allowUnionTypes: true}).compile(schema);

    it('is JSON Schema 2020-12 that describes itself, and takes the bundled policy’s', () => {
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.match(schema.description, /lone surrogate/);
      for (const json of [full, bundled]) {
        assert.ok(takes(json), JSON.stringify(takes.errors));
        assert.equal(refusalOf(read, json), undefined);
      }
    });

    it('says of every field, gone or another, what the reader says, but for what it cannot say', () => {
      const count = {taken: 0, refused: 0};
      const seen = new Set();
      const compare = (json, path, value) => {
        const refusal = refusalOf(read, json);
        count[refusal ? 'refused' : 'taken'] += 1;
        if (takes(json) === !refusal) return;
        const beyond = refusal && Object.keys(BEYOND).find((rule) => BEYOND[rule](refusal, value));
        assert.ok(
          beyond,
          `${inWords(path)} ${JSON.stringify(value)}: ${refusal ?? JSON.stringify(takes.errors)}`,
        );
        seen.add(beyond);
      };
      for (const path of pathsOf(full)) {
        const change = (alter) => {
          const json = copy(full);
          alter(at(json, path.slice(0, -1)), path.at(-1));
          return json;
        };
        compare(
          change((holder, key) => (Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key])),
          path,
        );
        for (const value of VALUES)
          compare(
            change((holder, key) => put(holder, key, copy(value))),
            path,
            value,
          );
      }
      assert.ok(count.taken > 1000 && count.refused > 3000, JSON.stringify(count));
      const every = name === 'ipsm-policy-1' ? 6 : 3;
      assert.equal(seen.size, every, [...seen].join());
    });

    it('refuses what is no object', () => {
      for (const value of VALUES) assert.deepEqual([takes(value), !refusalOf(read, value)], [false, false]);
    });
  });
}
