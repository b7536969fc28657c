import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {accessSync, constants, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import {describe, it} from 'node:test';
import {run} from '../../dist/cli/run.js';
import {published, unpublished} from '../cli/policy.mjs';
import {BIN, ROOT, cli, cliJson, folder, json} from '../cli/run.mjs';

const COMMANDS = ['init', 'add', 'check', 'show'];

/** Runs a command line here, with streams that say they are terminals, and returns what they got. */
async function atTerminal(cwd, args, env = {}) {
  const terminal = () => Object.assign(new PassThrough(), {isTTY: true});
  const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
  const status = await run(args, {cwd, env, now: () => new Date(), stdin, stdout, stderr});
  return {status, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '')};
}

describe('ipsm-policy', {concurrency: 8}, () => {
  it('is the program that package.json names, and can be executed', () => {
    assert.equal(join(ROOT, json(ROOT, 'package.json').bin['ipsm-policy']), BIN);
    accessSync(BIN, constants.X_OK);
    assert.match(readFileSync(BIN, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32')
      assert.match(String(execFileSync(BIN, ['--help'])), /^Usage: ipsm-policy/);
  });

  it('knows its version', async (t) => {
    const {status, stdout} = await cli(folder(t), ['--version']);
    assert.deepEqual({status, stdout}, {status: 0, stdout: `${json(ROOT, 'package.json').version}\n`});
  });

  for (const args of [['--help'], ['help'], ...COMMANDS.map((command) => [command, '--help'])]) {
    it(`helps: ${args.join(' ')}`, async (t) => {
      const {status, stdout, stderr} = await cli(folder(t), args);
      assert.deepEqual({status, stderr}, {status: 0, stderr: ''});
      assert.match(stdout, /^Usage: ipsm-policy/);
    });
  }

  it('names every command and the exit codes in its help', async (t) => {
    const {stdout} = await cli(folder(t), ['--help']);
    for (const word of [...COMMANDS, 'Exit codes: 0 .* 1 .* 2 ']) assert.match(stdout, new RegExp(word));
  });

  for (const args of [[], ['publish'], ['check'], ['check', 'a', 'b'], ['show', 'a', '--loud']]) {
    it(`cannot use: ipsm-policy ${args.join(' ')}`, async (t) => {
      const {status, stdout, stderr} = await cli(folder(t), args);
      assert.deepEqual({status, stdout}, {status: 2, stdout: ''});
      assert.match(stderr, /^usage: [A-Z][^\n]*\n$/);
      const asJson = await cliJson(folder(t), args);
      assert.deepEqual([asJson.status, asJson.stderr, asJson.json.ok], [2, '', false]);
      assert.equal(asJson.json.errors[0].code, 'usage');
    });
  }

  it('prints one JSON value and nothing else with --json', async (t) => {
    const broken = (m) => (m.releases[1].documents.kk.sha256 = 'a'.repeat(64));
    for (const [cwd, args, status] of [
      [folder(t), ['init', '--id', 'a', '--name', 'b'], 0],
      [folder(t), ['init'], 2],
      [published(t), ['check', 'manifest.json'], 0],
      [published(t, broken), ['check', 'manifest.json'], 1],
      [published(t), ['show', 'manifest.json'], 0],
      [unpublished(t), ['show', 'manifest.json'], 2],
    ]) {
      const result = await cliJson(cwd, args);
      assert.deepEqual([result.status, result.stderr, result.json.ok], [status, '', status === 0]);
    }
  });

  it('puts complaints on standard error as `code path: sentence`', async (t) => {
    const cwd = published(t, (m) => {
      m.releases[1].documents.kk.sha256 = 'a'.repeat(64);
      m.releases[1].notice.kk.points[1].mroe = 'x';
    });
    const {stdout, stderr} = await cli(cwd, ['check', 'manifest.json']);
    const [problem, warning, ...rest] = stderr.trimEnd().split('\n');
    assert.match(problem, /^document-mismatch releases\[1\]\.documents\.kk\.sha256: .*\.$/);
    assert.match(warning, /^warning unknown-field releases\[1\]\.notice\.kk\.points\[1\]\.mroe: .*\.$/);
    assert.deepEqual(rest, []);
    assert.match(
      stdout,
      /^manifest\.json: policy some-policy, 2 releases; 1 problem, 1 warning, no gaps\.\n$/,
    );
  });

  it('is colourful at a terminal only, and not where NO_COLOR is set', async (t) => {
    const cwd = published(t, (m) => (m.releases[1].documents.kk.sha256 = 'a'.repeat(64)));
    const args = ['check', 'manifest.json'];
    const colour = /\u001b\[/;
    const coloured = await atTerminal(cwd, args);
    assert.match(coloured.stdout, colour);
    assert.match(coloured.stderr, colour);
    for (const plain of [
      await atTerminal(cwd, args, {NO_COLOR: '1'}),
      await cli(cwd, args, {FORCE_COLOR: '1'}),
    ]) {
      assert.equal(plain.status, 1);
      assert.doesNotMatch(plain.stdout + plain.stderr, colour);
    }
  });

  it('lets no words of a manifest steer the terminal', async (t) => {
    const cwd = published(t, (m) => {
      m.operator.name = 'A\u001b[31mB\u0007\u202eC\u009b';
      m.releases[0].notice.kk.title = 'Қысқаша\nмазмұны';
    });
    const {stdout} = await cli(cwd, ['show', 'manifest.json']);
    assert.ok(stdout.includes('A\\u{1b}[31mB\\u{07}\\u{202e}C\\u{9b}'), stdout);
    assert.ok(stdout.includes('"Қысқаша\\u{0a}мазмұны"'));
  });
});
