import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {PassThrough} from 'node:stream';
import {openDesk} from '../../out/src/cli/desk.js';
import {readAnswers} from '../../out/src/cli/draft/read-answers.js';
import {disk} from '../../out/src/cli/folder/disk.js';
import {YamlFile} from '../../out/src/cli/folder/yaml-file.js';
import {noticeFile} from '../../out/src/cli/init/write-notice.js';
import {readState} from '../../out/src/cli/preview/state.js';
import {notePreview} from '../../out/src/cli/publish/previewed.js';
import {run} from '../../out/src/cli/run.js';
import {WORDS} from '../../out/src/cli/words/languages.js';
import {buildRecord, noticeDigests, readManifest, sha256} from '../../dist/core/index.js';
import {ipsmPolicy} from '../../dist/policies/ipsm.js';
import {ROOT} from '../helpers/project.mjs';

export {ROOT};

/** What the package ships. */
export const DIST = join(ROOT, 'dist/');
/** Noon in Kazakhstan. */
export const NOON = new Date('2026-12-01T07:00:00Z');
/** Noon of the day after. */
export const LATER = new Date('2026-12-02T07:00:00Z');
export const LANGS = ['kk', 'ru', 'en'];

/** What is published at {@link NOON}, and what at {@link LATER}. */
export const FIRST = ['publish', '--date', 'now', '--yes', '2026-12-01'];
export const CORRECT = ['publish', '--correction', '--same-meaning', '--yes', '2026-12-02'];
export const ANEW = ['publish', '--new-terms', '--date', 'now', '--yes', '2026-12-02'];
export const announce = (day, version = day) => [
  ...['publish', '--new-terms', '--date', day],
  ...['--yes', version],
];
export const cancel = (day) => ['cancel', day, '--yes', day];

/** An empty folder that is gone after the test. @param {import('node:test').TestContext} t */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'ipsm-policy-'));
  t.after(() => rmSync(path, {recursive: true, force: true}));
  return path;
}

/** Writes a file of a folder. */
export function write(cwd, name, content) {
  mkdirSync(dirname(join(cwd, name)), {recursive: true});
  writeFileSync(join(cwd, name), content);
}

/** A file's text. */
export const read = (...path) => readFileSync(join(...path), 'utf8');

/** Changes a file of a folder; nothing to change is a mistake of the test. */
export function edit(cwd, name, from, to) {
  const text = read(cwd, name);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${name} has no ${from}`);
  writeFileSync(join(cwd, name), changed);
}

/**
 * Runs a command line in this process. With `lines`, somebody sits at a terminal and answers with them.
 * @param {string} cwd @param {string[]} args
 */
export async function policy(cwd, args, {lines, now = NOON, env = {}, disk: theirs = disk, ...io} = {}) {
  const stdin = new PassThrough();
  if (lines) Object.assign(stdin, {isTTY: true}).end(lines.map((line) => `${line}\n`).join(''));
  const [stdout, stderr] = [
    new PassThrough({highWaterMark: 2 ** 24}),
    new PassThrough({highWaterMark: 2 ** 24}),
  ];
  const all = {
    cwd,
    env: {LANG: 'en', ...env},
    now: () => now,
    stdin,
    stdout,
    stderr,
    disk: theirs,
    dist: DIST,
    ...io,
  };
  const status = await run(args, all);
  return {status, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '')};
}

/** The same with `--json`, parsed; whatever else is on standard output makes it throw. */
export async function policyJson(cwd, args, options) {
  const {status, stdout, stderr} = await policy(cwd, [...args, '--json'], options);
  return {status, stderr, json: JSON.parse(stdout)};
}

/** The same for a command that has to go well. */
export async function does(cwd, args, options) {
  const result = await policy(cwd, args, options);
  assert.equal(result.status, 0, `${args.join(' ')}: ${result.stderr}`);
  return result;
}

/** What `check` says. */
export const checked = async (cwd, options) => (await policyJson(cwd, ['check'], options)).json;

/** Which problems, and in which files. */
export const inFiles = (problems) => problems.map(({code, file}) => [code, file]);

/** The desk of a folder, as commands get it. */
export const deskIn = (cwd, {now = NOON, lang = 'en'} = {}) =>
  openDesk({cwd, env: {}, now: () => now, disk, dist: DIST}, WORDS[lang], lang);

/** Somebody looks at the draft as it is. */
export async function look(cwd) {
  await notePreview(disk, cwd, (await readState(await deskIn(cwd))).digest);
}

/** A policy's plain text with the clauses that the bundled notice names. */
export const POLICY_TEXT = read(ROOT, 'test/cli/sayasat.txt');

/** Answers that leave nothing open but what {@link ipsmPolicy}'s words call not stated. */
export const ANSWERS = {
  name: 'IPSM',
  bin: 'don’t know',
  address: 'don’t know',
  email: 'hello@ipsm.kz',
  url: 'https://ipsm.kz/',
  fields: 'surname, given',
  term: 'don’t know',
  recipients: 'don’t know',
  home: 'don’t know',
  abroad: 'yes',
  public: 'don’t know',
  data: 'name 2.3.1, e-mail 2.3.2, phone 2.3.3, scans 1.6',
  purposes: 'services 2.2.1, identify 2.2.2, contact 2.2.3, ads 2.2.4 optional, research 2.2.5 optional',
  automated: 'yes',
  keeping: 'don’t know',
  minors: 'no',
  official: 'kk',
  approved: 'don’t know',
  withdrawal: 'don’t know',
};

/** Answers as flags of `init`. */
export const flags = (answers) => Object.entries(answers).flatMap(([name, answer]) => [`--${name}`, answer]);

/** The file of answers with some of them as they are typed: what a release gets of it, and what is wrong. */
export const answersWith = (typed, lang = 'en') =>
  readAnswers(
    new YamlFile(
      'answers.yaml',
      Object.entries({...ANSWERS, ...typed})
        .map(([name, text]) => `${name}: ${JSON.stringify(text)}\n`)
        .join(''),
    ),
    WORDS[lang],
  );

/** Another than the elements take for granted. */
export const ID = 'example-privacy';

/** A working folder with the draft of the IPSM policy, nothing published. */
export async function drafted(t, answers = {}, id = ID) {
  const cwd = folder(t);
  write(cwd, 'sayasat.txt', POLICY_TEXT);
  const args = flags({...ANSWERS, ...answers});
  await does(cwd, ['init', ...args, '--document', 'kk=sayasat.txt', '--id', id]);
  const {notice} = ipsmPolicy.manifest.releases.at(-1);
  for (const lang of LANGS) write(cwd, `draft/notice.${lang}.yaml`, noticeFile(notice[lang], WORDS[lang]));
  return cwd;
}

/** The same, and somebody has looked at it. */
export async function previewed(t, answers) {
  const cwd = await drafted(t, answers);
  await look(cwd);
  return cwd;
}

/** A working folder with a first release in force. */
export async function published(t, options) {
  const cwd = await previewed(t);
  await does(cwd, FIRST, options);
  return cwd;
}

/** The same with a correction in force since {@link LATER}. */
export async function corrected(t) {
  const cwd = await published(t);
  await mended(cwd);
  await does(cwd, CORRECT, {now: LATER});
  return cwd;
}

/** Says in every language what changed. */
export function sayChanges(cwd, mark = '') {
  for (const lang of LANGS)
    edit(cwd, `draft/notice.${lang}.yaml`, /^changes:[^]*$/m, `changes:\n  - "News${mark} ${lang}"\n`);
}

/** Changes the sentence that people agree to, in every language. */
export function newTerms(cwd, mark = 'Anew') {
  for (const lang of LANGS)
    edit(cwd, `draft/notice.${lang}.yaml`, /^agree: \|\n {2}/m, `agree: |\n  ${mark} `);
  sayChanges(cwd, mark);
}

/** A slip mended, in every language. */
export function mend(cwd, mark = 'Mended.') {
  for (const lang of LANGS)
    edit(cwd, `draft/notice.${lang}.yaml`, /^brief: \|\n {2}/m, `brief: |\n  ${mark} `);
}

/** Slips mended, or new terms, and somebody has looked at them. */
export async function mended(cwd, mark) {
  mend(cwd, mark);
  await look(cwd);
}
export async function renewed(cwd, mark) {
  newTerms(cwd, mark);
  await look(cwd);
}

/** What is in the folder to upload. */
export const uploaded = (cwd) => JSON.parse(read(cwd, 'upload/policy.json'));

/** A site that answers so, and its address. */
export async function siteWith(t, answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${server.address().port}/`;
}

/** A record of a consent to the first release. */
export async function recordFor(cwd, change = {}) {
  const manifest = readManifest(uploaded(cwd));
  const [release] = manifest.releases;
  return {
    ...buildRecord(manifest, release, {
      id: '6b4f5a3e-0d0e-4d66-9a55-6a1d0f0f9a11',
      state: 'given',
      time: new Date('2026-12-01T08:00:00Z'),
      method: 'form-checkbox',
      lang: 'kk',
      noticeSha256: (await noticeDigests(release, sha256)).kk,
      source: 'network',
      manifestUrl: 'https://ipsm.kz/policy/policy.json',
      subjectRef: null,
      nameFields: ['surname', 'given'],
    }),
    ...change,
  };
}
