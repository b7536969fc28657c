import assert from 'node:assert/strict';
import {execFile, execFileSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {draftFiles} from '../../out/src/cli/draft/draft-files.js';
import {readDraft} from '../../out/src/cli/draft/read-draft.js';
import {disk} from '../../out/src/cli/folder/disk.js';
import {WORDS} from '../../out/src/cli/words/languages.js';
import {
  ANSWERS,
  checked,
  DIST,
  drafted,
  edit,
  folder,
  inFiles,
  LANGS,
  look,
  mend,
  newTerms,
  policy,
  policyJson,
  published,
  read,
  siteWith,
  write,
} from '../cli/desk.mjs';

/** The line that a text begins. */
const lineOf = (cwd, name, text) => `\n${read(cwd, name)}`.split(text)[0].split('\n').length;

/** The draft as it is read. */
const readDraftIn = async (cwd) => readDraft(await draftFiles(disk, cwd), WORDS.en);

/** One fault each: its code and file, how it is planted, what is said of it, and the text of its line. */
const ANSWERS_FILE = 'draft/answers.yaml';
const [KK, RU, EN] = ['kk', 'ru', 'en'].map((lang) => `draft/notice.${lang}.yaml`);
const FAULTS = [
  ['example', KK, KK, /^question: \|\n {2}/m, 'question: |\n  [үлгі] ', /example/, 'question: |'],
  ['missing', EN, EN, /^accept: .*/m, 'accept:', /accept/, 'accept:'],
  [
    'unknown-field',
    RU,
    RU,
    /^decline: (.*)/m,
    'decline: $1\ndeclin: нет',
    /Did you mean “decline”/,
    'declin: нет',
  ],
  [
    ...['clause', ANSWERS_FILE, ANSWERS_FILE, /- phone 2.3.3/, '- phone 9.9'],
    ...[/“phone”: clause 9\.9 is not in the document/, 'data:'],
  ],
  ['bad-bin', ANSWERS_FILE, ANSWERS_FILE, /^bin: .*/m, 'bin: "123456789012"', /BIN/, 'bin: "1'],
  ['no-answer', ANSWERS_FILE, ANSWERS_FILE, /^minors: .*/m, 'minors:', /minors/, 'minors:'],
  ['bad-term', ANSWERS_FILE, ANSWERS_FILE, /^term: .*/m, 'term: a while', /a while/, 'term: a while'],
  ['duplicate', ANSWERS_FILE, ANSWERS_FILE, /- contact 2.2.3/, '- services 2.2.3', /services/, 'purposes:'],
  [
    'no-document',
    'draft/document.ru.txt',
    ANSWERS_FILE,
    /^official: .*/m,
    'official: kk, ru',
    /document\.ru\.txt/,
    '',
  ],
  ['bad-email', ANSWERS_FILE, ANSWERS_FILE, /^email: .*/m, 'email: hello', /hello/, 'email: hello'],
];

describe('ipsm-policy check', () => {
  it('has nothing to say of the IPSM policy but its open questions', async (t) => {
    const cwd = await drafted(t);
    const {status, json} = await policyJson(cwd, ['check']);
    assert.equal(status, 0);
    assert.deepEqual(json.problems, []);
    assert.deepEqual(
      json.questions.map(({question}) => question),
      Object.keys(ANSWERS).filter((name) => ANSWERS[name] === 'don’t know' || name === 'abroad'),
    );
    const abroad = json.questions.find(({question}) => question === 'abroad');
    assert.deepEqual(abroad.gaps, ['crossBorder.countries']);
    assert.deepEqual(
      [abroad.file, abroad.line],
      ['draft/answers.yaml', lineOf(cwd, 'draft/answers.yaml', '\nabroad:')],
    );
    assert.equal(json.publishableAs, 'first');
  });

  it('tells ten planted faults in one run, each with file, line and what to do', async (t) => {
    const cwd = await drafted(t);
    for (const [, , from, old, planted] of FAULTS) edit(cwd, from, old, planted);
    const {status, json} = await policyJson(cwd, ['check']);
    assert.equal(status, 1);
    assert.equal(json.problems.length, 10, JSON.stringify(json.problems));
    for (const [code, file, , , , , text] of FAULTS) {
      const found = json.problems.find((problem) => problem.code === code && problem.file === file);
      assert.ok(found, `${code} in ${file}: ${JSON.stringify(json.problems)}`);
      assert.equal(found.line, text ? lineOf(cwd, file, `\n${text}`) : null, code);
    }
    const {stderr} = await policy(cwd, ['check']);
    const lines = stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('warning: '));
    assert.equal(lines.length, 10);
    for (const line of lines)
      assert.match(line, /^draft\/[\w.]+(:\d+)?: .+[.?”]$|^draft\/[\w.]+(:\d+)?: .+kz$/);
  });

  for (const [code, file, from, old, planted, pattern] of FAULTS) {
    it(`tells one planted fault alone: ${code} in ${file}`, async (t) => {
      const cwd = await drafted(t);
      edit(cwd, from, old, planted);
      const {problems} = await checked(cwd);
      assert.deepEqual(inFiles(problems), [[code, file]]);
      assert.match(problems[0].message, pattern);
    });
  }

  it('reads what people’s editors write: a byte order mark, CRLF, UTF-16, folded texts', async (t) => {
    const cwd = await drafted(t);
    const was = await checked(cwd);
    const text = read(cwd, 'draft/notice.kk.yaml');
    write(cwd, 'draft/notice.kk.yaml', `\ufeff${text.replaceAll('\n', '\r\n')}`);
    assert.deepEqual(await checked(cwd), was);
    write(cwd, 'draft/notice.kk.yaml', Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.deepEqual(await checked(cwd), was);
    write(cwd, 'draft/notice.kk.yaml', Buffer.from('title: \xcf\xee\xeb\xe8\xf2\xe8\xea\xe0', 'latin1'));
    const {problems} = await checked(cwd);
    assert.ok(problems.some(({code, message}) => code === 'encoding' && /UTF-8/.test(message)));
  });

  it('tells of wrong signs once, at their own line, loses no word by them, and says how to write it', async (t) => {
    t.mock.method(process, 'emitWarning', (warning) => assert.fail(String(warning)));
    for (const [file, from, to, pattern, code = 'signs'] of [
      [EN, /^question: \|/m, 'question, |', /colon has to stand after the name: “question:”/],
      [EN, /^brief: \|/m, 'brief |', /“brief:”/],
      [EN, /^ {4}text: \|/m, '    text; |', /“text:”/],
      [EN, /^title: /m, 'title, ', /“title:”/],
      [EN, /^(brief: \|\n) +/m, '$1\t', /tab/],
      [EN, /^( {4}text: \|\n) +/m, '$1\t\t', /tab/],
      [EN, /^ {4}label: .*/m, '\tlabel: x', /tab/],
      [EN, /^title: .*/m, 'title: a: b\naccept: c: d', /colon in the text/],
      [EN, /^title: .*/m, 'title: a\ntitle: b', /second time/],
      [EN, /^(brief: \|\n) +/m, '$1', /Compare it with its neighbours/],
      [ANSWERS_FILE, /^keeping: .*/m, 'keeping: 3 года, затем #4, удаляются', /“4, удаляются” would be lost/],
      [ANSWERS_FILE, /^ {2}- phone .*/m, '  - phone 2.3.3 # ask', /“ask” would be lost.*another line/],
      [RU, /^ {4}label: .*/m, '    label: Пункт #1 и другие', /“1 и другие” would be lost/],
      [RU, /^accept: .*/m, 'accept: &x Согласен', /the sign “&”/],
      [RU, /^accept: .*/m, 'accept: *Согласен', /the sign “\*”/],
      [ANSWERS_FILE, /^keeping: .*/m, 'keeping: !3 years', /the sign “!”/],
      [ANSWERS_FILE, /^keeping: .*/m, 'keeping: > 3 years', /the sign “>”/],
      [ANSWERS_FILE, /^keeping: .*/m, 'keeping: [3] years', /the sign “\[”/],
      [ANSWERS_FILE, /^keeping: .*/m, 'keeping: - 3 years', /the sign “-”/],
      [ANSWERS_FILE, /^keeping: .*/m, 'keeping: @office', /the sign “@”.*in straight quotation marks/],
      [RU, /^title: .*/m, 'title: Как IPSM \u202eобрабатывает данные', /invisible sign.*U\+202E/],
      [ANSWERS_FILE, /^name: .*/m, 'name: IP\u200bSM', /U\+200B/],
      [ANSWERS_FILE, /^name: .*/m, 'name: IP\u0007SM', /U\+0007/],
      [ANSWERS_FILE, /^name: .*/m, 'name: "Үлгі" ЖШС', /enclose all of it.*'…'/],
      [ANSWERS_FILE, /^name: .*/m, "name: 'Үлгі' ЖШС", /enclose all of it/],
      [ANSWERS_FILE, /^name: .*/m, 'name: "Үлгі ЖШС', /enclose all of it/],
      [ANSWERS_FILE, /^address: .*/m, 'address: "Алматы", Абай 5', /enclose all of it/],
      [KK, /^ {4}label: .*/m, '    label: "Данные" о вас', /enclose all of it/],
      [KK, /^ {4}label: .*/m, '    label: "Данные": о вас', /enclose all of it/],
      [
        ANSWERS_FILE,
        /^address: .*/m,
        'address:\n  - Almaty\n  - Abai 5',
        /several lines: “Almaty”, “Abai 5”/,
        'bad-address',
      ],
      [ANSWERS_FILE, /^name: .*/m, 'name:\n  - A\n  - B', /One answer is wanted here/, 'bad-name'],
      [ANSWERS_FILE, /^minors: .*/m, 'minors:\n  - no\n  - B', /One answer is wanted here/, 'bad-minors'],
      [ANSWERS_FILE, /^recipients: .*/m, 'recipients:\n  - Hetzner: hosting', /a colon in the text/],
      [ANSWERS_FILE, /^recipients: .*/m, 'recipients:\n  - A\n  - Hetzner: hosting', /a colon in the text/],
      [ANSWERS_FILE, /^recipients: .*/m, 'recipients: {Hetzner}', /a colon in the text/],
      [ANSWERS_FILE, /^address: .*/m, 'address:\n  city: Almaty', /a colon in the text/],
    ]) {
      const cwd = await drafted(t);
      edit(cwd, file, from, to);
      const {problems} = await checked(cwd);
      assert.deepEqual(inFiles(problems), [[code, file]], to);
      const [{message, line}] = problems;
      assert.match(message, pattern, to);
      const said = read(cwd, file).split('\n')[line - 1];
      const lines = to.replace('$1', '').split('\n');
      assert.ok(
        lines.some((one) => said.startsWith(one)),
        `${to}: line ${line}: ${said}`,
      );
    }
  });

  it('takes the remedies that it names, and remarks where nothing is lost', async (t) => {
    const cwd = await drafted(t);
    for (const [from, to] of [
      [/^name: .*/m, 'name: «Үлгі» ЖШС'],
      [/^name: .*/m, `name: '"Үлгі" ЖШС'`],
      [/^address: .*/m, 'address: "Алматы, Абай 5 #12" # checked'],
      [/^address: .*/m, 'address: [Almaty] # checked'],
      [/^data:/m, 'data: # checked'],
      [/^purposes:/m, '# checked\npurposes:'],
    ]) {
      edit(cwd, 'draft/answers.yaml', from, to);
      const {problems} = await checked(cwd);
      assert.deepEqual(
        problems.filter(({code}) => code !== 'leftover'),
        [],
        to,
      );
    }
    const {operator} = (await readDraftIn(cwd)).answers;
    assert.deepEqual([operator.name, operator.address], ['"Үлгі" ЖШС', 'Almaty']);
  });

  it('reads an answers file that init is given as strictly as the draft', async (t) => {
    const cwd = await drafted(t);
    edit(cwd, 'draft/answers.yaml', /^address: .*/m, 'address: Алматы #5');
    write(cwd, 'fresh/a.yaml', read(cwd, 'draft/answers.yaml'));
    const {status, stderr} = await policy(join(cwd, 'fresh'), ['init', '--answers', 'a.yaml', '--id', 'x']);
    assert.equal(status, 2);
    assert.match(stderr, /“5” would be lost/);
  });

  it('says what keeps a list whose lines begin as they should from being one', async (t) => {
    const cwd = await drafted(t);
    edit(cwd, 'draft/notice.kk.yaml', /^changes:[^]*$/m, 'changes: |\n  - Жаңа мақсат\n');
    for (const [lang, sentence] of [
      ['kk', /тізім керек.*\| белгісін/],
      ['ru', /нужен список.*знака \|/],
      ['en', /a list is needed.*no \|/],
    ]) {
      const {problems} = (await policyJson(cwd, ['check', '--lang', lang])).json;
      const [{message}, ...more] = problems.filter(({code}) => code === 'shape');
      assert.deepEqual(more, []);
      assert.match(message, sentence);
    }
  });

  it('says of a notice that holds no names that one thing, and compares nothing with it', async (t) => {
    const cwd = await drafted(t);
    const whole = read(cwd, 'draft/notice.kk.yaml');
    for (const text of ['', '\n', '# Мәтін\n', '- a\n- b\n', 'мәтін\n', '""\n']) {
      write(cwd, 'draft/notice.kk.yaml', text);
      const {problems, warnings} = await checked(cwd);
      const [{code, file, message}, ...more] = [...problems, ...warnings];
      assert.deepEqual(more, [], text);
      assert.deepEqual([code, file], ['shape', 'draft/notice.kk.yaml'], text);
      assert.match(message, /no name such as “question:”/);
    }
    write(cwd, 'draft/notice.kk.yaml', whole.replaceAll('\n', '\r'));
    const {problems, warnings} = await checked(cwd);
    assert.deepEqual([...problems, ...warnings], []);
  });

  it('tells of buttons, and of lines, that a person cannot tell apart', async (t) => {
    const cwd = await drafted(t);
    const file = 'draft/notice.ru.yaml';
    edit(cwd, file, /^accept: .*\ndecline: .*/m, 'accept: Даю согласие\ndecline: «Даю  согласие».');
    const [, first] = /^ {4}label: (.*)/m.exec(read(cwd, file));
    edit(cwd, file, /^(details:\n.*\n) {4}label: .*/m, `$1    label: ${first.toUpperCase()}`);
    const {problems} = await checked(cwd);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.file]),
      [
        ['duplicate', file],
        ['duplicate', file],
      ],
    );
    const [label, answer] = problems;
    assert.match(answer.message, /Both buttons say the same: “Даю согласие”/);
    assert.equal(answer.line, lineOf(cwd, file, '\ndecline: '));
    assert.ok(label.message.includes(`“${first.toUpperCase()}” is here a second time`), label.message);
  });

  it('tells of every file and folder of the draft that is not read', async (t) => {
    const cwd = await drafted(t);
    const names = [
      ...['document.ru.md', 'document-ru.txt', 'document.ru.docx', 'notice.kk - копия.yaml', 'Answers.yaml'],
      ...['notice.de.yaml.txt', 'notes.txt'],
    ];
    for (const name of [...names, 'Thumbs.db', '.DS_Store', '~$document.docx', 'old/notice.ru.yaml'])
      write(cwd, `draft/${name}`, 'x');
    write(cwd, 'draft/notice.fr.yaml/notice.fr.yaml', 'x');
    const {problems, warnings} = await checked(cwd);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      warnings.map(({code, file}) => [code, file]),
      [...names, 'notice.fr.yaml'].sort().map((name) => ['unread', `draft/${name}`]),
    );
    for (const {file, message} of warnings)
      assert.match(message, file.endsWith('.fr.yaml') ? /a folder and not a file/ : /document\.kk\.txt/);
  });

  it('tells of a second file of a language, and takes nothing from it', async (t) => {
    const cwd = await drafted(t);
    write(cwd, 'draft/notice.kk.yml', read(cwd, 'draft/notice.kk.yaml').replace(/^title: .*/m, 'title: X'));
    const {problems} = await checked(cwd);
    assert.deepEqual(inFiles(problems), [['document-twice', 'draft/notice.kk.yml']]);
    assert.notEqual((await readDraftIn(cwd)).notices.kk.title, 'X');
  });

  it('stops at answers that cannot be read: what would follow from them is not true', async (t) => {
    const cwd = await drafted(t);
    const text = read(cwd, 'draft/answers.yaml');
    for (const [code, plant] of [
      ['no-answers', () => rmSync(join(cwd, 'draft/answers.yaml'))],
      ['encoding', () => write(cwd, 'draft/answers.yaml', Buffer.from('name: \xd2\xce\xce', 'latin1'))],
      ['signs', () => write(cwd, 'draft/answers.yaml', text.replace('name: ', 'name, '))],
    ]) {
      plant();
      const {status, json} = await policyJson(cwd, ['check']);
      assert.equal(status, 1);
      assert.deepEqual(
        json.problems.map((problem) => [problem.code, problem.file]),
        [[code, 'draft/answers.yaml']],
      );
      assert.deepEqual([json.warnings, json.questions], [[], []]);
    }
  });

  it('says of a Word or PDF file how to save it as text', async (t) => {
    const cwd = await drafted(t);
    for (const [bytes, kind] of [
      ['PK\x03\x04\x14\0\xff', 'Word'],
      ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Word'],
      ['%PDF-1.7\n%\xe2\xe3', 'PDF'],
      ['%PDF-1.4\n', 'PDF'],
    ]) {
      write(cwd, 'draft/document.kk.txt', Buffer.from(bytes, 'latin1'));
      const {problems} = await checked(cwd);
      const [{code, file, message}] = problems.filter((problem) => problem.code !== 'no-document');
      assert.deepEqual([code, file], ['not-text', 'draft/document.kk.txt']);
      assert.match(message, new RegExp(`${kind}.*Plain text.*UTF-8`));
      assert.doesNotMatch(message, /Notepad/);
    }
  });

  it('compares languages, documents and answers', async (t) => {
    const anchored = (cwd) => write(cwd, 'draft/document.kk.html', '<p id=1>1</p>');
    for (const [plant, code, pattern] of [
      [[RU, '  - id: ads', '  - id: advert'], 'points', /Missing: ads\. Not in that text: advert/],
      [
        [RU, 'clauses: 3.5', 'clauses: 3.3'],
        'clauses-differ',
        /“automated” has clauses 3\.3; in the Kazakh text: 3\.5/,
      ],
      [[EN, /^ {2}preamble: .*\n( {4}.*\n)*/m, ''], 'clauseNames', /clauseNames/],
      [[EN, /^agreeFor: .*\n( {2}.*\n)*/m, 'agreeFor:\n'], 'agree-for', /every language/],
      [(cwd) => write(cwd, 'draft/document.kk.txt', '\n'), 'empty-document', /empty/],
      [anchored, 'document-twice', /second document/],
      [anchored, 'no-anchors', /No clause of this document/],
      [[ANSWERS_FILE, /^minors: .*/m, 'minors: no\nnane: x'], 'unknown-field', /Did you mean “name”/],
    ]) {
      const cwd = await drafted(t);
      if (Array.isArray(plant)) edit(cwd, ...plant);
      else plant(cwd);
      const {status, json} = await policyJson(cwd, ['check']);
      assert.equal(status, 1, code);
      const found = json.problems.find((problem) => problem.code === code);
      assert.ok(found, `${code}: ${JSON.stringify(json.problems)}`);
      assert.match(found.message, pattern);
    }
  });

  it('takes a page with ids as it is, and finds its clauses as a browser does', async (t) => {
    const cwd = await drafted(t);
    const ids = [...new Set(read(cwd, 'draft/notice.kk.yaml').match(/\d(\.\d)+/g)), 'preamble'];
    const paragraphs = ids.map((id) => `<p ID='${id}'>${id} <!-- id="9.9" --></p>`).join('\n');
    const page = `<!doctype html><title>x</title><script>"<p id=9.9>"</script>${paragraphs}`;
    rmSync(join(cwd, 'draft/document.kk.txt'));
    write(cwd, 'draft/document.kk.html', page);
    assert.deepEqual((await checked(cwd)).problems, []);
    edit(cwd, 'draft/answers.yaml', /- phone 2.3.3/, '- phone 9.9');
    const {problems} = await checked(cwd);
    assert.deepEqual(inFiles(problems), [['clause', 'draft/answers.yaml']]);
    assert.match(
      problems[0].message,
      /“phone”: clause 9\.9 is not in the document draft\/document\.kk\.html/,
    );
    edit(cwd, 'draft/answers.yaml', '- phone 9.9', '- phone 2.3.3');
    await look(cwd);
    const {status, stderr} = await policy(cwd, ['publish', '--date', 'now', '--yes', '2026-12-01']);
    assert.equal(status, 0, stderr);
    assert.equal(read(cwd, 'upload/2026-12-01.kk.html'), page);
  });

  it('says of a row that has more or less than its answer how to mend it, and tells to remove none that the law wants', async (t) => {
    const ways = {
      kk: {
        unstated: /answers\.yaml файлына жауапты жазыңыз.*барлық тілде «көрсетілмеген» деп жазыңыз\.$/,
        rest: /Ол туралы сөздерді алып тастаңыз;.* жолды барлық тілде өшіріңіз\.$/,
        row: /Жолға сол жауапты жазыңыз\.$/,
      },
      ru: {
        unstated: /Напишите ответ в answers\.yaml.*«не указано» на всех языках\.$/,
        rest: /Уберите эти слова;.* удалите её на всех языках\.$/,
        row: /Напишите в строке этот ответ\.$/,
      },
      en: {
        unstated: /Write the answer in answers\.yaml.*“not stated” in the line, in every language\.$/,
        rest: /Remove these words;.* remove the line in every language\.$/,
        row: /Write that answer in the line\.$/,
      },
    };
    const answered = await drafted(t, {term: '3 years'});
    for (const [lang, {unstated, rest, row}] of Object.entries(ways)) {
      const cwd = await drafted(t, {bin: '120140000126'});
      edit(cwd, `draft/notice.${lang}.yaml`, /(id: term\n.*\n {4}text: \|\n).*/, '$1      3');
      const {problems, warnings} = (await policyJson(cwd, ['check', '--lang', lang])).json;
      assert.match(warnings.find(({code}) => code === 'unstated').message, unstated);
      assert.match(problems.find(({code}) => code === 'leftover').message, rest);
      const {json} = await policyJson(answered, ['check', '--lang', lang]);
      const left = json.problems.filter(({code, file}) => code === 'leftover' && file.includes(`.${lang}.`));
      assert.equal(left.length, 1, lang);
      assert.match(left[0].message, row);
    }
  });

  it('warns where a person sees too much at once, or a row is gone that the law wants', async (t) => {
    const cwd = await drafted(t);
    edit(cwd, 'draft/notice.en.yaml', /^title: .*/m, `title: ${'word '.repeat(60).trim()}`);
    for (const lang of LANGS) edit(cwd, `draft/notice.${lang}.yaml`, '  - id: term', '  - id: period');
    const {status, json} = await policyJson(cwd, ['check']);
    assert.equal(status, 0);
    assert.ok(json.warnings.some(({code, file}) => code === 'too-long' && file === 'draft/notice.en.yaml'));
    assert.equal(json.warnings.filter(({code}) => code === 'no-row').length, 3);
    assert.ok(json.words.en.words > json.words.en.limit);
  });

  it('warns of every text, and of every word, that is longer than a phone has room for', async (t) => {
    const sentence = (length) => 'слово '.repeat(length).slice(0, length - 1) + '.';
    const [ru, en] = ['draft/notice.ru.yaml', 'draft/notice.en.yaml'];
    for (const [file, from, to, pattern] of [
      [ru, /^question: \|\n.*/m, `question: |\n  ${sentence(904)}`, /^question: 904 characters.*100/],
      [ru, /^brief: \|\n.*/m, `brief: |\n  ${sentence(700)}`, /^brief: \d+ characters.*300/],
      [ru, /^agree: \|\n.*/m, `agree: |\n  ${sentence(4155)}`, /^agree: \d+ characters.*200/],
      [ru, /^agreeFor: \|\n.*/m, `agreeFor: |\n  ${sentence(400)}`, /^agreeFor: \d+ characters.*240/],
      [ru, /^accept: .*/m, `accept: "${sentence(329)}"`, /^accept: 329 characters.*40/],
      [ru, /^decline: .*/m, `decline: "${sentence(41)}"`, /^decline: 41 characters.*40/],
      [ru, /^ {4}label: .*/m, `    label: "${sentence(61)}"`, /^\w+ · label: 61 characters.*60/],
      [ru, /^( {4}text: \|\n) {6}.*/m, `$1      ${sentence(161)}`, /^\w+ · text: \d+ characters.*160/],
      [
        en,
        /^brief: \|\n.*/m,
        `brief: |\n  ${'x'.repeat(260)}`,
        /^brief: the word “x+” is too long.*30 letters/,
      ],
    ]) {
      const cwd = await drafted(t);
      edit(cwd, file, from, to);
      const {status, json} = await policyJson(cwd, ['check']);
      assert.equal(status, 0, to);
      const found = json.warnings.filter((one) => one.code === 'too-long' && pattern.test(one.message));
      assert.equal(found.length, 1, `${to}: ${JSON.stringify(json.warnings)}`);
      assert.equal(found[0].file, file);
      const [kind] = /^\w+/.exec(found[0].message);
      const said = read(cwd, file).split('\n')[found[0].line - 1];
      assert.match(said, new RegExp(`^(${kind}| +(label|text)):`));
    }
    const cwd = await drafted(t);
    edit(cwd, ru, /^accept: .*/m, `accept: "${sentence(329)}"`);
    const {words} = await checked(cwd);
    assert.deepEqual(words.ru.longest.accept, {length: 329, limit: 40});
    const {stdout} = await policy(cwd, ['check']);
    assert.match(stdout, /Longest texts in Russian.* accept 329 \(40\)/);
  });

  it('has nothing against the lengths of the bundled texts, with room to spare', async (t) => {
    const {words} = await checked(await drafted(t));
    for (const lang of LANGS) {
      const longest = Object.entries(words[lang].longest);
      assert.equal(longest.length, 11);
      for (const [kind, {length, limit}] of longest) assert.ok(length < limit, `${lang} ${kind}: ${length}`);
    }
  });

  it('says what the draft can be published as', async (t) => {
    const cwd = await published(t);
    const kind = async () => (await checked(cwd)).publishableAs;
    assert.equal(await kind(), 'nothing');
    mend(cwd, 'Mended.');
    assert.equal(await kind(), 'correction');
    newTerms(cwd, 'Anew');
    assert.equal(await kind(), 'new-terms');
    assert.match((await policy(cwd, ['check'])).stdout, /everybody is asked again.*notice\.kk\.yaml · agree/);
  });

  it('compares a site with what was published, and asks the network for nothing else', async (t) => {
    const cwd = await published(t);
    let served = {};
    const root = await siteWith(t, (request, response) => {
      const body = served[request.url];
      response.writeHead(body === undefined ? 404 : 200).end(body ?? '');
    });
    const site = `${root}policy`;
    const codes = async () =>
      (await policyJson(cwd, ['check', '--live', site])).json.problems.map(({file, code}) => [file, code]);
    assert.deepEqual(await codes(), [
      ['upload/2026-12-01.kk.html', 'live'],
      ['upload/policy.json', 'live'],
    ]);
    served = {
      '/policy/policy.json': read(cwd, 'upload/policy.json'),
      '/policy/2026-12-01.kk.html': `${read(cwd, 'upload/2026-12-01.kk.html')} `,
    };
    assert.deepEqual(await codes(), [['upload/2026-12-01.kk.html', 'live']]);
    served['/policy/2026-12-01.kk.html'] = read(cwd, 'upload/2026-12-01.kk.html');
    assert.deepEqual(await codes(), []);
    assert.equal((await policyJson(cwd, ['check', '--live', 'ftp://x'])).status, 2);
  });

  it('asks a site for several files at once', async (t) => {
    const cwd = await published(t);
    const waiting = [];
    const site = await siteWith(t, (request, response) => {
      waiting.push(() => response.end(read(cwd, 'upload', request.url)));
      // One that asks for the next file only after this one would wait for good.
      if (waiting.length === 2) for (const answer of waiting) answer();
    });
    const {status, json} = await policyJson(cwd, ['check', '--live', site]);
    assert.deepEqual([status, json.problems], [0, []]);
  });

  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`stops at once where a site does not answer, and says so: ${signal}`, async (t) => {
      const cwd = await published(t);
      let child;
      let isAsked = false;
      const site = await siteWith(t, () => (isAsked ||= child.kill(signal)));
      const ended = await new Promise((resolve) => {
        const main = [join(DIST, 'cli/main.js'), 'check', '--live', site, '--lang', 'en'];
        child = execFile(process.execPath, main, {cwd}, (error, stdout, stderr) =>
          resolve({code: error?.code, stdout, stderr}),
        );
      });
      assert.deepEqual(ended, {code: 130, stdout: '', stderr: 'Stopped. Nothing is written.\n'});
    });
  }

  it('is ended by the system where it waits for anything else', async (t) => {
    const cwd = await published(t);
    execFileSync('mkfifo', [join(cwd, 'records.jsonl')]);
    let child;
    const ended = new Promise((resolve) => {
      const main = [join(DIST, 'cli/main.js'), 'verify', 'records.jsonl'];
      child = execFile(process.execPath, main, {cwd}, (error) => resolve(error?.signal));
    });
    // Opens as soon as the other end does.
    const pipe = await open(join(cwd, 'records.jsonl'), 'w');
    t.after(() => pipe.close());
    child.kill('SIGINT');
    assert.equal(await ended, 'SIGINT');
  });

  it('says outside of any folder where to go, and works from inside one', async (t) => {
    const outside = await policy(folder(t), ['check']);
    assert.equal(outside.status, 2);
    assert.match(outside.stderr, /There is no policy in the folder.*ipsm-policy init/);
    const cwd = await drafted(t);
    assert.equal((await policy(`${cwd}/draft`, ['check'])).status, 0);
    edit(cwd, 'settings.yaml', /^time: .*/m, 'time: Almaty');
    const broken = await policy(cwd, ['check']);
    assert.match(broken.stderr, /settings\.yaml, line \d+: time is “Almaty”/);
  });
});
