import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {changedParagraphs} from '../../out/src/cli/check/paragraphs.js';
import {paragraphsOf} from '../../out/src/cli/draft/page-text.js';
import {pageOf} from '../../out/src/cli/draft/policy-text.js';
import {readState} from '../../out/src/cli/preview/state.js';
import {
  deskIn,
  does,
  edit,
  LATER,
  look,
  mend,
  mended,
  newTerms,
  policy,
  policyJson,
  published,
  read,
  write,
} from '../cli/desk.mjs';

describe('the difference to what was published', () => {
  it('is shown before it is asked whether the meaning is the same, and once', async (t) => {
    const cwd = await published(t);
    await mended(cwd);
    const {stderr} = await does(cwd, ['publish', '--correction'], {
      now: LATER,
      lines: ['yes', '2026-12-02'],
    });
    const [difference, question, version] = [
      '+ Mended.',
      'Is the meaning the same',
      'type the name of the version',
    ].map((text) => stderr.indexOf(text));
    assert.ok(difference > 0 && difference < question && question < version, stderr);
    assert.equal(stderr.match(/How it differs from version 2026-12-01/g).length, 1);
    assert.equal(stderr.match(/kk\.yaml · brief/g).length, 1);
  });

  it('is not asked about where these are new terms in any case', async (t) => {
    const cwd = await published(t);
    newTerms(cwd, 'Anew');
    mend(cwd, 'Mended.');
    edit(cwd, 'draft/answers.yaml', /^bin: .*/m, 'bin: "120140000126"');
    for (const [lang, from, to] of [
      ['kk', 'БСН, ', ''],
      ['ru', ', БИН', ''],
      ['en', ', BIN', ''],
    ])
      edit(cwd, `draft/notice.${lang}.yaml`, from, to);
    await look(cwd);
    const {json} = await policyJson(cwd, ['publish', '--correction', '--yes', '2026-12-02'], {now: LATER});
    assert.deepEqual(
      json.errors.map(({code}) => code),
      ['not-a-correction'],
    );
  });

  it('of a document is what its paragraphs say, and no row of letters and digits', async (t) => {
    const cwd = await published(t);
    const [paragraph] = /^1\.1.*$/m.exec(read(cwd, 'draft/document.kk.txt'));
    const changed = paragraph.replace('1.1', '1.1 ӨЗГЕРДІ');
    edit(cwd, 'draft/document.kk.txt', paragraph, changed);
    await look(cwd);
    const {stdout} = await policy(cwd, ['diff', '2026-12-01', 'draft']);
    const lines = stdout.trim().split('\n');
    assert.equal(lines[0], 'document.kk');
    assert.match(lines[1], /^ {2}- 1\.1/);
    assert.match(lines[2], /^ {2}\+ 1\.1 ӨЗГЕРДІ/);
    assert.equal(lines.length, 3, stdout);
    assert.doesNotMatch(stdout, /[0-9a-f]{8}/);
    const asked = await does(cwd, ['publish', '--correction'], {now: LATER, lines: ['yes', '2026-12-02']});
    assert.match(asked.stderr, /\+ 1\.1 ӨЗГЕРДІ/);
    // Between two versions as well.
    const both = await policy(cwd, ['diff', '2026-12-01', '2026-12-02'], {now: LATER});
    assert.match(both.stdout, /- 1\.1.*\n {2}\+ 1\.1 ӨЗГЕРДІ/);
    const {json} = await policyJson(cwd, ['diff', '2026-12-01', '2026-12-02'], {now: LATER});
    assert.deepEqual(
      json.differences.map(({path, paragraphs}) => [path, paragraphs.map(({mark}) => mark).join('')]),
      [['documents.kk', '-+']],
    );
  });

  it('of a document is in the preview as well', async (t) => {
    const cwd = await published(t);
    const [paragraph] = /^1\.1.*$/m.exec(read(cwd, 'draft/document.kk.txt'));
    edit(cwd, 'draft/document.kk.txt', paragraph, paragraph.replace('1.1', '1.1 ӨЗГЕРДІ'));
    const {differences} = await readState(await deskIn(cwd));
    assert.equal(differences.length, 1);
    assert.match(differences[0].after, /^1\.1 ӨЗГЕРДІ/);
    assert.match(differences[0].before, /^1\.1/);
    assert.doesNotMatch(differences[0].before, /ӨЗГЕРДІ/);
  });

  it('of a document that reads the same is said to be in the page alone', async (t) => {
    const cwd = await published(t);
    write(cwd, 'draft/document.kk.html', `${pageOf(read(cwd, 'draft/document.kk.txt'), 'kk')}<!-- -->`);
    edit(cwd, 'draft/document.kk.txt', /[^]*/, '');
    const {rmSync} = await import('node:fs');
    rmSync(`${cwd}/draft/document.kk.txt`);
    for (const [lang, pattern] of [
      ['kk', /сөздері бұрынғыдай/],
      ['ru', /слова прежние/],
      ['en', /the words are the same/],
    ]) {
      const {stdout} = await policy(cwd, ['diff', '2026-12-01', 'draft', '--lang', lang]);
      assert.match(stdout, pattern);
      assert.doesNotMatch(stdout, /[0-9a-f]{8}/);
    }
  });

  it('of a document in a language that is new is said without all of its text', async (t) => {
    const cwd = await published(t);
    write(cwd, 'draft/document.ru.txt', read(cwd, 'draft/document.kk.txt'));
    const {stdout} = await policy(cwd, ['diff', '2026-12-01', 'draft']);
    assert.match(stdout, /document\.ru\n {2}\+ there is a full text/);
    assert.ok(stdout.trim().split('\n').length < 4, stdout);
  });
});

describe('paragraphs', () => {
  it('are what stands in a page line by line', () => {
    assert.deepEqual(
      paragraphsOf(
        '<title>t</title><h1>One <b>two</b></h1><p>a<br>b</p><ul><li>c<li>d</ul><div>e <span>f</span></div>g<table><tr><td>h<td>i</table>',
      ),
      ['One two', 'a', 'b', 'c', 'd', 'e f', 'g', 'h', 'i'],
    );
  });

  it('that changed are found in their order, and no others', () => {
    for (const [before, after, wanted] of [
      ['a b c', 'a x c', '-b +x'],
      ['a b c', 'a b c', ''],
      ['a b c', 'b c', '-a'],
      ['a b', 'a b c', '+c'],
      ['', 'a', '+a'],
      ['a b c d', 'a c b d', '-b +b'],
      ['a a b', 'a b', '-a'],
    ]) {
      const split = (text) => text.split(' ').filter(Boolean);
      const found = changedParagraphs(split(before), split(after)).map(({mark, text}) => mark + text);
      assert.deepEqual(found, split(wanted), `${before} > ${after}`);
    }
  });

  it('of a long text are found at once', () => {
    const long = Array.from({length: 4000}, (_, i) => `paragraph ${i}`);
    const found = changedParagraphs(
      long,
      // one in the middle stays, and is not looked for among so many
      long.map((text, i) => (i === 2000 ? text : `${text}!`)),
    );
    assert.equal(found.length, 8000);
  });
});
