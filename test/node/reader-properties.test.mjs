import fc from 'fast-check';
import {clauseUrl, ReadError, readManifest, safeUrl} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RUNS, manifest} from '../schemas/arbitraries.mjs';
import {copy, inWords, pathsOf, someValue} from '../schemas/mutate.mjs';

const BASE = 'https://operator.example/policy/manifest.json';
const asPages = (url) => safeUrl(url, BASE);

/** Every kind of value that a caller can hand over, not only JSON. */
const anything = fc.oneof(
  fc.anything(),
  fc.anything({withDate: true, withMap: true, withSet: true, withNullPrototype: true, withSparseArray: true}),
  fc.jsonValue(),
  someValue,
);

/** What the reader refuses with; `undefined` if it takes the value. */
function refusalOf(value) {
  try {
    readManifest(value, asPages);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ReadError, String(error?.stack));
    assert.equal(typeof error.path, 'string');
    assert.match(error.code, /^(type|value|missing|duplicate)$/);
    assert.ok(error.message.startsWith(error.path || 'The input'), error.message);
    return error;
  }
}

const set = (json, path, value) => {
  const parent = path.slice(0, -1).reduce((at, key) => at[key], json);
  Object.defineProperty(parent, path.at(-1), {value, enumerable: true, configurable: true, writable: true});
};

describe('the manifest reader', () => {
  it(`throws nothing but a ReadError, whatever it is given (${RUNS} cases)`, () => {
    fc.assert(
      fc.property(anything, (value) => {
        refusalOf(value);
      }),
      {numRuns: RUNS},
    );
  });

  it(`names the place of a single wrong value (${RUNS} cases)`, () => {
    let refused = 0;
    fc.assert(
      fc.property(manifest, fc.nat(), anything, (json, seed, value) => {
        const spoiled = copy(json);
        const paths = pathsOf(spoiled);
        const path = paths[seed % paths.length];
        set(spoiled, path, value);
        const refusal = refusalOf(spoiled);
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
    fc.assert(
      fc.property(
        manifest,
        fc.array(hostile, {minLength: 5, maxLength: 5}),
        fc.string(),
        (json, urls, clause) => {
          const given = copy(json);
          let i = 0;
          const next = () => urls[i++ % urls.length].trim() || '#';
          given.operator.url = next();
          for (const {documents, terms} of given.releases) {
            terms.withdraw.url = next();
            for (const lang of ['kk', 'ru', 'en']) {
              if (documents[lang]) Object.assign(documents[lang], {url: next(), anchor: next()});
            }
          }
          const refusal = refusalOf(given);
          // A lone surrogate is no text.
          if (refusal) return assert.equal(refusal.code, 'type');
          const {operator, releases} = readManifest(given, asPages);
          const documents = releases.flatMap((release) => Object.values(release.documents));
          const links = [
            operator.url,
            ...releases.map(({terms}) => terms.withdraw.url),
            ...documents.map(({url}) => url),
          ];
          for (const link of links) {
            count[link === null ? 'none' : 'links'] += 1;
            if (link !== null) assert.ok(isSafe(link), link);
          }
          for (const document of documents) {
            const link = clauseUrl(document, clause.toWellFormed());
            if (link === null) continue;
            assert.ok(isSafe(link), link);
            assert.equal(new URL(link).origin, new URL(document.url).origin);
          }
        },
      ),
      {numRuns: RUNS},
    );
    assert.ok(count.links > RUNS / 10 && count.none > RUNS / 10, JSON.stringify(count));
  });
});
