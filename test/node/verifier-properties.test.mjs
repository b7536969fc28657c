import fc from 'fast-check';
import {buildRecord, readManifest, wireJson} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {createVerifier} from 'ipsm-consent/server';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {at, copy, inWords, manifest as anyManifest, pathsOf, put, someValue, text} from '../helpers/fuzz.mjs';
import {canonical, sha256Hex} from '../server/by-hand.mjs';

const RUNS = Number(process.env.FC_RUNS ?? 2500);

/** A policy as a page reads it, with the verifier that a server makes of it. */
const known = async (given) => ({
  manifest: readManifest(copy(given)),
  verifier: await createVerifier(copy(given)),
});

const digestOf = ({version, notice}, lang) =>
  sha256Hex(canonical({lang, version, notice: copy(notice[lang])}));

/** Every act that there is, from the words of docs/format.md: state, method, required purposes, optional ones. */
const ACTS = [
  ['given', 'form-checkbox', 'given', ['given', 'declined', 'not-asked']],
  ['given', 'form-fallback', 'given', ['given', 'declined', 'not-asked']],
  ['given', 'banner-button', 'given', ['not-asked']],
  ['given', 'script', 'given', ['given', 'declined', 'not-asked']],
  ['declined', 'banner-button', 'declined', ['not-asked']],
  ['withdrawn', 'status-button', 'declined', ['declined', 'not-asked']],
  ['withdrawn', 'status-button', 'given', ['declined', 'given', 'not-asked'], 'partial'],
  ['withdrawn', 'script', 'given', ['declined', 'given', 'not-asked'], 'partial'],
];

const CLAIMED = [['id'], ['prev'], ['event', 'time'], ['event', 'by'], ['event', 'method'], ['subject']];
const prev = fc.record({
  id: fc.constant('11111111-1111-4111-8111-111111111111'),
  sha256: fc.option(fc.constantFrom('0'.repeat(64), '9f'.repeat(32)), {nil: null}),
});

const decision = fc.record({
  act: fc.constantFrom(...ACTS),
  release: fc.nat(),
  lang: fc.nat(),
  picks: fc.array(fc.nat(), {minLength: 5, maxLength: 5}),
  id: fc.uuid({version: 4}),
  time: fc.date({min: new Date('2026-03-01'), max: new Date('2026-03-31'), noInvalidDate: true}),
  by: fc.constantFrom('self', 'representative'),
  source: fc.constantFrom('inline', 'network', 'cached', 'bundled'),
  manifestUrl: fc.option(text, {nil: null}),
  subjectRef: fc.option(text, {nil: null}),
  nameFields: fc.array(text, {maxLength: 3}),
  prev,
  isLinked: fc.boolean(),
  hasDigest: fc.nat(9).map(Boolean),
});

/** The record of a decision about one of the manifest's releases, as a page makes it. */
function recordOf(manifest, {act, picks, isLinked, hasDigest, ...rest}) {
  const [state, method, required, optional, partial] = act;
  const release = manifest.releases[rest.release % manifest.releases.length];
  const langs = Object.keys(release.notice);
  const lang = langs[rest.lang % langs.length];
  const decisions = release.terms.purposes.map((purpose, i) =>
    purpose.required ? required : optional[picks[i % picks.length] % optional.length],
  );
  const firstOptional = release.terms.purposes.findIndex((purpose) => !purpose.required);
  // A policy without optional purposes has nothing to withdraw in part.
  if (partial && firstOptional < 0)
    return recordOf(manifest, {act: ACTS[0], picks, isLinked, hasDigest, ...rest});
  if (partial) decisions[firstOptional] = 'declined';
  return buildRecord(manifest, release, {
    ...rest,
    state,
    method,
    lang,
    prev: isLinked || state === 'withdrawn' ? rest.prev : null,
    noticeSha256: hasDigest ? digestOf(release, lang) : null,
    purposes: Object.fromEntries(release.terms.purposes.map(({id}, i) => [id, decisions[i]])),
  });
}

/** Paths at which two JSON values differ. */
function changed(before, after, path = []) {
  const isHolder = (value) => typeof value === 'object' && value !== null;
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after))
    return before === after ? [] : [inWords(path)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const step = Array.isArray(before) ? Number(key) : key;
    const [old, now] = [before, after].map((from) => (Object.hasOwn(from, key) ? from[key] : undefined));
    return changed(old, now, [...path, step]);
  });
}

const covers = (claims, path) =>
  claims.some((claim) => path === claim || path.startsWith(`${claim}.`) || path.startsWith(`${claim}[`));

/** Whether a verdict is a refusal with code, path and sentence. Anything else that is no verdict is a fault. */
function isRefused(verdict) {
  if (verdict.ok) return false;
  assert.ok(verdict.errors.length > 0 && verdict.errors.length <= 20);
  for (const {code, path, message, version} of verdict.errors) {
    assert.equal(typeof version, 'string');
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.equal(typeof path, 'string');
    assert.match(message, /^[^\n]{10,400}\.$/u);
  }
  return true;
}

const POLICIES = await Promise.all([
  known(ipsmPolicy.manifest),
  ...fc.sample(anyManifest, {numRuns: 6, seed: 1}).map(known),
]);
const genuine = fc
  .tuple(fc.nat(POLICIES.length - 1), decision)
  .map(([i, made]) => ({...POLICIES[i], made, record: copy(recordOf(POLICIES[i].manifest, made))}));
const now = new Date('2026-03-15T00:00:00Z');
const accept = (verifier, posted) => verifier.acceptConsent(posted, {now, allowScript: true});

describe('the verifier', () => {
  it(`takes every decision that a person can make about any policy (${RUNS} cases)`, async () => {
    const decisions = fc.array(decision, {minLength: 8, maxLength: 8});
    await fc.assert(
      fc.asyncProperty(anyManifest, decisions, async (given, made) => {
        const {manifest, verifier} = await known(given);
        for (const each of made) {
          const record = recordOf(manifest, each);
          for (const posted of [canonical(copy(record)), wireJson(record)]) {
            const verdict = verifier.verifyRecord(posted);
            assert.ok(verdict.ok, JSON.stringify(verdict.errors));
            assert.deepEqual(verdict.record, copy(record));
          }
        }
      }),
      {numRuns: Math.ceil(RUNS / 8)},
    );
  });

  it(`names every field that it cannot know to have been altered (${RUNS} cases)`, () => {
    const count = {refused: 0, claimed: 0, same: 0};
    fc.assert(
      fc.property(genuine, fc.nat(), fc.nat(), someValue, ({verifier, record}, where, how, value) => {
        const posted = copy(record);
        const paths = pathsOf(posted);
        const path = paths[where % paths.length];
        const parent = at(posted, path.slice(0, -1));
        const last = path.at(-1);
        if (how % 8 === 0 && Array.isArray(parent)) parent.splice(last, 1);
        else if (how % 8 === 0) delete parent[last];
        else if (how % 8 < 3) put(parent, last, copy(value));
        // What stands elsewhere in a record of the same policy is the likeliest to pass.
        else if (how % 8 < 6) put(parent, last, copy(at(record, paths[how % paths.length])));
        else
          put(
            parent,
            last,
            {given: 'declined', declined: 'given', kk: 'ru', ru: 'en', en: 'kk'}[parent[last]] ?? null,
          );
        const differing = changed(record, posted);
        for (const verdict of [
          verifier.verifyRecord(canonical(posted)),
          accept(verifier, canonical(posted)),
        ]) {
          if (isRefused(verdict)) count.refused += 1;
          else if (!differing.length) count.same += 1;
          else {
            count.claimed += 1;
            assert.deepEqual(
              differing.filter((each) => !covers(verdict.claimed, each)),
              [],
            );
          }
        }
      }),
      {numRuns: RUNS},
    );
    for (const [what, n] of Object.entries(count)) assert.ok(n > RUNS / 200, `${what}: ${n}`);
  });

  it(`takes no consent with up to three alterations but in what it names (${RUNS} cases)`, () => {
    let taken = 0;
    const consent = genuine.filter(({record}) => record.event.state === 'given');
    const alteration = fc.record({
      path: fc.oneof(fc.nat(), fc.constantFrom(...CLAIMED)),
      value: fc.oneof(fc.constant(undefined), someValue),
    });
    const alterations = fc.array(alteration, {minLength: 1, maxLength: 3});
    fc.assert(
      fc.property(consent, decision, alterations, ({manifest, verifier, made, record}, another, all) => {
        // Another genuine record about the same words has the likeliest values.
        const {release, lang, hasDigest} = made;
        const other = copy(recordOf(manifest, {...another, release, lang, hasDigest}));
        const posted = copy(record);
        for (const {path: where, value} of all) {
          const paths = pathsOf(posted);
          const path = typeof where === 'number' ? paths[where % paths.length] : where;
          const parent = path.slice(0, -1).reduce((from, key) => from?.[key], posted);
          if (typeof parent !== 'object' || parent === null) continue;
          const replacement = value === undefined ? path.reduce((from, key) => from?.[key], other) : value;
          put(parent, path.at(-1), copy(replacement ?? null));
        }
        const differing = changed(record, posted);
        const verdict = accept(verifier, canonical(posted));
        if (isRefused(verdict) || !differing.length) return;
        taken += 1;
        assert.deepEqual(
          differing.filter((each) => !covers(verdict.claimed, each)),
          [],
        );
      }),
      {numRuns: RUNS},
    );
    assert.ok(taken > RUNS / 200, `${taken}`);
  });

  it(`sees every character that is another (${RUNS} cases)`, () => {
    const count = {refused: 0, claimed: 0};
    const character = fc.oneof(
      fc.constantFrom(...'"{}[],:\\ \n\t0123456789abcdefzT.-и'),
      fc.constantFrom('\u0306', '\u00a0', '\u200b', '\ufeff', '\ud83d', '\\u0000', '\\ud83d', 'қ', '😀'),
      fc.string({unit: 'binary', minLength: 1, maxLength: 1}),
    );
    fc.assert(
      fc.property(
        genuine,
        fc.nat(),
        fc.constantFrom(0, 1, 1, 2),
        fc.option(character, {nil: ''}),
        ({verifier, record}, where, gone, put) => {
          const posted = canonical(record);
          const i = where % posted.length;
          const altered = posted.slice(0, i) + put + posted.slice(i + gone);
          if (altered === posted) return;
          for (const verdict of [verifier.verifyRecord(altered), accept(verifier, altered)]) {
            if (isRefused(verdict)) {
              count.refused += 1;
              continue;
            }
            count.claimed += 1;
            assert.equal(canonical(JSON.parse(altered)), altered);
            const differing = changed(record, JSON.parse(altered));
            assert.ok(differing.length > 0);
            assert.deepEqual(
              differing.filter((each) => !covers(verdict.claimed, each)),
              [],
            );
          }
        },
      ),
      {numRuns: RUNS},
    );
    for (const [what, n] of Object.entries(count)) assert.ok(n > RUNS / 200, `${what}: ${n}`);
  });

  it(`refuses garbage, and never throws it back (${RUNS} cases)`, () => {
    const garbage = fc.oneof(
      fc.anything({withBigInt: true, withDate: true, withNullPrototype: true, withTypedArray: true}),
      fc.string({unit: 'binary', maxLength: 200}),
      fc.json(),
      fc
        .tuple(fc.constantFrom('[', '{"a":', '{"schema":'), fc.nat(20_000))
        .map(([part, n]) => part.repeat(n)),
      fc.tuple(genuine, fc.nat(), someValue).map(([{record}, i, value]) => {
        const keys = Object.keys(record);
        return JSON.stringify({...record, [keys[i % keys.length]]: value});
      }),
    );
    const {verifier} = POLICIES[0];
    fc.assert(
      fc.property(
        garbage,
        (posted) => isRefused(verifier.verifyRecord(posted)) && isRefused(accept(verifier, posted)),
      ),
      {numRuns: RUNS},
    );
  });
});
