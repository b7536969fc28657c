import assert from 'node:assert/strict';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, it} from 'node:test';
import {ROOT} from './project.mjs';

const vectors = join(ROOT, 'vectors');

/**
 * What every verifier in another language is held to, by its command line.
 * @param {(folder: string) => {status: number | null, stdout: string, stderr: string}} run
 */
export function holdsVectors(run) {
  const scratch = mkdtempSync(join(tmpdir(), 'ipsm-vectors-'));
  after(() => rmSync(scratch, {recursive: true}));

  it('passes every test vector', () => {
    const {status, stdout, stderr} = run(vectors);
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
    const {status, stdout} = run(copy);
    assert.equal(status, 1);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, 2, stdout);
    assert.ok(lines[0].startsWith(`canonical.json: ${first.name}: expected {"canonical":"x"`), lines[0]);
    assert.match(lines[1], /^[1-9][0-9]* passed, 1 failed$/);
  });

  it('fails on a folder that is empty', () => {
    mkdirSync(join(scratch, 'empty'));
    const {status, stdout} = run(join(scratch, 'empty'));
    assert.equal(status, 1);
    assert.match(stdout, /no test vectors[^\n]*\n0 passed, 1 failed\n$/);
  });
}
