import {noticeDigests, sha256 as digestOf} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aManifest, published, unpublished} from '../cli/policy.mjs';
import {cli, cliJson} from '../cli/run.mjs';

const shuffle = (m) => m.releases.reverse();

describe('ipsm-policy show', {concurrency: 8}, () => {
  for (const [at, current, announced] of [
    ['2025-12-31T18:59:59.999Z', 'one', ['two']],
    ['2026-01-01T00:00:00+05:00', 'one', ['two']],
    ['2026-06-01T00:00:00+05:00', 'two', []],
    ['2030-01-01T00:00:00Z', 'two', []],
  ]) {
    it(`tells what is in force at ${at}`, async (t) => {
      const cwd = published(t, shuffle);
      const {status, json} = await cliJson(cwd, ['show', 'manifest.json', '--at', at]);
      assert.equal(status, 0);
      assert.deepEqual([json.current, json.announced], [current, announced]);
      assert.deepEqual(
        json.releases.map(({version, standing}) => [version, standing]),
        [
          ['one', current === 'one' ? 'in force' : 'past'],
          ['two', current === 'two' ? 'in force' : 'announced'],
        ],
      );
    });
  }

  it('shows documents, the digests of the words, and what changed', async (t) => {
    const cwd = published(t);
    const {stdout, stderr} = await cli(cwd, ['show', 'manifest.json', '--at', '2026-03-01T00:00:00Z']);
    assert.equal(stderr, '');
    assert.match(
      stdout,
      /^Policy some-policy of Operator LLP \(KZ\)\nAt 2026-03-01T00:00:00Z in force: one; announced: two\n/,
    );
    assert.match(stdout, /^one {2}in force {2}material, from 2026-01-01T00:00:00\+05:00$/m);
    const [one, two] = aManifest().releases;
    const digests = await noticeDigests(one, digestOf);
    assert.ok(stdout.includes(`  document kk  one.kk.html  sha256 ${one.documents.kk.sha256}\n`));
    assert.ok(stdout.includes(`  notice   ru  2 points, "Title ru"  sha256 ${digests.ru}\n`));
    assert.ok(stdout.includes('  changed  en  News\n'));
    const {json} = await cliJson(cwd, ['show', 'manifest.json']);
    assert.equal(json.releases[0].notice.ru.sha256, digests.ru);
    assert.deepEqual(json.releases[1].documents, two.documents);
  });

  it('takes now for the moment', async (t) => {
    const {json} = await cliJson(published(t), ['show', 'manifest.json']);
    assert.ok(Math.abs(Date.parse(json.at) - Date.now()) < 60_000);
  });

  it('shows a release without a date', async (t) => {
    const {stdout} = await cli(
      published(t, (m) => (m.releases[0].effectiveFrom = null)),
      ['show', 'manifest.json', '--at', '2026-01-01T00:00:00Z'],
    );
    assert.match(stdout, /^one {2}in force {2}material, without a date$/m);
  });

  it('cannot show a draft, a wrong manifest or a moment without offset', async (t) => {
    const draft = await cli(unpublished(t), ['show', 'manifest.json']);
    assert.deepEqual([draft.status, draft.stderr.split(':')[0]], [2, 'no-release releases']);
    const wrong = await cli(
      published(t, (m) => (m.schema = 'ipsm-policy/2')),
      ['show', 'manifest.json'],
    );
    assert.deepEqual([wrong.status, wrong.stderr.split(':')[0]], [2, 'value schema']);
    const moment = await cli(published(t), ['show', 'manifest.json', '--at', '2026-01-01']);
    assert.deepEqual([moment.status, moment.stderr.split(':')[0]], [2, 'usage --at']);
  });
});
