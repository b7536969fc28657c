import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {buildRecord, canonicalJson} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {createVerifier} from 'ipsm-consent/server';

const {manifest, noticeSha256} = ipsmPolicy;
const verifier = await createVerifier(manifest);
const now = new Date('2026-03-05T10:00:05.000Z');

const fixture = JSON.parse(readFileSync(new URL('../fixtures/record-example.json', import.meta.url), 'utf8'));
const genuine = {...fixture, notice: {lang: 'kk', sha256: noticeSha256.kk}};
const posted = canonicalJson(genuine);
const codes = (verdict) =>
  verdict.ok ? ['ok'] : verdict.errors.map(({code, path}) => `${code} ${path}`.trim());

test('the record of the standard has its 1928 bytes and their digest in Node too', () => {
  const bytes = Buffer.from(canonicalJson(fixture));
  assert.equal(bytes.length, 1928);
  assert.equal(
    createHash('sha256').update(bytes).digest('hex'),
    'a0fb01b638a97b57035e9637397fffa962b2c7a0a052e93b4c636d1d8de3ac1b',
  );
});

test('a record that a browser made is made alike in Node', () => {
  const record = buildRecord(manifest, manifest.releases[0], {
    id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
    state: 'given',
    time: new Date('2026-03-05T10:00:00.000Z'),
    method: 'form-checkbox',
    lang: 'kk',
    noticeSha256: noticeSha256.kk,
    source: 'bundled',
    nameFields: ['surname', 'given', 'patronymic'],
  });
  assert.equal(canonicalJson(record), posted);
});

test('a genuine consent is accepted', () => {
  const verdict = verifier.acceptConsent(posted, {now});
  assert.deepEqual(
    {...verdict, claimed: undefined},
    {ok: true, record: genuine, warnings: [], claimed: undefined},
  );
});

for (const [what, entry, refusals] of [
  ['an altered operator', posted.replace('"name":"IPSM"', '"name":"Other"'), ['altered operator.name']],
  ['a script’s tick', posted.replace('form-checkbox', 'script'), ['by-script event.method']],
  ['no JSON', 'on', ['json']],
  ['pretty JSON', JSON.stringify(genuine, null, 2), ['not-canonical']],
  ['a time that no clock shows', posted.replace('2026-03-05T', '2026-13-05T'), ['value event.time']],
  ['nesting beyond the stack', `{"schema":${'['.repeat(32_000)}${']'.repeat(32_000)}}`, ['value schema']],
  ['open brackets', '['.repeat(65_000), ['json']],
  ['64 KiB and one character', 'x'.repeat(65_537), ['too-large']],
]) {
  test(`refused, not thrown at the server: ${what}`, () => {
    assert.deepEqual(codes(verifier.acceptConsent(entry, {now})), refusals);
  });
}
