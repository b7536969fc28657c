import {strict as assert} from 'node:assert';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {holdsVectors} from '../helpers/holds-vectors.mjs';

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
  holdsVectors(python);

  it('fails on a folder that is not there', () => {
    const {status, stdout} = python(path('absent'));
    assert.equal(status, 1);
    assert.match(stdout, /no test vectors[^\n]*\n0 passed, 1 failed\n$/);
  });

  it('says how it is called when it is called wrongly', () => {
    for (const args of [[], [vectors, vectors], ['--help']]) {
      const {status, stderr} = python(...args);
      assert.equal(status, 2);
      assert.match(stderr, /^usage: /);
    }
  });
});
