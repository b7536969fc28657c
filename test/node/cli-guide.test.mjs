/** Walks through the operator's guides: every command in them is run, in its order, with what the text says in between. */
import assert from 'node:assert/strict';
import {readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {wireJson} from '../../dist/core/index.js';
import {ipsmPolicy} from '../../dist/policies/ipsm.js';
import {noticeFile} from '../../out/src/cli/init/write-notice.js';
import {WORDS} from '../../out/src/cli/words/languages.js';
import {
  ANSWERS,
  folder,
  LANGS,
  mend,
  newTerms,
  policy,
  POLICY_TEXT,
  read,
  recordFor,
  ROOT,
  siteWith,
  uploaded,
  write,
} from '../cli/desk.mjs';

/** The commands of a guide, and the marks for what the operator does in between. */
const stepsIn = (guide) =>
  [...guide.matchAll(/^\$ ipsm-policy (.+)$|^<!-- test: (\w+) -->$/gm)].map(([, command, mark]) => ({
    command,
    mark,
  }));

/** What is typed at the terminal, by command; the others ask nothing. */
const TYPED = {
  'init --document kk=sayasat.txt': Object.values({...ANSWERS, url: 'https://romashka.kz/'}),
  publish: ['2026-12-15', '2026-12-15'],
  'publish --correction': ['yes', '2026-12-15-2'],
  'publish --new-terms': ['2027-01-15', '2027-01-15'],
  'cancel 2027-01-15': ['2027-01-15'],
  'publish --new-terms --date now': ['2026-12-20'],
};

/** What the operator does to the files, and the day on which they do. */
const DOES = {
  words: (cwd, lang) => {
    const {notice} = ipsmPolicy.manifest.releases.at(-1);
    for (const of of LANGS) write(cwd, `draft/notice.${of}.yaml`, noticeFile(notice[of], WORDS[lang]));
  },
  slip: (cwd) => mend(cwd, '–'),
  terms: (cwd) => newTerms(cwd, '–'),
  emergency: (cwd) => newTerms(cwd, '––'),
};
const WRITING = 'What I was writing.';
const DAYS = {slip: '2026-12-15', emergency: '2026-12-20'};

/** Somebody opens the preview in a browser that draws it. */
async function looks(url) {
  const [, digest] = /data-digest="(\w+)"/.exec(await (await fetch(url)).text());
  assert.equal((await fetch(new URL('seen', url), {method: 'POST', body: digest})).status, 204);
}

/** Every file that the operator writes in, with its text. */
const writtenIn = (cwd) => {
  const drafts = readdirSync(join(cwd, 'draft')).map((name) => `draft/${name}`);
  return new Map([...drafts, 'settings.yaml'].map((name) => [name, read(cwd, name)]));
};

/** Runs a command of the guide as the operator does, and holds that it went well. */
async function runs(cwd, command, {lang, now, lines = TYPED[command]}) {
  const stop = new AbortController();
  const result = await policy(cwd, command.split(' '), {
    now,
    env: {LANG: lang},
    lines,
    stop: stop.signal,
    open: (url) => void looks(url).finally(() => stop.abort()),
  });
  assert.equal(result.status, 0, `${command}: ${result.stderr}`);
  return result;
}

const uploadedVersions = (cwd) =>
  readdirSync(cwd).includes('upload') ? uploaded(cwd).releases.map(({version}) => version) : [];

describe('the operator’s guide', () => {
  for (const lang of LANGS) {
    it(`leads from an empty folder to a correction, new terms and an emergency: ${lang}`, async (t) => {
      const cwd = folder(t);
      write(cwd, 'sayasat.txt', POLICY_TEXT);
      let now = new Date('2026-12-01T07:00:00Z');
      let left;
      const commands = [];
      const edited = new Set();
      for (const {command, mark} of stepsIn(read(ROOT, `docs/operator.${lang}.md`))) {
        if (mark) {
          DOES[mark](cwd, lang);
          now = new Date(`${DAYS[mark] ?? now.toISOString().slice(0, 10)}T07:00:00Z`);
          continue;
        }
        const isFirst = !uploadedVersions(cwd).length;
        if (isFirst && left)
          for (const [name, text] of writtenIn(cwd)) if (left.get(name) !== text) edited.add(name);
        // The words on the site turn out to be wrong in the middle of other work.
        if (command.startsWith('restore ')) mend(cwd, WRITING);
        if (command.startsWith('verify ')) write(cwd, 'records.jsonl', wireJson(await recordFor(cwd)));
        const site =
          command === 'check --live'
            ? ` ${await siteWith(t, (request, response) => response.end(read(cwd, 'upload', request.url)))}`
            : '';
        const {stdout} = await runs(cwd, `${command}${site}`, {lang, now, lines: TYPED[command]});
        if (command.startsWith('verify ')) assert.ok(stdout.includes(WORDS[lang].verified(1, 0)), stdout);
        if (!isFirst) continue;
        commands.push(command);
        left = writtenIn(cwd);
      }
      assert.deepEqual(
        [commands.length, [...edited].sort()],
        [4, LANGS.map((of) => `draft/notice.${of}.yaml`).sort()],
      );
      t.diagnostic(`to the first release: ${commands.length} commands, ${edited.size} files edited`);
      assert.deepEqual(uploadedVersions(cwd), ['2026-12-15', '2026-12-15-2', '2027-01-15', '2026-12-20']);
      const [aside] = readdirSync(cwd).filter((name) => name.startsWith('draft '));
      assert.ok(read(cwd, aside, 'notice.kk.yaml').includes(WRITING));
    });

    it(`is right in its sentences too: two documents, a first version cancelled, a language left out: ${lang}`, async (t) => {
      const guide = read(ROOT, `docs/operator.${lang}.md`);
      const named = [...guide.matchAll(/`((?:npx )?ipsm-policy[^`]*|--[a-z][^`]*)`/g)].map(
        ([, code]) => code,
      );
      assert.deepEqual([...new Set(named)].sort(), [
        '--document',
        '--document ru=politika.txt',
        '--without en',
        'ipsm-policy',
        'ipsm-policy cancel',
        'npx ipsm-policy',
      ]);
      const cwd = folder(t);
      for (const name of ['sayasat.txt', 'politika.txt']) write(cwd, name, POLICY_TEXT);
      const begun = {lang, now: new Date('2026-12-01T07:00:00Z')};
      const first = 'init --document kk=sayasat.txt';
      await runs(cwd, `${first} --document ru=politika.txt`, {...begun, lines: TYPED[first]});
      DOES.words(cwd, lang);
      await runs(cwd, 'preview', begun);
      await runs(cwd, 'publish', begun);
      await runs(cwd, 'cancel 2026-12-15', {...begun, lines: ['2026-12-15']});
      await runs(cwd, 'publish', {...begun, lines: ['2026-12-15', '2026-12-15-2']});
      assert.deepEqual(Object.keys(uploaded(cwd).releases[0].documents).sort(), ['kk', 'ru']);
      DOES.terms(cwd);
      rmSync(join(cwd, 'draft/notice.en.yaml'));
      const later = {lang, now: new Date('2026-12-20T07:00:00Z')};
      await runs(cwd, 'preview', later);
      const lines = TYPED['publish --new-terms'];
      await runs(cwd, 'publish --new-terms --without en', {...later, lines});
      assert.deepEqual(uploadedVersions(cwd), ['2026-12-15', '2026-12-15-2', '2027-01-15']);
      assert.deepEqual(Object.keys(uploaded(cwd).releases[2].notice).sort(), ['kk', 'ru']);
    });
  }

  it('has the same commands in every language, and says first that it is not legal advice', () => {
    const guides = LANGS.map((lang) => read(ROOT, `docs/operator.${lang}.md`));
    const [first, ...others] = guides.map((guide) => JSON.stringify(stepsIn(guide)));
    for (const other of others) assert.equal(other, first);
    for (const guide of guides) {
      assert.match(guide.slice(0, 1000), /заң кеңесі емес|не юридическая консультация|not legal advice/);
      for (const [, picture] of guide.matchAll(/\]\((pictures\/[\w.-]+)\)/g)) {
        assert.ok(readdirSync(join(ROOT, 'docs/pictures')).includes(picture.slice(9)), picture);
      }
    }
  });

  it('has every command of the program in the reference, and no other', async (t) => {
    const {stdout} = await policy(folder(t), ['--help']);
    const [, listed] = stdout.split('Commands:\n');
    const commands = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    assert.ok(commands.includes('publish'), stdout);
    const described = [...read(ROOT, 'docs/command-line.md').matchAll(/^\| `([a-z]+)/gm)].map(
      ([, name]) => name,
    );
    assert.deepEqual(described.sort(), commands.sort());
  });
});
