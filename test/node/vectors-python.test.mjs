import {strict as assert} from 'node:assert';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const python = (...args) => {
  const run = spawnSync('python3', [path('../../examples/python/verify.py'), ...args], {encoding: 'utf8'});
  assert.equal(run.error, undefined, 'python3 could not be started');
  return run;
};
const vectors = path('../../vectors');

// Where CI runs, an absent Python is a fault of the machine, and must not look like success.
const absent = spawnSync('python3', ['--version']).error !== undefined && !process.env.CI;

describe('the verifier in Python', {skip: absent && 'python3 is not installed here'}, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'ipsm-vectors-'));
  after(() => rmSync(scratch, {recursive: true}));

  it('passes every test vector', () => {
    const {status, stdout, stderr} = python(vectors);
    assert.match(stdout.trimEnd().split('\n').at(-1), /^[1-9][0-9]* passed, 0 failed$/, stdout + stderr);
    assert.equal(status, 0);
  });

  it('fails, and says where, when one expected value is another', () => {
    const copy = join(scratch, 'changed');
    cpSync(vectors, copy, {recursive: true});
    const file = join(copy, 'canonical.json');
    const {cases, ...rest} = JSON.parse(readFileSync(file, 'utf8'));
    const [first, ...others] = cases;
    const wrong = {...first, expected: {...first.expected, canonical: 'x'}};
    writeFileSync(file, JSON.stringify({...rest, cases: [wrong, ...others]}));
    const {status, stdout} = python(copy);
    assert.equal(status, 1);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, 2, stdout);
    assert.ok(lines[0].startsWith(`canonical.json: ${first.name}: expected {"canonical":"x"`), lines[0]);
    assert.match(lines[1], /^[1-9][0-9]* passed, 1 failed$/);
  });

  it('fails on a folder that is empty or not there', () => {
    mkdirSync(join(scratch, 'empty'));
    for (const folder of ['empty', 'absent']) {
      const {status, stdout} = python(join(scratch, folder));
      assert.equal(status, 1);
      assert.match(stdout, /no test vectors[^\n]*\n0 passed, 1 failed\n$/);
    }
  });

  it('says how it is called when it is called wrongly', () => {
    for (const args of [[], [vectors, vectors], ['--help']]) {
      const {status, stderr} = python(...args);
      assert.equal(status, 2);
      assert.match(stderr, /^usage: /);
    }
  });
});
