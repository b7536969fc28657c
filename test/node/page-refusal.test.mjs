import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pageRefusal} from 'ipsm-consent/server';

const id = '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11';
const entry = JSON.stringify({id});
const now = new Date('2026-12-01T00:00:00.000Z');
const error = (of) => ({code: 'not-current', path: 'policy.version', message: '', version: null, ...of});

describe('the refusal for a page', () => {
  for (const [what, errors, refusal, attribute] of [
    [
      'names the version that would be accepted, and the server’s time',
      [error({version: '2026-12-01'}), error({code: 'expired'})],
      {code: 'not-current', id, version: '2026-12-01', now: now.toISOString()},
      `${id} not-current 2026-12-01 ${now.toISOString()}`,
    ],
    [
      'names record and code where no version would help',
      [error({code: 'replayed'})],
      {code: 'replayed', id, version: null, now: now.toISOString()},
      `${id} replayed`,
    ],
    [
      'takes the record back where the form was refused for something else',
      [],
      {code: 'form', id, version: null, now: now.toISOString()},
      `${id} form`,
    ],
  ]) {
    it(what, () => {
      assert.deepEqual(pageRefusal(entry, errors, now), {refusal, attribute});
    });
  }

  for (const posted of [undefined, 'on', '{}', '{"id":"x y"}', ['a'], `{"id":"${id} \\u0022"}`]) {
    it(`is none for an entry that names no record: ${JSON.stringify(posted)}`, () => {
      assert.equal(pageRefusal(posted, [error({})], now), undefined);
    });
  }
});
