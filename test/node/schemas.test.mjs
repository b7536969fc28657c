import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import {buildRecord, ReadError, readManifest, readRecord} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import {aManifest} from '../cli/policy.mjs';
import {ROOT, json} from '../cli/run.mjs';
import {RUNS, manifest, record} from '../schemas/arbitraries.mjs';
import {BEYOND} from '../schemas/beyond.mjs';
import {copy, everyChange, spoiled} from '../schemas/mutate.mjs';

const require = createRequire(import.meta.url);
const schemaOf = (name) => require(`ipsm-consent/schemas/${name}.schema.json`);

/** `required` beside `anyOf` names what stands under `properties` further up. */
const STRICT = {strict: true, strictRequired: false};

/** The published schema as a function. */
const compile = (schema) => new Ajv(STRICT).compile(schema);

/** The published schema and the rules beyond it. */
function compileWith(schema, rules) {
  const ajv = new Ajv(STRICT);
  const whole = copy(schema);
  for (const [name, {holds, places}] of Object.entries(rules)) {
    // Beside a keyword that fails, Ajv still tries the next: ours must bear any value.
    const validate = (_, value) => {
      try {
        return holds(value);
      } catch {
        return true;
      }
    };
    ajv.addKeyword({keyword: name, validate});
    for (const place of places(whole)) place[name] = true;
  }
  return ajv.compile(whole);
}

function readerTakes(read, value) {
  try {
    read(value);
    return true;
  } catch (error) {
    assert.ok(error instanceof ReadError, String(error?.stack));
    return false;
  }
}

/** A manifest and a record that have every field. */
const fullManifest = aManifest();
fullManifest.releases.shift();
fullManifest.releases[0].notice.kk.points[0].label = 'Label';
const example = json(ROOT, 'test/fixtures/record-example.json');
const fullRecord = {...example, prev: {id: example.id, sha256: 'a'.repeat(64)}};

for (const [name, read, arbitrary, full] of [
  ['ipsm-policy-1', (value) => readManifest(value, (url) => url), manifest, fullManifest],
  ['ipsm-consent-record-1', readRecord, record, fullRecord],
]) {
  describe(`the schema ${name}`, () => {
    const schema = schemaOf(name);
    const rules = BEYOND[name];
    const [published, whole] = [compile(schema), compileWith(schema, rules)];

    it('is JSON Schema 2020-12 that describes each of its parts', () => {
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      for (const [part, {title, description}] of Object.entries({schema, ...schema.$defs})) {
        if (title) assert.ok(description, part);
      }
    });

    it('lists the rules that it cannot say', () => {
      const list = schema.description.split('Beyond this schema')[1];
      const named = [...list.matchAll(/(\w+): (?:no|a) /g)].map(([, rule]) => rule);
      assert.deepEqual(named, Object.keys(rules));
    });

    it('takes and refuses what the reader does, wherever one value is another', () => {
      let [n, taken] = [0, 0];
      for (const value of everyChange(full)) {
        const isTaken = readerTakes(read, value);
        n += 1;
        if (isTaken) taken += 1;
        if (whole(value) !== isTaken)
          assert.fail(`reader: ${isTaken}; ${JSON.stringify([whole.errors, value])}`);
      }
      assert.ok(n > 10_000 && taken > 1000 && taken < n, `${taken} of ${n}`);
    });

    it(`takes and refuses what the reader does (${RUNS} cases)`, () => {
      const count = {taken: 0, refused: 0, onlyBeyond: 0};
      fc.assert(
        fc.property(spoiled(arbitrary), (value) => {
          const isTaken = readerTakes(read, value);
          count[isTaken ? 'taken' : 'refused'] += 1;
          if (!isTaken && published(value)) count.onlyBeyond += 1;
          assert.equal(whole(value), isTaken, JSON.stringify(whole.errors));
        }),
        {numRuns: RUNS},
      );
      // Neither side of the coin is rare, or the property would say little.
      for (const [side, n] of Object.entries(count)) {
        assert.ok(n > RUNS / (side === 'onlyBeyond' ? 1000 : 10), `${side}: ${n}`);
      }
    });

    it('takes everything that the reader takes as it is', () => {
      fc.assert(
        fc.property(arbitrary, (value) => published(value) && readerTakes(read, value)),
        {numRuns: RUNS / 10},
      );
    });

    it('refuses what is no object, as the reader does', () => {
      for (const value of [null, true, 0, '', 'text', [], [{}], {}]) {
        assert.equal(published(value), false);
        assert.equal(readerTakes(read, value), false);
      }
    });
  });
}

describe('the published schemas', () => {
  const [policy, consent] = ['ipsm-policy-1', 'ipsm-consent-record-1'].map((name) => compile(schemaOf(name)));

  it('take the bundled policy, the demo’s manifest and the example record', () => {
    assert.ok(policy(ipsmPolicy.manifest), JSON.stringify(policy.errors));
    assert.ok(policy(json(ROOT, 'demo/policy/manifest.json')), JSON.stringify(policy.errors));
    assert.ok(consent(json(ROOT, 'test/fixtures/record-example.json')), JSON.stringify(consent.errors));
  });

  it('take every record that the builder makes of a manifest, whatever the act and the decisions', () => {
    fc.assert(
      fc.property(
        manifest,
        fc.constantFrom('given', 'declined', 'withdrawn'),
        fc.constantFrom('form-checkbox', 'banner-button', 'status-button', 'script'),
        fc.constantFrom('kk', 'ru', 'en'),
        fc.array(fc.constantFrom('given', 'declined', 'not-asked'), {minLength: 3, maxLength: 3}),
        fc.constantFrom(null, {id: example.id, sha256: null}, {id: example.id, sha256: 'a'.repeat(64)}),
        (json, state, method, lang, decisions, prev) => {
          const read = readManifest(json, (url) => url);
          const [release] = read.releases;
          const built = buildRecord(read, release, {
            id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
            prev,
            state,
            time: new Date('2026-03-05T10:00:00Z'),
            method,
            lang,
            noticeSha256: null,
            source: 'network',
            purposes: Object.fromEntries(release.terms.purposes.map(({id}, i) => [id, decisions[i]])),
          });
          assert.ok(consent(copy(built)), JSON.stringify(consent.errors));
          assert.deepEqual(readRecord(copy(built)), built);
        },
      ),
      {numRuns: RUNS / 10},
    );
  });
});
