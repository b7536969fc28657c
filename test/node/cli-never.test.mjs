/** What must never happen by accident: a test for each. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {
  ANEW,
  announce,
  cancel,
  checked,
  CORRECT,
  corrected,
  does,
  drafted,
  edit,
  FIRST,
  inFiles,
  LANGS,
  LATER,
  look,
  mend,
  mended,
  newTerms,
  policy,
  POLICY_TEXT,
  policyJson,
  previewed,
  published,
  read,
  renewed,
  sayChanges,
  write,
} from '../cli/desk.mjs';

/** Everything in the archive. */
const archived = (cwd) => {
  const archive = join(cwd, 'archive');
  return existsSync(archive) ? readdirSync(archive, {recursive: true}).sort() : [];
};

/** Runs, and holds that it was refused for this reason and that nothing was published. */
async function refuses(cwd, args, code, pattern, options = {now: LATER}) {
  const before = archived(cwd);
  const {status, json} = await policyJson(cwd, args, options);
  assert.equal(status, 1);
  assert.equal(json.ok, false);
  const found = json.errors.filter((error) => error.code === code);
  assert.notEqual(found.length, 0, JSON.stringify(json.errors));
  for (const error of json.errors)
    for (const name of ['file', 'line', 'message']) assert.notEqual(error[name], undefined, name);
  assert.match(found[0].message, pattern);
  assert.deepEqual(archived(cwd), before);
  return found[0];
}

describe('never by accident: ipsm-policy', () => {
  it('puts an edited document in place of the last true copy, or files it', async (t) => {
    const cwd = await published(t);
    await renewed(cwd);
    await does(cwd, announce('2027-01-15'), {now: LATER});
    const before = read(cwd, 'upload/policy.json');
    const file = 'archive/0001/2026-12-01.kk.html';
    const page = read(cwd, file);
    for (const spoil of [() => edit(cwd, file, '2.3.3', '2.3.8'), () => rmSync(join(cwd, file))]) {
      spoil();
      for (const args of [announce('2027-01-15'), cancel('2027-01-15'), ['export', '2026-12-01']]) {
        const {status, json} = await policyJson(cwd, args, {now: LATER});
        assert.deepEqual([status, json.errors?.[0].code], [1, 'archive'], args.join(' '));
        assert.match(json.errors[0].file, /2026-12-01\.kk\.html$/);
        assert.match(json.errors[0].message, /Restore it from a backup/);
        assert.equal(read(cwd, 'upload/2026-12-01.kk.html'), page, args.join(' '));
        assert.equal(read(cwd, 'upload/policy.json'), before);
      }
      assert.deepEqual(readdirSync(join(cwd, 'archive')), ['0001', '0002']);
      assert.ok(!existsSync(join(cwd, 'export')));
      // What an edited page says, nobody was told.
      const {json} = await policyJson(cwd, ['diff', '2026-12-01', '2027-01-15'], {now: LATER});
      assert.ok(json.differences.every(({paragraphs}) => paragraphs === undefined));
      write(cwd, file, page);
    }
    await does(cwd, cancel('2027-01-15'), {now: LATER});
  });

  it('puts an edited manifest in place of the last true copy', async (t) => {
    const cwd = await published(t);
    for (const day of ['2027-01-15', '2027-02-15']) {
      await renewed(cwd, day);
      await does(cwd, announce(day), {now: LATER});
    }
    const before = read(cwd, 'upload/policy.json');
    edit(cwd, 'archive/0003/policy.json', 'hello@ipsm.kz', 'other@ipsm.kz');
    await refuses(cwd, announce('2027-02-15'), 'release-altered', /Restore the file from a backup/);
    await refuses(cwd, cancel('2027-01-15'), 'release-altered', /2026-12-01/);
    assert.equal(read(cwd, 'upload/policy.json'), before);
  });

  it('publishes without the version having been typed', async (t) => {
    const cwd = await previewed(t);
    await refuses(cwd, ['publish', '--date', 'now'], 'not-confirmed', /--yes 2026-12-01/, {});
    await refuses(cwd, ['publish', '--date', 'now', '--yes', 'yes'], 'version', /You wrote “yes”/, {});
  });

  it('publishes other words than those that were looked at', async (t) => {
    const cwd = await drafted(t);
    await refuses(cwd, FIRST, 'not-previewed', /ipsm-policy preview/, {});
    await look(cwd);
    mend(cwd, 'Since then:');
    await refuses(cwd, FIRST, 'not-previewed', /this very text/, {});
    edit(cwd, 'draft/document.kk.txt', 'Пайдаланушы', 'Пайдаланушы –');
    await refuses(cwd, FIRST, 'not-previewed', /this very text/, {});
  });

  it('publishes example words', async (t) => {
    const cwd = await drafted(t);
    edit(cwd, 'draft/notice.ru.yaml', /^agree: \|\n {2}/m, 'agree: |\n  [ПРИМЕР] ');
    await look(cwd);
    await refuses(cwd, FIRST, 'example', /text of the example is left/, {});
  });

  it('publishes a change of one language alone', async (t) => {
    const cwd = await published(t);
    edit(cwd, 'draft/notice.kk.yaml', /^brief: \|\n {2}/m, 'brief: |\n  Жаңа. ');
    await look(cwd);
    const alone = /Only the Kazakh text has changed.*add --one-language/;
    assert.equal((await refuses(cwd, CORRECT, 'one-language', alone)).confirm, '--one-language');
    await does(cwd, [...CORRECT, '--one-language'], {now: LATER});
  });

  it('drops a language whose file was renamed or is gone', async (t) => {
    const cwd = await published(t);
    mend(cwd, 'Mended.');
    const [file, stray] = ['draft/notice.kk.yaml', 'draft/notice.kk.yaml.txt'].map((name) => join(cwd, name));
    renameSync(file, stray);
    await look(cwd);
    const renamed =
      /no file draft\/notice\.kk\.yaml, and the last version had it.*notice\.kk\.yaml\.txt: rename/;
    await refuses(cwd, CORRECT, 'language-gone', renamed);
    rmSync(stray);
    await refuses(cwd, CORRECT, 'language-gone', /Put the file back.*publish --without kk/);
    await refuses(cwd, [...CORRECT, '--without', 'en'], 'language-gone', /notice\.kk\.yaml/);
    const {problems} = await checked(cwd, {now: LATER});
    assert.deepEqual(inFiles(problems), [['language-gone', 'draft/notice.kk.yaml']]);
    await refuses(cwd, [...CORRECT, '--without', 'kk'], 'not-a-correction', /notice\.kk\.yaml/);
    for (const lang of ['ru', 'en'])
      edit(cwd, `draft/notice.${lang}.yaml`, /^changes:[^]*$/m, 'changes:\n  - "One language less"\n');
    await look(cwd);
    await does(cwd, [...ANEW, '--without', 'kk'], {now: LATER});
  });

  it('publishes a first version without the language whose file has a name that is not read', async (t) => {
    const cwd = await drafted(t);
    renameSync(join(cwd, 'draft/notice.en.yaml'), join(cwd, 'draft/notice.en.yaml.txt'));
    await look(cwd);
    await refuses(
      cwd,
      FIRST,
      'language-gone',
      /There is no file draft\/notice\.en\.yaml\. In the folder is/,
      {},
    );
  });

  it('makes an optional purpose required', async (t) => {
    const cwd = await published(t);
    edit(cwd, 'draft/answers.yaml', /- ads 2.2.4 optional/, '- ads 2.2.4');
    for (const lang of LANGS) edit(cwd, `draft/notice.${lang}.yaml`, /^ {2}ads: \|\n.*(\n {4}.*)*\n/m, '');
    await renewed(cwd);
    await refuses(cwd, ANEW, 'now-required', /becomes required: “ads”/);
    await does(cwd, [...ANEW, '--now-required'], {now: LATER});
  });

  it('publishes new terms as a correction', async (t) => {
    const answer = (from, to) => (cwd) => edit(cwd, 'draft/answers.yaml', from, to);
    for (const [change, where] of [
      [newTerms, /notice\.kk\.yaml · agree/],
      [answer(/- e-mail 2.3.2/, '- account 2.3.2'), /answers\.yaml · data/],
      [
        (cwd) => {
          answer(/^official: .*/m, 'official: ru')(cwd);
          write(cwd, 'draft/document.ru.txt', read(cwd, 'draft/document.kk.txt'));
        },
        /answers\.yaml · official/,
      ],
      [answer(/^name: .*/m, 'name: Another'), /answers\.yaml · name/],
    ]) {
      const cwd = await published(t);
      change(cwd);
      await look(cwd);
      await refuses(cwd, CORRECT, 'not-a-correction', where);
    }
  });

  it('publishes a reworded line, summary or full text as a correction without having asked whether it means the same', async (t) => {
    const inEach = (from, to) => (cwd) => {
      for (const lang of LANGS) edit(cwd, `draft/notice.${lang}.yaml`, from, to);
    };
    for (const [change, pattern] of [
      [
        inEach(/(id: term\n.*\n {4}text: \|\n {6})/, '$1– '),
        /What changed: the line “Consent lasts”\. If the meaning has changed, these are new terms/,
      ],
      [
        (cwd) => edit(cwd, 'draft/document.kk.txt', 'Пайдаланушы', 'Пайдаланушы –'),
        /What changed: the full text \(Kazakh\)\./,
      ],
      [mend, /What changed: the short text of the message\. If the meaning has changed/],
      [inEach(/^title: (\|\n {2})?/m, '$&– '), /What changed: the heading of the summary\. If/],
      [
        inEach(/^clauseNames:\n {2}preamble: /m, '$&– '),
        /What changed: the name of the part “preamble”\. If/,
      ],
    ]) {
      const cwd = await published(t);
      change(cwd);
      await look(cwd);
      await refuses(cwd, ['publish', '--correction', '--yes', '2026-12-02'], 'same-meaning', pattern);
      const no = await policy(cwd, ['publish', '--correction'], {now: LATER, lines: ['no']});
      assert.deepEqual([no.status, archived(cwd).includes('0002')], [1, false]);
      await does(cwd, CORRECT, {now: LATER});
    }
  });

  it('asks of a language that is new whether it means the same: nobody was told anything in it', async (t) => {
    const cwd = await drafted(t);
    const file = 'draft/notice.en.yaml';
    const text = read(cwd, file);
    rmSync(join(cwd, file));
    await look(cwd);
    await does(cwd, FIRST);
    write(cwd, file, text);
    write(cwd, 'draft/document.en.txt', POLICY_TEXT);
    await look(cwd);
    await does(cwd, ['publish', '--correction', '--yes', '2026-12-02'], {now: LATER});
  });

  it('publishes for a time that has passed', async (t) => {
    const cwd = await previewed(t);
    for (const date of ['2026-11-30', '2026-12-01', '2026-12-01 11:59']) {
      await refuses(cwd, ['publish', '--date', date, '--yes', date], 'date', /that time has passed/, {});
    }
  });

  it('writes over the archive or a published document', async (t) => {
    const cwd = await published(t);
    const names = [
      'archive/0001/policy.json',
      'archive/0001/2026-12-01.kk.html',
      'upload/2026-12-01.kk.html',
    ];
    const before = names.map((name) => read(cwd, name));
    edit(cwd, 'draft/document.kk.txt', 'Пайдаланушы', 'Пайдаланушы –');
    await look(cwd);
    await does(cwd, CORRECT, {now: LATER});
    assert.deepEqual(
      names.map((name) => read(cwd, name)),
      before,
    );
    assert.notEqual(read(cwd, 'upload/2026-12-02.kk.html'), before[2]);
  });

  it('publishes on top of an archive that somebody has edited', async (t) => {
    for (const [change, code, pattern] of [
      [
        (cwd) => write(cwd, 'archive/0001/2026-12-01.kk.html', 'other words'),
        'archive',
        /changed afterwards/,
      ],
      [(cwd) => write(cwd, 'archive/0001/policy.json', '{'), 'archive', /cannot be read/],
      [
        (cwd) => edit(cwd, 'archive/0002/policy.json', 'IPSM', 'Another'),
        'release-altered',
        /version 2026-12-01 was changed/,
      ],
    ]) {
      const cwd = await corrected(t);
      change(cwd);
      await mended(cwd, 'Once more.');
      await refuses(cwd, [...CORRECT.slice(0, -1), '2026-12-02-2'], code, pattern);
    }
  });

  it('publishes on top of an archive that is not all there', async (t) => {
    for (const lose of [
      (cwd) => renameSync(join(cwd, 'archive'), join(cwd, 'archive — копия')),
      (cwd) => rmSync(join(cwd, 'archive/0002'), {recursive: true}),
    ]) {
      const cwd = await corrected(t);
      lose(cwd);
      const kept = read(cwd, 'upload/policy.json');
      const pattern = /folder upload has what the folder archive lacks: .*2026-12-02\..*from a backup/;
      for (const now of [LATER, new Date('2026-12-03T07:00:00Z')]) {
        for (const args of [ANEW, CORRECT, FIRST]) await refuses(cwd, args, 'archive-lost', pattern, {now});
        await mended(cwd, 'Once more.');
      }
      await refuses(cwd, cancel('2026-12-02'), 'archive-lost', pattern);
      const json = await checked(cwd, {now: LATER});
      assert.deepEqual(
        json.problems.map(({code}) => code),
        ['archive-lost'],
      );
      assert.equal(read(cwd, 'upload/policy.json'), kept);
    }
  });

  it('publishes on top of an archive that has lost a cancellation', async (t) => {
    const cwd = await published(t);
    await renewed(cwd, 'Announced');
    await does(cwd, announce('2027-01-01'), {now: LATER});
    await does(cwd, cancel('2027-01-01'), {now: LATER});
    rmSync(join(cwd, 'archive/0003'), {recursive: true});
    await refuses(cwd, announce('2027-01-01'), 'archive-lost', /the cancellation of 2027-01-01/);
  });

  it('blames another file of the archive than the one that was edited or is gone', async (t) => {
    const gone = (number) => (cwd) => rmSync(join(cwd, `archive/${number}`), {recursive: true});
    const edited = (number) => (cwd) =>
      edit(cwd, `archive/${number}/policy.json`, 'hello@ipsm.kz', 'other@ipsm.kz');
    for (const [change, file] of [
      [edited('0001'), 'archive/0001/policy.json'],
      [edited('0002'), 'archive/0002/policy.json'],
      [gone('0001'), 'archive/0001'],
      [(cwd) => write(cwd, 'archive/0001/policy.json', '{'), 'archive/0001/policy.json'],
      [(cwd) => rmSync(join(cwd, 'archive/0001/policy.json')), 'archive/0001/policy.json'],
    ]) {
      const cwd = await corrected(t);
      change(cwd);
      const json = await checked(cwd, {now: LATER});
      assert.deepEqual([...new Set(json.problems.map((problem) => problem.file))], [file]);
    }
  });

  it('publishes over the last true copy where the archive and the folder to upload say different things', async (t) => {
    for (const edited of ['archive/0001/policy.json', 'upload/policy.json']) {
      const cwd = await published(t);
      edit(cwd, edited, 'hello@ipsm.kz', 'other@ipsm.kz');
      const before = read(cwd, 'upload/policy.json');
      const pattern = /archive and upload disagree about version 2026-12-01.*from a backup/;
      const {status, json} = await policyJson(cwd, ['check'], {now: LATER});
      assert.equal(status, 1);
      assert.deepEqual(inFiles(json.problems), [['archive-disagrees', 'archive']]);
      assert.match(json.problems[0].message, pattern);
      await refuses(cwd, FIRST, 'archive-disagrees', pattern);
      await mended(cwd);
      await refuses(cwd, CORRECT, 'archive-disagrees', pattern);
      assert.equal(read(cwd, 'upload/policy.json'), before);
    }
  });

  it('publishes under another id than before', async (t) => {
    const cwd = await published(t);
    edit(cwd, 'settings.yaml', /^id: .*/m, 'id: another-privacy');
    await mended(cwd);
    await refuses(cwd, CORRECT, 'id-changed', /“another-privacy”.*called “example-privacy”/);
    const {problems} = await checked(cwd, {now: LATER});
    assert.deepEqual(inFiles(problems), [['id-changed', 'settings.yaml']]);
  });

  it('fills a gap and leaves the row that says "not stated"', async (t) => {
    for (const [question, answer, row] of [
      ['term', '3 years', 'term'],
      ['public', 'no', 'public'],
      ['abroad', 'Germany', 'abroad'],
      ['bin', '"120140000126"', 'unstated'],
      ['keeping', '5 years', 'unstated'],
      ['address', 'Almaty, Abay 1', 'unstated'],
    ]) {
      const cwd = await drafted(t);
      edit(cwd, 'draft/answers.yaml', new RegExp(`^${question}: .*`, 'm'), `${question}: ${answer}`);
      const json = await checked(cwd);
      assert.deepEqual(
        inFiles(json.problems),
        ['en', 'kk', 'ru'].map((lang) => ['leftover', `draft/notice.${lang}.yaml`]),
        question,
      );
      assert.match(json.problems[0].message, new RegExp(`“${row}”`));
      await look(cwd);
      await refuses(cwd, FIRST, 'leftover', /still says “not stated”/, {});
    }
  });

  it('publishes a BIN with a wrong check digit', async (t) => {
    const cwd = await drafted(t);
    for (const bin of ['120140000127', '12014000012', '1201400001260']) {
      edit(cwd, 'draft/answers.yaml', /^bin: .*/m, `bin: "${bin}"`);
      await refuses(cwd, FIRST, 'bad-bin', new RegExp(`“${bin}” is not a valid BIN`), {});
    }
  });

  it('publishes new terms without a word on what changed, or with the words of last time', async (t) => {
    const cwd = await published(t);
    const unsaid = (langs) =>
      new RegExp(`not said: ${langs.map((lang) => `draft/notice.${lang}.yaml`).join(', ')}\\.`);
    edit(cwd, 'draft/answers.yaml', /- e-mail 2.3.2/, '- account 2.3.2');
    await look(cwd);
    await refuses(cwd, ANEW, 'no-changes', unsaid(LANGS));
    sayChanges(cwd);
    await look(cwd);
    await does(cwd, ANEW, {now: LATER});
    edit(cwd, 'draft/answers.yaml', /- account 2.3.2/, '- e-mail 2.3.2');
    await look(cwd);
    const again = announce('now', '2026-12-02-2');
    await refuses(cwd, again, 'no-changes', unsaid(LANGS));
    edit(cwd, 'draft/notice.ru.yaml', 'News ru', 'Other news');
    await look(cwd);
    await refuses(cwd, again, 'no-changes', unsaid(['kk', 'en']));
  });
});
