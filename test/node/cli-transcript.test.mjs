/**
 * Runs what docs/command-line.md shows, and compares. `UPDATE_DOCS=1` writes what was printed into the page instead.
 * Digests are not compared: they change with the demo's policy, which is where the files come from.
 */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {it} from 'node:test';
import {write} from '../cli/policy.mjs';
import {BIN, ROOT, folder, json} from '../cli/run.mjs';

const PAGE = join(ROOT, 'docs', 'command-line.md');
const LANGS = ['kk', 'ru', 'en'];

/** The folder that the page begins with. */
function prepare(cwd) {
  const {notice, terms} = json(ROOT, 'demo/policy/manifest.json').releases.find(
    ({version}) => version === '2026-10-01',
  );
  for (const lang of LANGS) {
    const old = `2026-10-01.${lang}.html`;
    cpSync(join(ROOT, 'demo/policy', old), join(cwd, old));
    const text = readFileSync(join(cwd, old), 'utf8').replaceAll('2026-10-01', '2027-01-01');
    const {changes: _, ...words} = notice[lang];
    write(cwd, {[`2027-01-01.${lang}.html`]: text, [`notice.${lang}.json`]: words});
  }
  write(cwd, {'terms.json': terms});
}

/** Commands of a block, each with the lines that continue it. */
const commandsIn = (block) => block.match(/^\$ .*(\n> .*)*/gm) ?? [];
const scriptOf = (command) => command.replace(/^\$ /, '').replace(/\n> /g, '\n');

/** The digests, as many letters of another kind. */
const anyDigest = (text) => text.replace(/\b[0-9a-f]{64}\b/g, '…');

it(
  'prints what docs/command-line.md shows',
  {skip: process.platform === 'win32' && 'the page is written for sh'},
  (t) => {
    const [cwd, bin] = [folder(t), folder(t)];
    prepare(cwd);
    mkdirSync(bin, {recursive: true});
    symlinkSync(BIN, join(bin, 'ipsm-policy'));
    const env = {...process.env, PATH: `${bin}:${process.env.PATH}`, LC_ALL: 'C'};
    const run = (command) =>
      execFileSync('sh', ['-c', `{ ${scriptOf(command)}\n} 2>&1 || true`], {cwd, env, encoding: 'utf8'});
    const page = readFileSync(PAGE, 'utf8');
    const printed = page.replace(/(?<=^```console\n).*?(?=^```$)/gms, (block) =>
      commandsIn(block)
        .map((command) => `${command}\n${run(command)}`)
        .join(''),
    );
    if (process.env.UPDATE_DOCS) writeFileSync(PAGE, printed);
    else
      assert.equal(
        anyDigest(printed),
        anyDigest(page),
        'UPDATE_DOCS=1 node --test test/node/cli-transcript.test.mjs',
      );
  },
);
