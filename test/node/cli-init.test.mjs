import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {clausesIn} from '../../out/src/cli/draft/clause.js';
import {dataItems, entriesIn} from '../../out/src/cli/draft/item.js';
import {termValue} from '../../out/src/cli/draft/term-value.js';
import {instantOn} from '../../out/src/cli/publish/instant.js';
import {termWords} from '../../out/src/cli/init/value-words.js';
import {EXAMPLES} from '../../out/src/cli/init/example-words.js';
import {
  ANSWERS,
  checked,
  does,
  edit,
  flags,
  folder,
  LANGS,
  policy,
  POLICY_TEXT,
  policyJson,
  read,
  write,
} from '../cli/desk.mjs';

const QUESTIONS = Object.keys(ANSWERS);
const DOCUMENT = ['--document', 'kk=sayasat.txt'];

/** A folder with the text of a policy. */
function withText(t) {
  const cwd = folder(t);
  write(cwd, 'sayasat.txt', POLICY_TEXT);
  return cwd;
}

/** The answers of the file that was written. */
const answered = (cwd, question) =>
  new RegExp(`^${question}:(.*(?:\n {2}.*)*)`, 'm').exec(read(cwd, 'draft/answers.yaml'))[1].trim();

describe('ipsm-policy init', () => {
  it('asks every question at a terminal; an empty line asks again and never means no', async (t) => {
    const cwd = withText(t);
    const lines = QUESTIONS.flatMap((question) => ['', ANSWERS[question]]);
    const {stderr} = await does(cwd, ['init'], {lines: [...lines, '', 'sayasat.txt']});
    assert.equal(stderr.match(/An empty line is not an answer/g).length, QUESTIONS.length + 1);
    assert.equal(answered(cwd, 'bin'), 'don’t know, will fill in later');
    assert.equal(answered(cwd, 'minors'), 'no');
    assert.equal(answered(cwd, 'abroad'), 'yes');
    assert.match(answered(cwd, 'data'), /- name 2\.3\.1\n {2}- e-mail 2\.3\.2/);
    assert.equal(read(cwd, 'draft/document.kk.txt'), POLICY_TEXT);
  });

  it('looks at the documents before the first question, and asks again for one that cannot be read', async (t) => {
    const cwd = withText(t);
    write(cwd, 'old.txt', Buffer.from('\xcf\xee', 'latin1'));
    const answers = Object.values(ANSWERS);
    for (const file of ['none.txt', 'old.txt']) {
      const {status, stderr} = await policy(cwd, ['init', '--document', `kk=${file}`], {lines: answers});
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(file));
      assert.doesNotMatch(stderr, /Question 1/);
    }
    const lines = [...answers, 'none.txt', 'old.txt', 'draft', '"sayasat.txt"'];
    const {stderr} = await does(cwd, ['init'], {lines});
    for (const pattern of [
      /There is no file none\.txt/,
      /old\.txt: The file is not saved as UTF-8/,
      /“draft” is a folder/,
    ]) {
      assert.match(stderr, pattern);
    }
    assert.equal(read(cwd, 'draft/document.kk.txt'), POLICY_TEXT);
  });

  it('keeps every answer from the moment it is given, and goes on where it was stopped', async (t) => {
    const cwd = withText(t);
    const answers = Object.values(ANSWERS);
    const none = await policy(cwd, ['init', ...DOCUMENT], {lines: []});
    assert.deepEqual([none.status, readdirSync(cwd)], [130, ['sayasat.txt']]);
    assert.match(none.stderr, /Nothing is written/);
    for (const [from, to] of [
      [0, 5],
      [5, 19],
    ]) {
      const {status, stderr} = await policy(cwd, ['init'], {lines: answers.slice(from, to)});
      assert.equal(status, 130);
      assert.match(stderr, new RegExp(`Question ${from + 1} of 19\\.`));
      assert.doesNotMatch(stderr, new RegExp(`Question ${from} of 19\\.`));
      assert.match(stderr, /The answers are saved \(draft\/answers\.yaml\).*ipsm-policy init/);
      assert.equal(answered(cwd, 'email'), 'hello@ipsm.kz');
    }
    const done = await does(cwd, ['init', ...DOCUMENT], {lines: []});
    assert.match(done.stderr, /taken from the file draft\/answers\.yaml/);
    const whole = withText(t);
    await does(whole, ['init', ...DOCUMENT], {lines: answers});
    assert.equal(read(cwd, 'draft/answers.yaml'), read(whole, 'draft/answers.yaml'));
  });

  it('goes on in another language, and with answers that were typed with stray blanks or are not known', async (t) => {
    const cwd = folder(t);
    const answers = Object.values({
      ...ANSWERS,
      name: 'don’t know',
      address: 'Алматы,  Абай 1 и\u0306',
      recipients: 'the accountants;  a “cloud”: files only',
      fields: 'да, surname и given',
    });
    for (const [lang, from, to] of [
      ['ru', 0, 4],
      ['kk', 4, 9],
      ['en', 9, 19],
    ]) {
      const {status, stderr} = await policy(cwd, ['init', '--lang', lang], {lines: answers.slice(from, to)});
      assert.equal(status, 130, stderr);
    }
    await does(cwd, ['init'], {lines: ['don’t know']});
    assert.equal(answered(cwd, 'address'), 'Алматы, Абай 1 й');
  });

  it('asks again where an answer will not do, and says why', async (t) => {
    const cwd = folder(t);
    const wrong = {
      name: ['no', /“No” is not an answer here/],
      bin: ['120140000127', /is not a valid BIN/],
      email: ['hello', /not a valid e-mail address/],
      url: ['http://ipsm.kz', /begins with https/],
      term: ['long', /is not a valid period/],
      home: ['perhaps', /Write “yes”, “no” or “don’t know”/],
      abroad: ['Narnia', /not a valid country name/],
      data: ['phone', /the clause of the policy/],
      purposes: ['services', /the clause of the policy/],
      official: ['Latin', /Choose one of: kk, ru, en/],
    };
    const lines = QUESTIONS.flatMap((question) => [
      ...(wrong[question] ? [wrong[question][0]] : []),
      ANSWERS[question],
    ]);
    const {stderr} = await does(cwd, ['init'], {lines: [...lines, 'don’t know']});
    for (const [, pattern] of Object.values(wrong)) assert.match(stderr, pattern);
  });

  it('takes a no for a no in any words, and names of fields without the yes before them', async (t) => {
    for (const text of ['none', 'n/a', 'Никто', 'ешкім', 'Nobody.']) {
      const cwd = folder(t);
      const answers = {...ANSWERS, recipients: text, minors: text, fields: 'да, surname и given'};
      await does(cwd, ['init', ...flags(answers)]);
      assert.deepEqual([answered(cwd, 'recipients'), answered(cwd, 'minors')], ['no', 'no']);
      assert.match(answered(cwd, 'fields'), /^- surname\n {2}- given$/);
    }
  });

  it('takes answers in Kazakh, Russian and English', async (t) => {
    const said = [
      [
        'Жоқ',
        'білмеймін, кейін толтырамын',
        '3 жыл',
        'Германия, Ирландия',
        'қазақша',
        'жарнама 2.2.4, қалауынша',
        'иә',
      ],
      ['нет.', 'Не знаю', '3 года', 'Германия; Ирландия', 'казахский', 'реклама 2.2.4, по желанию', 'да'],
      ['No', "don't know", '3 years', 'DE, Ireland', 'Kazakh', 'ads 2.2.4 optional', 'Yes'],
    ];
    for (const [no, unknown, term, abroad, official, ads, yes] of said) {
      const cwd = withText(t);
      const purposes = `services 2.2.1, ${ads}`;
      const answers = {...ANSWERS, bin: unknown, public: no, home: yes, term, abroad, official, purposes};
      await does(cwd, ['init', ...flags(answers), ...DOCUMENT]);
      const json = await checked(cwd);
      assert.ok(json.questions.some(({question}) => question === 'bin'));
      for (const question of ['public', 'home', 'term', 'abroad']) {
        assert.ok(!json.questions.some((one) => one.question === question), question);
      }
      assert.match(read(cwd, 'draft/notice.ru.yaml'), /text: \|\n {6}Германия, Ирландия/);
      assert.match(read(cwd, 'draft/notice.en.yaml'), /text: \|\n {6}Germany, Ireland/);
    }
  });

  it('says terms, countries and purposes as a person would, in every language', () => {
    for (const [lang, ...wanted] of [
      ['kk', '3 жыл', '5 ай', '2027 жылғы 31 желтоқсан күніне дейін'],
      ['ru', '3 года', '5 месяцев', 'до 31 декабря 2027 года'],
      ['en', '3 years', '5 months', 'until 31 December 2027'],
    ]) {
      const said = ['P3Y', 'P5M', '2027-12-31'].map((term) =>
        termWords(term, lang).replaceAll('\u00a0', ' '),
      );
      assert.deepEqual(said, wanted);
    }
    assert.equal(termWords('P1Y6M', 'ru').replaceAll('\u00a0', ' '), '1 год 6 месяцев');
    assert.match(EXAMPLES.kk.optional('ads'), /жарнама үшін/);
    assert.match(EXAMPLES.ru.optional('ads'), /для рекламы/);
    assert.match(EXAMPLES.en.optional('ads'), /for advertising/);
    assert.match(EXAMPLES.ru.optional('konkursy'), /для цели «konkursy»/);
  });

  it('reads terms, days and clauses as people write them', () => {
    for (const [term, ...said] of [
      ['2027-12-31', 'до 2027-12-31', '31.12.2027', 'до 31.12.2027', 'until 31.12.2027'],
      ['2027-12-31', '2027-12-31 дейін', '31.12.2027-ге дейін', '31.12.2027 күніне дейін'],
      ['2027-02-01', '1.2.2027', 'до 01.02.2027 г.', 'до 1.2.2027 года'],
      ['P3Y', 'на 3 года', '3 жылға', 'for 3 years', 'на 3 года.'],
      [undefined, '31.02.2027', '12.31.2027', 'до 3', 'на', 'до года', '31.12.27'],
    ]) {
      for (const text of said) assert.equal(termValue(text), term, text);
    }
    assert.equal(instantOn('01.12.2027', '+05:00'), Date.parse('2027-12-01T00:00:00+05:00'));
    assert.equal(instantOn('1.12.2027 09:30', '+05:00'), Date.parse('2027-12-01T09:30:00+05:00'));
    assert.equal(instantOn('31.02.2027', '+05:00'), undefined);
    for (const text of [
      'п. 2.3.1; 2.3.2',
      'пп. 2.3.1, 2.3.2',
      'п.2.3.1; п.2.3.2',
      '2.3.1-тармақ, 2.3.2-тармақ',
    ])
      assert.deepEqual(clausesIn(text), ['2.3.1', '2.3.2'], text);
    const read = (text) => {
      const [{id, clause}] = dataItems([text]);
      return [id, clause];
    };
    for (const text of [
      'телефон 2.3.3',
      'телефон, п. 2.3.3',
      'телефон п.2.3.3',
      'телефон (п. 2.3.3)',
      'телефон 2.3.3-тармақ',
    ])
      assert.deepEqual(read(text), ['phone', '2.3.3'], text);
    for (const entry of [
      'имя, п. 2.3.1',
      'имя, пп. 2.3.1',
      'имя, § 2.3.1',
      'имя, пункт 2.3.1',
      'имя, пункты 2.3.1',
      'аты, тармақ 2.3.1',
      'аты, 2.3.1-тармақ',
    ]) {
      assert.deepEqual(entriesIn(`${entry}, почта (п. 2.3.2)`), [entry, 'почта (п. 2.3.2)']);
      assert.deepEqual(read(entry), ['name', '2.3.1'], entry);
    }
    // An entry has one clause; words that only begin like these are entries.
    for (const text of ['имя п. 2.3.1, п. 2.3.2', 'аты 2.3.1-тармақ, 2.3.2-тармақ', 'имя (2.3.1), § 2.3.2'])
      assert.deepEqual(
        entriesIn(text)
          .map(read)
          .map(([id]) => Boolean(id)),
        [true, false],
        text,
      );
    assert.deepEqual(entriesIn('имя 2.3.1, пункт выдачи 2.3.2'), ['имя 2.3.1', 'пункт выдачи 2.3.2']);
  });

  it('without a terminal says which answers are missing, or takes them from a file', async (t) => {
    const cwd = withText(t);
    const {status, stderr} = await policy(cwd, ['init', '--name', 'IPSM']);
    assert.equal(status, 2);
    for (const question of QUESTIONS.slice(1)) assert.match(stderr, new RegExp(`--${question}\\b`));
    assert.deepEqual(readdirSync(cwd), ['sayasat.txt']);
    write(cwd, 'answers.yaml', QUESTIONS.map((question) => `${question}: ${ANSWERS[question]}`).join('\n'));
    await does(cwd, ['init', '--answers', 'answers.yaml', ...DOCUMENT]);
    edit(cwd, 'answers.yaml', /^minors: .*/m, 'minors:');
    const other = folder(t);
    write(other, 'answers.yaml', read(cwd, 'answers.yaml'));
    const empty = await policy(other, ['init', '--answers', 'answers.yaml']);
    assert.match(empty.stderr, /answers\.yaml:16: minors: there is no answer/);
  });

  it('writes examples that check finds while they are left in, in every language', async (t) => {
    const cwd = withText(t);
    const answers = {...ANSWERS, purposes: `${ANSWERS.purposes}, konkursy 1.6 optional`};
    await does(cwd, ['init', ...flags(answers), ...DOCUMENT]);
    const json = await checked(cwd);
    assert.deepEqual([...new Set(json.problems.map(({code}) => code))], ['example']);
    const perFile = LANGS.map(
      (lang) => json.problems.filter(({file}) => file === `draft/notice.${lang}.yaml`).length,
    );
    assert.deepEqual(new Set(perFile).size, 1);
    for (const lang of LANGS) {
      const text = read(cwd, `draft/notice.${lang}.yaml`);
      write(cwd, `draft/notice.${lang}.yaml`, text.replace(/\[(ҮЛГІ|ПРИМЕР|EXAMPLE)\] /g, ''));
    }
    // Without their marks the instructions are instructions still, and a purpose that has no words of its own is called
    // by its technical name. Sentences on ads and research are whole, and may be true as they are.
    const {problems} = await checked(cwd);
    assert.deepEqual(
      LANGS.map((lang) =>
        problems
          .filter(({code, file}) => code === 'example' && file === `draft/notice.${lang}.yaml`)
          .map(({message}) => message.split(': ')[0]),
      ),
      LANGS.map(() => ['brief', 'changes · text', 'automated · text', 'withdrawal · text', 'konkursy']),
    );
    assert.equal(problems.length, 15);
  });

  it('writes over nothing', async (t) => {
    const cwd = folder(t);
    write(cwd, 'draft/notice.kk.yaml', 'mine');
    const {status, stderr} = await policy(cwd, ['init', ...flags(ANSWERS)]);
    assert.equal(status, 1);
    assert.match(stderr, /draft\/notice\.kk\.yaml already, and nothing is written over it/);
    assert.equal(read(cwd, 'draft/notice.kk.yaml'), 'mine');
    const early = await policy(cwd, ['init'], {lines: []});
    assert.match(early.stderr, /draft\/notice\.kk\.yaml already/);
    const answered = folder(t);
    write(answered, 'draft/answers.yaml', 'mine: yes');
    assert.equal((await policy(answered, ['init', ...flags(ANSWERS)])).status, 1);
    assert.equal(read(answered, 'draft/answers.yaml'), 'mine: yes');
    const stopped = folder(t);
    await policy(stopped, ['init'], {lines: Object.values(ANSWERS).slice(0, 5)});
    const kept = read(stopped, 'draft/answers.yaml');
    for (const mine of [
      `# Ask Aigerim first.\n${kept}`,
      kept.replace(/^bin: .*$/m, 'bin: "120140000127"'),
      'name: Mine\n',
    ]) {
      write(stopped, 'draft/answers.yaml', mine);
      for (const options of [{}, {lines: Object.values(ANSWERS)}]) {
        const {status: found, json} = await policyJson(stopped, ['init', ...flags(ANSWERS)], options);
        assert.deepEqual([found, json.errors[0].code], [1, 'exists']);
        assert.equal(read(stopped, 'draft/answers.yaml'), mine);
      }
    }
    const other = folder(t);
    await does(other, ['init', ...flags(ANSWERS)]);
    assert.match(
      (await policy(other, ['init', ...flags(ANSWERS)])).stderr,
      /There is a policy in this folder already/,
    );
  });

  it('wants the language of a text, and writes nothing without it', async (t) => {
    const cwd = folder(t);
    const bare = await policy(cwd, ['init', ...flags(ANSWERS), '--document', 'none.txt']);
    assert.match(bare.stderr, /--document kk=|--document en=policy\.txt/);
    assert.equal(existsSync(join(cwd, 'settings.yaml')), false);
  });

  it('makes of plain text a page whose clauses can be linked to', async () => {
    const {pageOf} = await import('../../out/src/cli/draft/policy-text.js');
    const {contentOf} = await import('../../out/src/cli/draft/page-text.js');
    const page = pageOf(
      'Title <b>\n\nFirst words: https://ipsm.kz/.\n\n1.TERMS\n\n1.1. One\n1.2 Two\nmore\n1.1 again\n\nplain',
      'kk',
    );
    assert.deepEqual([...contentOf(page).ids], ['preamble', '1', '1.1', '1.2']);
    assert.match(page, /<title>Title &lt;b&gt;<\/title>/);
    assert.match(page, /<h2 id="1">1\.TERMS<\/h2>/);
    assert.match(page, /<p id="1\.2">1\.2 Two more<\/p>/);
    assert.match(page, /<a href="https:\/\/ipsm\.kz\/">https:\/\/ipsm\.kz\/<\/a>\./);
  });
});
