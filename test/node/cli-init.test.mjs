import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {cli, cliJson, folder, json} from '../cli/run.mjs';

const OPERATOR = ['--id', 'some-policy', '--name', 'Operator LLP'];

describe('ipsm-policy init', {concurrency: 8}, () => {
  it('writes the operator and no release', async (t) => {
    const cwd = folder(t);
    const more = [
      '--bin',
      '123456789012',
      '--address',
      'Almaty',
      '--email',
      'a@b.kz',
      '--url',
      'https://b.kz/',
    ];
    const {status, stdout, stderr} = await cli(cwd, ['init', ...OPERATOR, ...more]);
    assert.deepEqual({status, stderr}, {status: 0, stderr: ''});
    assert.match(stdout, /manifest\.json.*ipsm-policy add/);
    assert.deepEqual(json(cwd, 'manifest.json'), {
      schema: 'ipsm-policy/1',
      id: 'some-policy',
      jurisdiction: 'KZ',
      operator: {
        name: 'Operator LLP',
        bin: '123456789012',
        address: 'Almaty',
        email: 'a@b.kz',
        url: 'https://b.kz/',
      },
      releases: [],
    });
    const text = readFileSync(join(cwd, 'manifest.json'), 'utf8');
    assert.equal(text, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it('leaves out what it is not told, and takes another name and country', async (t) => {
    const cwd = folder(t);
    const {status} = await cli(cwd, [
      'init',
      'other.json',
      ...OPERATOR,
      '--jurisdiction',
      'UZ',
      '--bin',
      '7',
    ]);
    assert.equal(status, 0);
    const {jurisdiction, operator} = json(cwd, 'other.json');
    assert.equal(jurisdiction, 'UZ');
    assert.deepEqual(operator, {name: 'Operator LLP', bin: '7', address: null, email: null, url: null});
  });

  it('never overwrites a file', async (t) => {
    const cwd = folder(t);
    writeFileSync(join(cwd, 'manifest.json'), 'mine');
    const {status, stdout, stderr} = await cli(cwd, ['init', ...OPERATOR]);
    assert.deepEqual({status, stdout}, {status: 1, stdout: ''});
    assert.match(stderr, /^exists manifest\.json: .*left as it is/);
    assert.equal(readFileSync(join(cwd, 'manifest.json'), 'utf8'), 'mine');
  });

  for (const [flag, args] of [
    ['--id', ['--name', 'Operator']],
    ['--name', ['--id', 'some-policy']],
  ]) {
    it(`names ${flag} when it is missing`, async (t) => {
      const {status, stderr} = await cli(folder(t), ['init', ...args]);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^missing ${flag}: .*Give ${flag}\\.`));
    });
  }

  for (const [flag, value] of [
    ['--bin', '12345'],
    ['--email', 'nobody'],
    ['--url', 'javascript:alert(1)'],
    ['--url', 'http://b.kz/'],
    ['--jurisdiction', 'Kazakhstan'],
    ['--address', ' '],
  ]) {
    it(`refuses ${flag} "${value}" and writes nothing`, async (t) => {
      const cwd = folder(t);
      const {status, json: result} = await cliJson(cwd, ['init', ...OPERATOR, flag, value]);
      assert.equal(status, 2);
      assert.equal(result.ok, false);
      assert.equal(result.errors[0].code, 'usage');
      assert.equal(result.errors[0].path, flag);
      assert.throws(() => json(cwd, 'manifest.json'), {code: 'ENOENT'});
    });
  }

  it('says that a folder is not there', async (t) => {
    const {status, stderr} = await cli(folder(t), ['init', 'no/manifest.json', ...OPERATOR]);
    assert.equal(status, 2);
    assert.match(stderr, /^unwritable no\/manifest\.json: .*ENOENT/);
  });

  it('writes what add takes and check calls a draft', async (t) => {
    const cwd = folder(t);
    await cli(cwd, ['init', ...OPERATOR]);
    const {status, stderr} = await cli(cwd, ['check', 'manifest.json']);
    assert.equal(status, 1);
    assert.match(stderr, /^no-release releases: .*ipsm-policy add manifest\.json/);
  });
});
