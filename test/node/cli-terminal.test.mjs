import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import {PassThrough} from 'node:stream';
import {describe, it} from 'node:test';
import {run} from '../../dist/cli/run.js';
import {FIRST, SECOND, aManifest, aNotice, unpublished, write} from '../cli/policy.mjs';
import {folder, json} from '../cli/run.mjs';

/** Runs a command line here with somebody at the terminal who answers each question with the next line. */
async function answered(cwd, args, lines) {
  const stdin = Object.assign(new PassThrough(), {isTTY: true});
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  if (lines) stdin.end(lines.map((line) => `${line}\n`).join(''));
  const status = await run(args, {cwd, env: {}, now: () => new Date(), stdin, stdout, stderr});
  return {status, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '')};
}

const start = (version) => ['add', 'manifest.json', '--version', version];

describe('ipsm-policy at a terminal', () => {
  it('asks init’s questions, again where an answer will not do', async (t) => {
    const cwd = folder(t);
    const {status, stderr} = await answered(
      cwd,
      ['init'],
      [
        'some-policy',
        '',
        'Operator LLP',
        '123',
        '123456789012',
        '',
        'a@b.kz',
        'http://b.kz/',
        'https://b.kz/',
      ],
    );
    assert.equal(status, 0);
    assert.deepEqual(json(cwd, 'manifest.json').operator, {
      name: 'Operator LLP',
      bin: '123456789012',
      address: null,
      email: 'a@b.kz',
      url: 'https://b.kz/',
    });
    assert.match(stderr, /Expected a string that is not empty/);
    assert.match(stderr, /Expected 12 digits, found "123"/);
    assert.match(stderr, /begins with https:\/\/, found "http:\/\/b\.kz\/"/);
  });

  it('asks nothing when everything needed is given', async (t) => {
    const cwd = folder(t);
    const {status, stderr} = await answered(cwd, ['init', '--id', 'a', '--name', 'b']);
    assert.deepEqual({status, stderr}, {status: 0, stderr: ''});
  });

  it('asks for a first release, and keeps standard output for the result', async (t) => {
    const cwd = unpublished(t);
    const answers = [
      ...['2026-01-01', '2026-01-01T00:00:00+05:00', 'big', 'material'],
      ...['no.html', 'one.kk.html', 'one.ru.html', ''],
      ...['kk.json', 'ru.json', ''],
      'terms.json',
    ];
    const {status, stdout, stderr} = await answered(cwd, [...start('one'), '--json'], answers);
    assert.equal(status, 0, stderr);
    assert.equal(JSON.parse(stdout).added, true);
    assert.match(stderr, /There is no file for "kk" at no\.html/);
    assert.match(stderr, /Expected material or editorial, found "big"/);
    assert.deepEqual(Object.keys(json(cwd, 'manifest.json').releases[0].documents), ['kk', 'ru']);
    assert.equal((await answered(cwd, FIRST)).stdout.includes('nothing was changed'), true);
  });

  it('asks what changed, in each language, line by line', async (t) => {
    const cwd = unpublished(t);
    assert.equal((await answered(cwd, FIRST)).status, 0);
    const args = SECOND.filter((arg, i) => arg !== '--changes' && SECOND[i - 1] !== '--changes');
    const {status, stderr} = await answered(cwd, args, ['', 'Жаңа', 'Тағы', '', 'Новое', '']);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /write at least one line/);
    const {notice} = json(cwd, 'manifest.json').releases[1];
    assert.deepEqual(notice.kk, {...aNotice('kk'), changes: ['Жаңа', 'Тағы']});
    assert.deepEqual(notice.ru.changes, ['Новое']);
  });

  it('tells a time that is too early at once', async (t) => {
    const cwd = unpublished(t);
    await answered(cwd, FIRST);
    const {status, stderr} = await answered(cwd, start('two'), ['2025-01-01T00:00:00Z']);
    assert.equal(status, 2);
    assert.match(stderr, /Expected a time after 2026-01-01T00:00:00\+05:00/);
  });

  it('stops when the answers end, and changes nothing', async (t) => {
    const cwd = unpublished(t);
    const {status, stderr} = await answered(cwd, start('one'), ['2026-01-01T00:00:00Z']);
    assert.equal(status, 2);
    assert.match(stderr, /missing --change: The input ended before the answer\. Give --change\./);
    assert.deepEqual(json(cwd, 'manifest.json').releases, []);
  });

  it('writes nothing over what somebody else wrote while it asked', async (t) => {
    const cwd = unpublished(t);
    const stdin = Object.assign(new PassThrough(), {isTTY: true});
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const args = FIRST.filter((arg, i) => arg !== '--change' && FIRST[i - 1] !== '--change');
    const status = run(args, {cwd, env: {}, now: () => new Date(), stdin, stdout, stderr});
    await once(stderr, 'readable');
    const theirs = {...aManifest(), id: 'other', releases: []};
    write(cwd, {'manifest.json': theirs});
    stdin.end('material\n');
    assert.equal(await status, 1);
    assert.match(String(stderr.read()), /changed-meanwhile manifest\.json: .*Run the command again\./);
    assert.deepEqual(json(cwd, 'manifest.json'), theirs);
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });

  it('needs at least one document', async (t) => {
    const cwd = unpublished(t);
    const {status, stderr} = await answered(cwd, start('one'), [
      '2026-01-01T00:00:00Z',
      'material',
      '',
      '',
      '',
    ]);
    assert.equal(status, 2);
    assert.match(stderr, /missing --document: A release needs at least one/);
    assert.deepEqual(json(cwd, 'manifest.json').releases, []);
  });
});
