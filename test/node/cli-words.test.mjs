import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {describe, it} from 'node:test';
import {exampleNotice} from '../../out/src/cli/init/example-notice.js';
import {printLines} from '../../out/src/cli/print.js';
import {
  announce,
  ANSWERS,
  answersWith,
  cancel,
  does,
  drafted,
  edit,
  flags,
  folder,
  LANGS,
  LATER,
  look,
  policy,
  POLICY_TEXT,
  published,
  renewed,
  write,
} from '../cli/desk.mjs';

describe('help', () => {
  const COMMANDS = 'init check preview publish cancel show diff restore export html verify'.split(' ');
  for (const lang of ['kk', 'ru']) {
    it(`is in one language, but for the names that are typed: ${lang}`, async (t) => {
      for (const command of ['', ...COMMANDS]) {
        const {stdout} = await does(folder(t), [...(command ? [command] : []), '--help', '--lang', lang]);
        // Commands, options, file names and addresses are typed as they are.
        const words = stdout
          .replace(
            /-{1,2}[a-zA-Z][\w-]*|ipsm-policy|ipsm-consent|https:\S+|[\w./-]+\.(?:yaml|html?|txt|js|kz)|\b(?:kk|ru|en|kk\|ru\|en|JSON|PDF|now|draft|upload|url|surname|given|patronymic|consent)\b/g,
            '',
          )
          .replace(new RegExp(`^ {2}(${COMMANDS.join('|')})\\b`, 'gm'), '')
          .replace(new RegExp(`(?<= )(${COMMANDS.join('|')}) `), ' ');
        assert.doesNotMatch(words, /[A-Za-z]{3,}/, `${command}: ${words}`);
      }
    });
  }
});

describe('commands that are named', () => {
  it('are to be typed as the one that named them was', async (t) => {
    const cwd = await drafted(t);
    for (const [env, pattern] of [
      [{npm_command: 'exec'}, /Look first: npx ipsm-policy preview/],
      [{}, /Look first: ipsm-policy preview/],
    ]) {
      const {stderr} = await policy(cwd, ['publish'], {lines: [], env});
      assert.match(stderr, pattern);
    }
    const {stdout} = await policy(cwd, ['--help'], {env: {npm_command: 'exec'}});
    assert.match(stdout, /Usage: npx ipsm-policy/);
  });

  it('go on with answers that were stopped, in full: language, documents and the folder', async (t) => {
    const cwd = folder(t);
    write(cwd, 'моя политика.txt', POLICY_TEXT);
    const lines = Object.values(ANSWERS).slice(0, 3);
    const args = [
      'init',
      '--document',
      'kk=моя политика.txt',
      '--id',
      'my-policy',
      '--site',
      'https://a.kz/p/',
    ];
    const tail = '--document "kk=моя политика.txt" --id my-policy --site https://a.kz/p/';
    for (const [given, env, command] of [
      [[], {}, `ipsm-policy init ${tail}`],
      [['--lang', 'en'], {}, `ipsm-policy init --lang en ${tail}`],
      [['--lang=en'], {npm_command: 'exec'}, `npx ipsm-policy init --lang en ${tail}`],
    ]) {
      const {status, stderr} = await policy(cwd, [...args, ...given], {lines, env});
      assert.equal(status, 130);
      const last = stderr.trim().split('\n').at(-1);
      assert.ok(last.endsWith(command), last);
      assert.ok(last.includes(cwd), last);
      lines.splice(0);
    }
    const before = await policy(cwd, ['--lang', 'en', ...args], {lines: []});
    assert.match(before.stderr, /ipsm-policy init --lang en /);
  });
});

describe('lines', () => {
  const printed = (lines, stream = {}) => {
    const out = Object.assign(new PassThrough(), stream);
    printLines(out, {NO_COLOR: '1'}, lines);
    return String(out.read());
  };

  it('end at a word on a terminal, set in like their beginning, and never within a command', () => {
    const terminal = {isTTY: true, columns: 30};
    assert.equal(
      printed(['  + один два три четыре пять шесть семь'], terminal),
      '  + один два три четыре пять\n    шесть семь\n',
    );
    assert.equal(
      printed(['Сначала посмотрите: npx ipsm-policy cancel 2026-12-15'], terminal),
      'Сначала посмотрите:\nnpx ipsm-policy cancel 2026-12-15\n',
    );
    assert.equal(
      printed(['file.yaml:12: one two three four five six'], terminal),
      'file.yaml:12: one two three\nfour five six\n',
    );
    const long = 'x'.repeat(70);
    assert.equal(printed([long], terminal), `${long}\n`);
    assert.equal(printed(['short'], terminal), 'short\n');
  });

  it('are whole where a program or a file gets them, or where they are code', async (t) => {
    const text = 'one two three four five six seven eight nine ten';
    assert.equal(printed([text], {columns: 30}), `${text}\n`);
    assert.equal(printed([text], {isTTY: true}), `${text}\n`);
    const cwd = await published(t);
    const wide = await policy(cwd, ['html']);
    const stdout = Object.assign(new PassThrough({highWaterMark: 2 ** 24}), {isTTY: true, columns: 20});
    await policy(cwd, ['html'], {stdout});
    assert.equal(String(stdout.read()), wide.stdout);
  });
});

describe('ipsm-policy show', () => {
  it('calls the first version the first, and later ones what they are', async (t) => {
    const cwd = await published(t);
    await renewed(cwd);
    await policy(cwd, announce('2027-01-15'), {
      now: LATER,
    });
    for (const [lang, first, later] of [
      ['kk', /2026-12-01.*алғашқы нұсқа/, /2027-01-15.*жаңа шарттар/],
      ['ru', /2026-12-01.*первая версия/, /2027-01-15.*новые условия/],
      ['en', /2026-12-01.*the first version/, /2027-01-15.*new terms/],
    ]) {
      const {stdout} = await policy(cwd, ['show', '--lang', lang], {now: LATER});
      assert.match(stdout, first);
      assert.match(stdout, later);
    }
    const fresh = await drafted(t);
    await look(fresh);
    await policy(fresh, ['publish', '--date', '2026-12-15', '--yes', '2026-12-15']);
    await policy(fresh, cancel('2026-12-15'));
    await policy(fresh, ['publish', '--date', '2026-12-20', '--yes', '2026-12-20']);
    const {stdout} = await policy(fresh, ['show']);
    assert.equal(stdout.match(/the first version/g).length, 2);
  });
});

describe('the examples of a notice', () => {
  const noticeOf = (lang, typed) => exampleNotice(lang, answersWith(typed));

  it('say where consent is withdrawn', () => {
    const withdrawal = 'https://a.kz/my-consent';
    for (const lang of LANGS) {
      const {details} = noticeOf(lang, {withdrawal});
      const {text} = details.find(({id}) => id === 'withdrawal');
      assert.ok(text.includes(withdrawal) && text.includes(ANSWERS.email), text);
      assert.ok(
        !noticeOf(lang, {})
          .details.find(({id}) => id === 'withdrawal')
          .text.includes('https'),
      );
    }
  });

  it('mark a heading with a name that is in another language', () => {
    for (const [name, ...marked] of [
      ['ТОО «Ромашка»', 'kk', 'en'],
      ['«Түймедақ» ЖШС', 'ru', 'en'],
      ['Romashka LLP', 'kk', 'ru'],
      ['IPSM'],
      ['ИП Иванов', 'kk', 'en'],
    ])
      assert.deepEqual(
        LANGS.filter((lang) => /^\[(ҮЛГІ|ПРИМЕР|EXAMPLE)\]/.test(noticeOf(lang, {name}).title)),
        marked,
        name,
      );
  });

  it('ask for words in place of the technical name of a purpose', async (t) => {
    const purposes = `${ANSWERS.purposes}, конкурсы 1.6 по желанию`;
    for (const [lang, pattern] of [
      ['kk', /сөзбен/],
      ['ru', /словами/],
      ['en', /in words/],
    ])
      assert.match(noticeOf(lang, {purposes}).purposes.konkursy, pattern);
    const cwd = folder(t);
    await does(cwd, ['init', ...flags({...ANSWERS, purposes})]);
    edit(cwd, 'draft/notice.ru.yaml', /\[ПРИМЕР\] (.*)«konkursy»/, '$1«конкурсы»');
    const {stderr} = await policy(cwd, ['check', '--lang', 'ru']);
    assert.match(stderr, /konkursy: остался текст из примера: «.*словами/);
  });
});
