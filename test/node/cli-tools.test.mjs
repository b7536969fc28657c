import {PGlite} from '@electric-sql/pglite';
import assert from 'node:assert/strict';
import {constants} from 'node:buffer';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';
import {canonicalJson, wireJson} from '../../dist/core/index.js';
import {createLedger, createVerifier, fromPGlite, migrate} from '../../dist/server/index.js';
import {csvRows} from '../../out/src/cli/csv.js';
import {disk} from '../../out/src/cli/folder/disk.js';
import {WORDS} from '../../out/src/cli/words/languages.js';
import {
  ANSWERS,
  CORRECT,
  DIST,
  does,
  edit,
  flags,
  folder,
  LANGS,
  mend,
  mended,
  policy,
  policyJson,
  POLICY_TEXT,
  published,
  read,
  recordFor,
  uploaded,
  write,
} from '../cli/desk.mjs';

describe('ipsm-policy verify', () => {
  it('checks records, one a line, and says which line is wrong', async (t) => {
    const cwd = await published(t);
    const good = await recordFor(cwd);
    const altered = {...good, data: good.data.slice(1)};
    write(
      cwd,
      'records.jsonl',
      `${wireJson(good)}\r\n\n${canonicalJson(good)}\n${wireJson(altered)}\nnonsense\n`,
    );
    const {status, json} = await policyJson(cwd, ['verify', 'records.jsonl']);
    assert.deepEqual([status, json.good, json.wrong], [1, 2, 2]);
    assert.deepEqual(
      [...new Set(json.errors.map(({line, code}) => `${line} ${code}`))],
      ['4 altered', '5 json'],
    );
    const {stderr, stdout} = await policy(cwd, ['verify', 'records.jsonl']);
    assert.match(stderr, /^records\.jsonl:4: altered data/m);
    assert.match(stdout, /Good records: 2; wrong: 2\./);
    for (const [lang, sentence, none] of [
      ['kk', 'Жазба жарияланған мәтінге сәйкес келмейді', 'бірде-бір жазба жоқ'],
      ['ru', 'Запись не соответствует опубликованному тексту', 'нет ни одной записи'],
      ['en', 'data is \\[', 'no record'],
    ]) {
      const said = (await policy(cwd, ['verify', 'records.jsonl', '--lang', lang])).stderr;
      assert.match(said, new RegExp(`^records\\.jsonl:4: altered data[^:]*: ${sentence}`, 'm'));
      if (lang !== 'en')
        assert.doesNotMatch(said.replace(/^records\.jsonl:\d+: \S+( \S+)?: /gm, ''), /[a-z]{3}/i);
      write(cwd, 'empty.jsonl', '\n');
      const empty = await policy(cwd, ['verify', 'empty.jsonl', '--lang', lang]);
      assert.ok(empty.stdout.includes(none), empty.stdout);
    }
    write(cwd, 'records.jsonl', wireJson(good));
    await does(cwd, ['verify', 'records.jsonl']);
  });

  it('checks what the ledger exports, in either format, and says in which line a wrong record begins', async (t) => {
    const cwd = await published(t);
    const pglite = await PGlite.create();
    t.after(() => pglite.close());
    const database = fromPGlite(pglite);
    await migrate(database);
    const ledger = createLedger(database, {verifier: await createVerifier(uploaded(cwd))});
    const subject = 'a "person",\nin two lines';
    for (const n of [1, 2, 3]) {
      const id = `6b4f5a3e-0d0e-4d66-9a55-6a1d0f0f9a1${n}`;
      const entry = wireJson(await recordFor(cwd, {id, subject: {ref: subject, nameFields: []}}));
      await ledger.keep(entry, {subject});
    }
    for (const [format, line] of [
      ['jsonl', 2],
      ['csv', 4],
    ]) {
      const pieces = [];
      for await (const piece of ledger.exportSubject(subject, format)) pieces.push(piece);
      assert.equal(pieces.length, format === 'csv' ? 4 : 3);
      write(cwd, `records.${format}`, pieces.join(''));
      assert.match(
        (await policy(cwd, ['verify', `records.${format}`])).stdout,
        /Good records: 3; wrong: 0\./,
      );

      pieces[pieces.length - 2] = pieces.at(-2).replace(/(automated"+:)true/, '$1false');
      write(cwd, `records.${format}`, pieces.join(''));
      const {status, json} = await policyJson(cwd, ['verify', `records.${format}`]);
      const [{line: found, code, path}] = json.errors;
      assert.deepEqual([status, json.good, json.wrong], [1, 2, 1]);
      assert.deepEqual([found, code, path], [line, 'altered', 'automated']);
    }
  });

  for (const [what, text, cells] of [
    ['quotes', 'a,"b ""c"" d",""\n', [['a', 'b "c" d', '']]],
    [
      'line breaks and commas in quotes',
      '"a\nb,c",d\n\n"",e',
      [
        ['a\nb,c', 'd'],
        ['', 'e'],
      ],
    ],
    ['a cell of quotes alone', '"""",x\n', [['"', 'x']]],
    ['an empty last cell', 'a,\n', [['a', '']]],
    ['a quote within a cell', 'a"b,c\n', [['a"b', 'c']]],
    ['a quote that none closes', 'a,"b\nc', [['a', 'b\nc']]],
    ['nothing', '', []],
  ]) {
    it(`reads a table with ${what}`, () => {
      assert.deepEqual(
        csvRows(text).map((row) => row.cells),
        cells,
      );
    });
  }

  it('says of a row without an entry that it is no record', async (t) => {
    const cwd = await published(t);
    write(cwd, 'records.csv', '\ufeffid,entry\r\nx\r\n');
    const {json} = await policyJson(cwd, ['verify', 'records.csv']);
    assert.deepEqual(
      json.errors.map(({line, code}) => [line, code]),
      [[2, 'json']],
    );
  });

  it('takes a record of an earlier release, and none on an archive that was edited', async (t) => {
    const cwd = await published(t);
    write(cwd, 'records.jsonl', wireJson(await recordFor(cwd)));
    await mended(cwd);
    const now = new Date('2026-12-02T07:00:00Z');
    await does(cwd, CORRECT, {now});
    await does(cwd, ['verify', 'records.jsonl']);
    edit(cwd, 'archive/0002/policy.json', 'hello@ipsm.kz', 'other@ipsm.kz');
    const {status, json} = await policyJson(cwd, ['verify', 'records.jsonl']);
    assert.equal(status, 1);
    assert.deepEqual(
      json.archive.map(({code}) => code),
      ['release-altered'],
    );
    assert.equal((await policy(cwd, ['verify', 'none.jsonl'])).status, 2);
  });
});

describe('a file that a person names', () => {
  const SAID = {
    kk: {none: /«.*x\.txt» файлы табылмады/, folder: /«draft» – файл емес, бума/, garbled: /UTF-8/},
    ru: {none: /Файл «.*x\.txt» не найден/, folder: /«draft» — это папка, а не файл/, garbled: /UTF-8/},
    en: {none: /no file .*x\.txt/, folder: /“draft” is a folder and not a file/, garbled: /UTF-8/},
  };

  for (const lang of LANGS) {
    it(`is told in a sentence where it is not there, is a folder or is garbled: ${lang}`, async (t) => {
      const cwd = await published(t);
      const empty = folder(t);
      for (const root of [cwd, empty]) write(root, 'draft/old.txt', Buffer.from('\xcf\xee', 'latin1'));
      const {none, folder: isFolder, garbled} = SAID[lang];
      for (const [file, code, pattern] of [
        ['x.txt', 'no-file', none],
        ['draft/old.txt/x.txt', 'no-file', none],
        ['draft', 'no-file', isFolder],
        ['draft/old.txt', 'encoding', garbled],
      ]) {
        for (const [root, args] of [
          [cwd, ['verify', file]],
          [empty, ['init', '--answers', file]],
          [empty, ['init', ...flags(ANSWERS), '--document', `kk=${file}`]],
        ]) {
          const {status, json} = await policyJson(root, [...args, '--lang', lang]);
          const {code: found, file: where, message} = json.errors[0];
          assert.deepEqual([status, found, where], [2, code, file], args.join(' '));
          assert.match(message, pattern);
        }
      }
    });
  }
});

describe('a file that is too large', () => {
  const SAID = {kk: /тым үлкен.*бөліп/, ru: /слишком большой.*Разделите/, en: /too large.*Split it/};
  const tooLarge = {
    'to be read': () => Promise.reject(Object.assign(new Error('2 GiB'), {code: 'ERR_FS_FILE_TOO_LARGE'})),
    'for a text': () => Promise.resolve(Buffer.alloc(constants.MAX_STRING_LENGTH + 1)),
  };

  for (const [what, readFile] of Object.entries(tooLarge)) {
    it(`is called that, and not garbled: ${what}`, async (t) => {
      const cwd = await published(t);
      const broken = {
        ...disk,
        readFile: (path) => (path.endsWith('records.jsonl') ? readFile() : disk.readFile(path)),
      };
      for (const lang of LANGS) {
        const args = ['verify', 'records.jsonl', '--lang', lang];
        const {status, json} = await policyJson(cwd, args, {disk: broken});
        assert.deepEqual([status, json.errors[0].code], [2, 'file-too-large']);
        assert.match(json.errors[0].message, SAID[lang]);
      }
    });
  }

  it('is told in a sentence where nobody named it', async (t) => {
    const cwd = await published(t);
    const error = Object.assign(new Error('2 GiB'), {
      code: 'ERR_FS_FILE_TOO_LARGE',
      path: 'document.kk.html',
    });
    const broken = {
      ...disk,
      readFile: (path) => (path.includes('draft') ? Promise.reject(error) : disk.readFile(path)),
    };
    const {status, stderr} = await policy(cwd, ['check'], {disk: broken});
    assert.equal(status, 1);
    assert.match(stderr, /cannot be written or read \(document\.kk\.html, ERR_FS_FILE_TOO_LARGE\)/);
  });
});

describe('ipsm-policy html, show, diff and export', () => {
  it('prints what a page needs, as characters of any encoding', async (t) => {
    const cwd = await published(t);
    for (const lang of LANGS) {
      const {stdout} = await does(cwd, ['html', '--language', lang, '--inline', '--name', 'user[consent]']);
      assert.match(stdout, /^[\x20-\x7e\n]+$/);
      assert.match(stdout, /<ipsm-consent-checkbox name="user\[consent\]" subject-fields="surname given">/);
      assert.match(stdout, /integrity="sha384-[\w+/=]+"/);
      const [, inline] =
        /data-ipsm-manifest="https:\/\/ipsm\.kz\/policy\/policy\.json">([^<]+)<\/script>/.exec(stdout);
      assert.deepEqual(JSON.parse(inline), uploaded(cwd));
      const {agree} = uploaded(cwd).releases[0].notice[lang];
      const said = stdout.replace(/&#x(\w+);/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));
      assert.ok(said.includes(agree));
      for (const {text} of uploaded(cwd).releases[0].notice[lang].points)
        assert.ok(said.includes(text), text);
      const {purposes} = uploaded(cwd).releases[0].notice[lang];
      assert.deepEqual(
        [...stdout.matchAll(/<ipsm-consent-checkbox name="(\w+)" purpose="\1">/g)].map(([, id]) => id),
        ['ads', 'research'],
      );
      for (const id of ['ads', 'research']) {
        assert.ok(said.includes(purposes[id]), purposes[id]);
        assert.match(stdout, new RegExp(`<input [^>]*name="${id}"`));
      }
      assert.match(said, {kk: /\(міндетті\)/, ru: /\(обязательно\)/, en: /\(required\)/}[lang]);
      assert.match(stdout, /<link rel="stylesheet" href="ipsm-consent-fallback\.css" integrity="sha384-/);
      // what a server makes the record of, where the form is sent without script
      const [, notice] = /name="user\[consent-notice\]" value="([^"]*)"/.exec(stdout);
      const verifier = await createVerifier(uploaded(cwd));
      const fields = new URLSearchParams({'user[consent]': 'on', 'user[consent-notice]': notice});
      const verdict = await verifier.acceptFallback(fields, {name: 'user[consent]', now: new Date()});
      assert.deepEqual(verdict.errors ?? [], []);
    }
    assert.equal((await policy(cwd, ['html', '--language', 'xx'])).status, 2);
    const beside = await policy(cwd, ['html']);
    assert.match(
      beside.stderr,
      /ipsm-consent\.min\.js, ipsm-consent-fallback\.css are in the folder dist\/cdn/,
    );
    const elsewhere = await policy(cwd, ['html', '--script', 'https://cdn.example/ipsm-consent.min.js']);
    assert.equal(elsewhere.stderr, '');
    edit(cwd, 'settings.yaml', /^site: .*/m, 'site:');
    assert.match((await policy(cwd, ['html'])).stderr, /line site of settings\.yaml/);
  });

  it('puts the styles into the page if it is told to, with the hash that a strict policy needs', async (t) => {
    const cwd = await published(t);
    for (const lang of LANGS) {
      const {stdout, stderr} = await policy(cwd, ['html', '--inline-styles', '--lang', lang]);
      const [, styles] = /<style>([^<]+)<\/style>/.exec(stdout);
      assert.equal(styles, read(DIST, 'cdn/ipsm-consent-fallback.css').trim());
      assert.match(stdout, /^[\x20-\x7e\n]+$/);
      assert.doesNotMatch(stdout + stderr, /ipsm-consent-fallback\.css/);
      const hash = createHash('sha256').update(styles).digest('base64');
      assert.ok(stderr.includes(`'sha256-${hash}'`), stderr);
    }
  });

  it('gives a script file its own digest or none, whatever follows its name, and says where it has none', async (t) => {
    const cwd = await published(t);
    const digests = JSON.parse(read(DIST, 'sri.json'));
    for (const [script, file, styles] of [
      ['/js/ipsm-consent.min.js?v=2', 'ipsm-consent.min.js', '/js/'],
      ['/js/ipsm-consent.min.js?from=a/b.js#top', 'ipsm-consent.min.js', '/js/'],
      ['ipsm-consent-checkbox.kk.min.js', 'ipsm-consent-checkbox.kk.min.js', ''],
      ['/js/kk.min.js', undefined, '/js/'],
      ['/js/consent.min.js', undefined, '/js/'],
      ['/js/', undefined, '/js/'],
      ['/js/constructor', undefined, '/js/'],
    ]) {
      const {stdout, stderr} = await does(cwd, ['html', '--script', script]);
      const [, found] = /data-ipsm-policy-id="[^"]*"(?: integrity="([^"]*)")?/.exec(stdout);
      assert.equal(found, file && digests[file], script);
      assert.ok(stdout.includes(`href="${styles}ipsm-consent-fallback.css"`), stdout);
      assert.equal(/lacks the attribute integrity/.test(stderr), file === undefined, script);
      assert.equal(/dist\/cdn of the package ipsm-consent. Copy/.test(stderr), !script.includes('/'));
    }
    for (const [lang, sentence] of [
      ['kk', /integrity атрибуты жоқ/],
      ['ru', /нет атрибута integrity/],
    ])
      assert.match(
        (await policy(cwd, ['html', '--language', 'en', '--script', '/js/a.js', '--lang', lang])).stderr,
        sentence,
      );
  });

  it('gives no two boxes one name, and none to no box', async (t) => {
    const cwd = await published(t);
    for (const [lang, needed, taken] of [
      ['kk', /атауы болуы керек/, /ads, research деп аталады.*«ads»/],
      ['ru', /должно быть имя/, /называются ads, research.*«ads»/],
      ['en', /needs a name/, /called ads, research.*“ads”/],
    ]) {
      for (const [name, pattern] of [
        ['', needed],
        [' ', needed],
        ['ads', taken],
      ]) {
        const {status, json} = await policyJson(cwd, ['html', '--name', name, '--lang', lang]);
        assert.deepEqual([status, json.errors?.[0].code], [2, 'name'], name);
        assert.match(json.errors[0].message, pattern);
      }
    }
  });

  it('shows every line in which two versions differ', async (t) => {
    const cwd = await published(t);
    assert.match((await policy(cwd, ['diff', '2026-12-01', 'draft'])).stdout, /There is no difference/);
    mend(cwd, 'Mended.');
    edit(cwd, 'draft/document.kk.txt', 'Пайдаланушы', 'Пайдаланушы –');
    const {json} = await policyJson(cwd, ['diff', '2026-12-01', 'draft']);
    assert.deepEqual(
      json.differences.map(({path}) => path),
      ['documents.kk', 'notice.kk.brief', 'notice.ru.brief', 'notice.en.brief'],
    );
  });

  it('says what differs as a person would: names of questions, terms, countries, yes and no', async (t) => {
    const cwd = await published(t);
    edit(cwd, 'draft/answers.yaml', /^term: .*/m, 'term: 3 years');
    edit(cwd, 'draft/answers.yaml', /^public: .*/m, 'public: no');
    edit(cwd, 'draft/answers.yaml', /^abroad: .*/m, 'abroad: DE, US');
    edit(cwd, 'draft/answers.yaml', /- contact 2.2.3/, '- contact 2.2.3 optional');
    for (const lang of LANGS) {
      const notice = `draft/notice.${lang}.yaml`;
      const [row] = /^ {2}- id: term\n( {4}.*\n| {6}.*\n)*/m.exec(read(cwd, notice));
      edit(cwd, notice, row, '');
      edit(cwd, notice, /^details:\n/m, `details:\n${row}`);
    }
    const wanted = {
      kk: [
        'келісім мерзімі (answers.yaml · term)',
        '  + 3 жыл',
        '  + жоқ',
        '  + Германия, АҚШ',
        'міндетті емес',
        '  + «Толығырақ» бөлігінде',
      ],
      ru: [
        'срок действия согласия (answers.yaml · term)',
        '  + 3 года',
        '  + нет',
        '  + Германия, США',
        'по желанию',
        '  + в разделе «Подробнее»',
      ],
      en: [
        'how long consent lasts (answers.yaml · term)',
        '  + 3 years',
        '  + no',
        '  + Germany, United States',
        'optional',
        '  + under “More”',
      ],
    };
    for (const [lang, lines] of Object.entries(wanted)) {
      const {stdout} = await policy(cwd, ['diff', '2026-12-01', 'draft', '--lang', lang]);
      for (const line of lines)
        assert.ok(stdout.replaceAll('\u00a0', ' ').includes(line), `${line}\n${stdout}`);
      assert.doesNotMatch(stdout, /P3Y|dpv:|true|false|layer|\.order/);
    }
  });

  it('writes a version as a document with every word of it, the full text and what the buttons say', async (t) => {
    const cwd = await published(t);
    const clauses = POLICY_TEXT.split('\n').filter((line) => /^\d+\.\d+[^<>"&]*$/.test(line));
    for (const [lang, buttons] of [
      ['kk', /Батырмалар/],
      ['ru', /Кнопки/],
      ['en', /Buttons/],
    ]) {
      const {status, json} = await policyJson(cwd, ['export', '2026-12-01', '--lang', lang]);
      assert.deepEqual([status, json.file], [0, 'export/2026-12-01.html']);
      const page = read(cwd, json.file);
      assert.match(page, buttons);
      assert.match(page, /preamble/);
      for (const line of clauses.slice(0, 5)) assert.ok(page.includes(line.trim().slice(0, 60)), line);
      const [release] = uploaded(cwd).releases;
      const escaped = (text) =>
        text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
      for (const notice of Object.values(release.notice)) {
        for (const {text} of [...notice.points, ...notice.details])
          assert.ok(page.includes(escaped(text)), text);
        assert.ok(page.includes(escaped(notice.agree)));
      }
      assert.ok(page.includes(release.documents.kk.sha256));
      assert.doesNotMatch(page, /undefined|\[object/);
    }
  });
});

describe('the words of ipsm-policy', () => {
  const strings = (value, path = '') =>
    typeof value === 'string'
      ? [[path, value]]
      : typeof value === 'function'
        ? [[path, String(value)]]
        : Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));

  it('say nothing that only a developer understands', () => {
    const jargon = /manifest|манифест|digest|дайджест|хеш|\bSRI\b|\block\b|editorial|material\b|\bschema\b/i;
    for (const [lang, words] of Object.entries(WORDS)) {
      for (const [path, text] of strings(words)) {
        const said = text.replace(/'editorial'/g, '');
        assert.doesNotMatch(said, jargon, `${lang}${path}`);
        assert.notEqual(text.trim(), '', `${lang}${path}`);
      }
    }
  });

  it('end a sentence about a date with one full stop, and say of a version what became of it', () => {
    const release = {
      version: '2026-12-15',
      effectiveFrom: '2026-12-15T00:00:00+05:00',
      change: 'material',
      cancelled: null,
    };
    const wanted = {
      kk: {
        from: 'Күшіне ену күні: 2026 жылғы 15 желтоқсан.',
        past: /бұрын күшінде болған \(күшіне енген күні: 2026 жылғы/,
        cancelled: /күші жойылған, күшіне енбейді/,
      },
      ru: {
        from: 'Вступает в силу: 15 декабря 2026 года.',
        past: /действовала с 15 декабря 2026 года/,
        cancelled: /отменена, в силу не вступит/,
      },
      en: {
        from: 'In force from: 15 December 2026.',
        past: /was in force from 15 December 2026/,
        cancelled: /cancelled, will not come into force/,
      },
    };
    for (const [lang, words] of Object.entries(WORDS)) {
      const {from, ...states} = wanted[lang];
      const begins = release.effectiveFrom;
      assert.equal(words.inForceFrom(begins).replaceAll('\u00a0', ' '), from);
      for (const said of [words.published(release), words.whatHappens(release, undefined)])
        assert.ok(said.replaceAll('\u00a0', ' ').endsWith(` ${from}`), said);
      for (const [state, pattern] of Object.entries(states))
        assert.match(
          words.listed('2026-12-15', state, 'material', begins).replaceAll('\u00a0', ' '),
          pattern,
        );
      assert.doesNotMatch(words.inForceFrom(null), /null|undefined|:/);
    }
  });

  it('speak the language that is asked for, else the environment’s', async (t) => {
    const cwd = await published(t);
    for (const [args, env, pattern] of [
      [['--lang', 'kk'], {LANG: 'ru_RU.UTF-8'}, /Күшінде|күшінде/],
      [['--lang=ru'], {LANG: 'en_US.UTF-8'}, /действует/],
      [[], {LANG: 'kk_KZ.UTF-8'}, /күшінде/],
      [[], {LANG: 'en_US.UTF-8', LC_ALL: 'ru_KZ.UTF-8'}, /действует/],
      [[], {LANG: 'en'}, /in force/],
    ]) {
      assert.match((await policy(cwd, ['show', ...args], {env})).stdout, pattern);
    }
    assert.equal((await policy(cwd, ['show', '--lang', 'fr'])).status, 2);
  });
});
