import fc from 'fast-check';
import {
  canonicalJson,
  documentUrl,
  ReadError,
  readManifest,
  readRecord,
  readStanding,
} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {at, copy, inWords, manifest, pathsOf, put, RUNS, someValue} from '../helpers/fuzz.mjs';

const BASE = 'https://operator.example/policy/manifest.json';

/** Every kind of value that a caller can hand over, not only JSON. */
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
  someValue,
);

/** What a reader refuses with; `undefined` if it takes the value. */
function refusalOf(read, value) {
  try {
    return void read(value);
  } catch (error) {
    assert.ok(error instanceof ReadError, String(error?.stack));
    assert.equal(typeof error.path, 'string');
    assert.match(error.code, /^(type|value|missing|duplicate)$/);
    assert.ok(error.message.startsWith(error.path || 'The input'), error.message);
    return error;
  }
}

describe('a reader', () => {
  for (const read of [readManifest, readRecord, readStanding]) {
    it(`throws nothing but a ReadError, whatever it is given: ${read.name} (${RUNS} cases)`, () => {
      fc.assert(
        fc.property(anything, (value) => {
          refusalOf(read, value);
        }),
        {numRuns: RUNS},
      );
    });
  }

  it(`gives a manifest back as it was, and the same when it reads it again (${RUNS / 10} cases)`, () => {
    fc.assert(
      fc.property(manifest, (json) => {
        const read = readManifest(copy(json));
        assert.deepEqual(copy(read), copy(json));
        assert.equal(canonicalJson(readManifest(JSON.parse(canonicalJson(read)))), canonicalJson(read));
      }),
      {numRuns: RUNS / 10},
    );
  });

  it(`names the place of a single wrong value (${RUNS} cases)`, () => {
    let refused = 0;
    fc.assert(
      fc.property(manifest, fc.nat(), anything, (json, seed, value) => {
        const spoiled = copy(json);
        const paths = pathsOf(spoiled);
        const path = paths[seed % paths.length];
        put(at(spoiled, path.slice(0, -1)), path.at(-1), value);
        const refusal = refusalOf(readManifest, spoiled);
        if (!refusal) return;
        refused += 1;
        // Of two entries alike it names the second, wherever the change was.
        if (refusal.code !== 'duplicate') assert.ok(refusal.path.startsWith(inWords(path)), refusal.message);
      }),
      {numRuns: RUNS},
    );
    assert.ok(refused > RUNS / 10);
  });
});

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

function isSafe(url) {
  const {protocol, hostname, username, password} = new URL(url);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname));
}

const hostile = fc.oneof(
  fc.webUrl({withFragments: true, withQueryParameters: true, validSchemes: ['http', 'https', 'ftp', 'ws']}),
  fc
    .tuple(
      fc.constantFrom(
        'javascript:',
        'data:',
        'JaVaScRiPt:',
        ' java\nscript:',
        'vbscript:',
        'blob:',
        'file:',
        'https:',
        'http:',
        '',
      ),
      fc.constantFrom('', '//', '/', '\\\\', '\\', '//user@', '//user:pw@', '//@', '///'),
      fc.constantFrom(
        'localhost',
        'localhost.evil.example',
        '127.0.0.1',
        '0x7f.1',
        '[::1]',
        'evil.example',
        'alert(1)',
        '',
      ),
      fc.oneof(fc.constantFrom('', '/', ':8080/', '#', '?', '@evil.example/'), fc.string()),
    )
    .map((parts) => parts.join('')),
  fc.string(),
);

describe('the links of a manifest', () => {
  it(`lead by https, or by http to this machine, or are none (${RUNS} cases)`, () => {
    const count = {links: 0, none: 0};
    const base = fc.constantFrom(BASE, null);
    const url = hostile.map((written) => written.trim() || '#');
    fc.assert(
      fc.property(
        url,
        fc.oneof(hostile, fc.constant('#{clause}')),
        base,
        fc.string(),
        (written, anchor, from, clause) => {
          const document = {url: written, anchor, sha256: null};
          const whole = documentUrl(document, from);
          for (const link of [whole, documentUrl(document, from, clause.toWellFormed())]) {
            count[link === null ? 'none' : 'links'] += 1;
            if (link === null) continue;
            assert.ok(isSafe(link), link);
            assert.equal(new URL(link).origin, new URL(whole).origin);
          }
        },
      ),
      {numRuns: RUNS},
    );
    assert.ok(count.links > RUNS / 10 && count.none > RUNS / 10, JSON.stringify(count));
  });
});
