import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, rmSync, utimesSync} from 'node:fs';
import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import {describe, it} from 'node:test';
import {readState} from '../../out/src/cli/preview/state.js';
import {
  ANEW,
  announce,
  cancel,
  checked,
  CORRECT,
  corrected,
  deskIn,
  does,
  drafted,
  edit,
  FIRST,
  ID,
  inFiles,
  LANGS,
  LATER,
  look,
  mended,
  newTerms,
  policy,
  policyJson,
  previewed,
  published,
  read,
  renewed,
  sayChanges,
  uploaded,
  write,
} from '../cli/desk.mjs';

const files = (...path) => readdirSync(join(...path)).sort();
/** Every file of a folder with its text. */
const filesIn = (...path) => files(...path).map((name) => [name, read(...path, name)]);

describe('ipsm-policy publish', () => {
  it('freezes a first release: manifest, documents and the draft it was made of', async (t) => {
    const cwd = await published(t);
    const {releases, id, jurisdiction} = uploaded(cwd);
    assert.deepEqual([id, jurisdiction, releases.length], [ID, 'KZ', 1]);
    assert.deepEqual(
      [releases[0].version, releases[0].effectiveFrom, releases[0].change, releases[0].cancelled],
      ['2026-12-01', '2026-12-01T12:00:00+05:00', 'material', null],
    );
    assert.deepEqual(files(cwd, 'upload'), ['2026-12-01.kk.html', 'policy.json']);
    assert.deepEqual(files(cwd, 'archive/0001'), ['2026-12-01.kk.html', 'draft', 'policy.json']);
    assert.equal(read(cwd, 'archive/0001/policy.json'), read(cwd, 'upload/policy.json'));
    for (const name of files(cwd, 'draft')) {
      assert.equal(read(cwd, 'archive/0001/draft', name), read(cwd, 'draft', name), name);
    }
  });

  it('gives the same when it is run again, and mends the folder to upload', async (t) => {
    const cwd = await published(t);
    const before = read(cwd, 'upload/policy.json');
    write(cwd, 'upload/policy.json', '{}');
    write(cwd, 'upload/2026-12-01.kk.html', 'tampered');
    const {status, json} = await policyJson(cwd, FIRST, {now: LATER});
    assert.deepEqual([status, json.published, json.version], [0, false, '2026-12-01']);
    assert.equal(read(cwd, 'upload/policy.json'), before);
    assert.equal(read(cwd, 'upload/2026-12-01.kk.html'), read(cwd, 'archive/0001/2026-12-01.kk.html'));
    assert.deepEqual(files(cwd, 'archive'), ['0001']);
  });

  it('publishes a correction, asking nothing but whether it means the same, and the version', async (t) => {
    const cwd = await published(t);
    await mended(cwd);
    const {stdout, stderr} = await does(cwd, ['publish', '--correction'], {
      now: LATER,
      lines: ['yes', '2026-12-01', '2026-12-02'],
    });
    assert.match(stderr, /notice\.kk\.yaml · brief\n {2}- .*\n {2}\+ Mended\./);
    assert.match(stderr, /The version is not called that/);
    assert.match(stdout, /nobody is asked again/);
    assert.deepEqual(
      uploaded(cwd).releases.map(({version, change}) => [version, change]),
      [
        ['2026-12-01', 'material'],
        ['2026-12-02', 'editorial'],
      ],
    );
    assert.deepEqual(files(cwd, 'upload'), ['2026-12-01.kk.html', '2026-12-02.kk.html', 'policy.json']);
  });

  it('asks at the terminal what is published and when', async (t) => {
    const cwd = await published(t);
    await renewed(cwd, 'Anew:');
    const {stderr} = await does(cwd, ['publish'], {
      now: LATER,
      lines: ['', '2', 'soon', '2026-11-30', '2027-01-01', '2027-01-01'],
    });
    assert.match(stderr, /Write 1 or 2/);
    assert.match(stderr, /“soon” is not a valid date/);
    assert.match(stderr, /2026-11-30: that time has passed/);
    assert.match(stderr, /Everybody who agreed before is asked again/);
    const release = uploaded(cwd).releases[1];
    assert.deepEqual(
      [release.version, release.effectiveFrom, release.notice.ru.changes],
      ['2027-01-01', '2027-01-01T00:00:00+05:00', ['NewsAnew: ru']],
    );
  });

  it('leaves lines on an earlier change out of a correction', async (t) => {
    const cwd = await published(t);
    await renewed(cwd, 'Anew:');
    await does(cwd, ANEW, {now: LATER});
    await mended(cwd);
    await does(cwd, [...CORRECT.slice(0, -1), '2026-12-02-2'], {now: LATER});
    assert.deepEqual(
      uploaded(cwd).releases.map(({notice}) => notice.en.changes),
      [undefined, ['NewsAnew: en'], undefined],
    );
  });

  it('puts a release in force at once while another is announced, and cancels the announced one', async (t) => {
    const cwd = await published(t);
    await renewed(cwd, 'Announced:');
    await does(cwd, announce('2027-01-01'), {now: LATER});
    await renewed(cwd, 'Emergency:');
    await does(cwd, ANEW, {now: LATER});
    const refused = await policy(cwd, cancel('2026-12-02'), {now: LATER});
    assert.match(refused.stderr, /2026-12-02 is in force already and cannot be cancelled/);
    const unsure = await policy(cwd, ['cancel', '2027-01-01'], {now: LATER});
    assert.deepEqual([unsure.status, uploaded(cwd).releases[1].cancelled], [1, null]);
    await does(cwd, cancel('2027-01-01'), {now: LATER});
    assert.equal(
      uploaded(cwd).releases.find(({version}) => version === '2027-01-01').cancelled,
      '2026-12-02T12:00:00+05:00',
    );
    await does(cwd, cancel('2027-01-01'), {now: LATER});
    assert.equal(files(cwd, 'archive').length, 4);
    const {json} = await policyJson(cwd, ['show'], {now: LATER});
    assert.deepEqual(
      json.releases.map(({version, state}) => [version, state]),
      [
        ['2026-12-01', 'past'],
        ['2026-12-02', 'in-force'],
        ['2027-01-01', 'cancelled'],
      ],
    );
  });

  it('lets no two releases begin at one moment', async (t) => {
    const cwd = await published(t);
    await renewed(cwd, 'Announced');
    await does(cwd, announce('2027-01-01'), {now: LATER});
    await renewed(cwd, 'Another');
    const taken = await policy(cwd, announce('2027-01-01', '2027-01-01-2'), {now: LATER});
    assert.equal(taken.status, 1);
    assert.match(taken.stderr, /2027-01-01 comes into force at that very time/);
    await does(cwd, cancel('2027-01-01'), {now: LATER});
    await does(cwd, announce('2027-01-01', '2027-01-01-2'), {now: LATER});
  });

  it('refuses to make new terms of an announced correction', async (t) => {
    const cwd = await published(t);
    await mended(cwd);
    await does(cwd, [...CORRECT.slice(0, -1), '2027-01-01', '--date', '2027-01-01'], {now: LATER});
    await renewed(cwd, 'Emergency:');
    const {status, stderr} = await policy(cwd, ANEW, {now: LATER});
    assert.equal(status, 1);
    assert.match(stderr, /2027-01-01 is announced as a correction.*ipsm-policy cancel 2027-01-01/);
  });

  it('makes the draft of a published release anew, and keeps what was not published aside', async (t) => {
    const cwd = await published(t);
    const was = read(cwd, 'draft/notice.kk.yaml');
    newTerms(cwd, 'Unpublished:');
    const {status, json} = await policyJson(cwd, ['restore', '2026-12-01']);
    assert.equal(status, 0);
    assert.equal(read(cwd, 'draft/notice.kk.yaml'), was);
    assert.match(read(cwd, json.aside, 'notice.kk.yaml'), /Unpublished:/);
    assert.equal((await policyJson(cwd, ['restore', '2026-12-01'])).json.aside, null);
  });

  for (const [what, change] of [
    ['lines on what changed', (cwd) => sayChanges(cwd)],
    [
      'an answer that no release holds',
      (cwd) => edit(cwd, 'draft/answers.yaml', /^approved: .*/m, 'approved: the director'),
    ],
    [
      'an open question that is open in other words',
      (cwd) => edit(cwd, 'draft/answers.yaml', /^bin: .*/m, 'bin: don’t know'),
    ],
    ['a remark', (cwd) => edit(cwd, 'draft/notice.kk.yaml', /^# /m, '# Ask Aigerim first. ')],
    ['a file of another name', (cwd) => write(cwd, 'draft/remarks.txt', 'Ask Aigerim first.')],
  ]) {
    it(`keeps a draft aside that differs in nothing but ${what}`, async (t) => {
      const cwd = await published(t);
      change(cwd);
      const before = filesIn(cwd, 'draft');
      const {json} = await policyJson(cwd, ['restore', '2026-12-01']);
      assert.equal(json.aside, 'draft 2026-12-01 12-00-00');
      assert.deepEqual(filesIn(cwd, json.aside), before);
      assert.deepEqual(filesIn(cwd, 'draft'), filesIn(cwd, 'archive/0001/draft'));
    });
  }

  it('keeps no draft aside that the archive has, in force, past or cancelled: it can be restored', async (t) => {
    const cwd = await published(t);
    const does = async (...args) => assert.equal((await policy(cwd, args, {now: LATER})).status, 0, args);
    await mended(cwd);
    await does('publish', '--correction', '--same-meaning', '--yes', '2026-12-02');
    await renewed(cwd, 'Announced:');
    await does('publish', '--new-terms', '--date', '2027-01-01', '--yes', '2027-01-01');
    await does('cancel', '2027-01-01', '--yes', '2027-01-01');
    for (const [version, entry] of [
      ['2026-12-01', '0001'],
      ['2026-12-02', '0002'],
      ['2027-01-01', '0003'],
      ['2026-12-02', '0002'],
    ]) {
      const {json} = await policyJson(cwd, ['restore', version], {now: LATER});
      assert.deepEqual([json.version, json.aside], [version, null]);
      assert.deepEqual(filesIn(cwd, 'draft'), filesIn(cwd, `archive/${entry}/draft`));
    }
  });

  it('restores nothing from an archive that cannot be read, and says which file it is', async (t) => {
    const cwd = await corrected(t);
    write(cwd, 'archive/0001/policy.json', '{');
    const before = filesIn(cwd, 'draft');
    const {status, json} = await policyJson(cwd, ['restore', '2026-12-02'], {now: LATER});
    assert.deepEqual([status, json.errors?.[0].file], [1, 'archive/0001/policy.json']);
    assert.deepEqual(filesIn(cwd, 'draft'), before);
  });

  it('says of a date that it is none, of a version that it is unknown, of two kinds that one is enough', async (t) => {
    const cwd = await previewed(t);
    for (const [args, status, pattern] of [
      [['publish', '--date', '2026-02-30'], 1, /2026-02-30” is not a valid date/],
      [['publish', '--date', '2026-12-05T24:00:00'], 1, /is not a valid date/],
      [['publish', '--correction', '--new-terms'], 2, /Choose one/],
      [['publish'], 2, /--date 2026-12-01 or --date now/],
      [['publish', '--correction', '--yes', '2026-12-01'], 1, /nothing to correct/],
      [['publish', '--date', 'now', '--yes', '2026-12-01 '], 1, /You wrote “2026-12-01 ”/],
      [cancel('1'), 2, /no version “1”/],
      [['restore', '1'], 2, /no version “1”/],
      [['diff', '1', 'draft'], 2, /no version “1”/],
    ]) {
      const result = await policy(cwd, args);
      assert.equal(result.status, status, args.join(' '));
      assert.match(result.stderr, pattern);
    }
    await does(cwd, ['publish', '--date', '2026-12-05 09:30', '--yes', '2026-12-05']);
    assert.equal(uploaded(cwd).releases[0].effectiveFrom, '2026-12-05T09:30:00+05:00');
  });

  /** As after years: as many versions as take up so many bytes, with no full texts. */
  async function after(t, bytes) {
    const cwd = await published(t);
    const manifest = uploaded(cwd);
    const [release] = manifest.releases;
    const documents = {kk: {url: null, sha256: null, anchor: null}};
    const size = () => Buffer.byteLength(JSON.stringify(manifest)) + 1;
    for (let day = 1; size() < bytes; day++) {
      const [version] = new Date(Date.UTC(2010, 0, day)).toISOString().split('T');
      const earlier = {...release, documents, version, effectiveFrom: `${version}T00:00:00+05:00`};
      manifest.releases.unshift(earlier);
    }
    if (size() > bytes) manifest.releases.shift();
    for (const folder of ['archive/0001', 'upload'])
      write(cwd, `${folder}/policy.json`, `${JSON.stringify(manifest)}\n`);
    return {cwd, count: manifest.releases.length};
  }
  const MOST = 2 * 1024 * 1024;

  it('has room for a hundred versions of three languages, and writes nothing into the manifest for the eye', async (t) => {
    const {cwd, count} = await after(t, MOST * 0.79);
    assert.ok(count > 80, count);
    assert.deepEqual((await checked(cwd, {now: LATER})).warnings, []);
    await mended(cwd);
    const {status, json} = await policyJson(cwd, CORRECT, {now: LATER});
    assert.deepEqual([status, json.errors], [0, undefined]);
    const text = read(cwd, 'upload/policy.json');
    assert.equal(text, `${JSON.stringify(JSON.parse(text))}\n`);
  });

  for (const [lang, warning, full] of [
    ['kk', /8\d %-ын.*тағы шамамен \d+ сыяды/, /2 МБ-тан асады.*басқа id.*қайта сұралады/],
    ['ru', /8\d % от 2 МБ.*поместится ещё примерно \d+/, /больше 2 МБ.*с другим id.*спросят заново/],
    ['en', /8\d % of the 2 MB.*still fit: about \d+/, /over 2 MB.*under another id.*asked again/],
  ]) {
    it(`says in time that there is little room for more versions, and then what to do: ${lang}`, async (t) => {
      const args = [...CORRECT, '--lang', lang];
      const {cwd} = await after(t, MOST * 0.82);
      const {warnings} = (await policyJson(cwd, ['check', '--lang', lang], {now: LATER})).json;
      assert.deepEqual(inFiles(warnings), [['nearly-full', 'upload/policy.json']]);
      assert.match(warnings[0].message, warning);
      await mended(cwd);
      const {stderr} = await does(cwd, args, {now: LATER});
      assert.match(stderr, warning);
      const last = await after(t, MOST);
      await mended(last.cwd);
      const refused = await policyJson(last.cwd, args, {now: LATER});
      assert.deepEqual([refused.status, refused.json.errors[0].code], [1, 'too-large']);
      assert.match(refused.json.errors[0].message, full);
    });
  }

  it('completes a folder to upload that a killed run has left, says so, and clears away what it left', async (t) => {
    const cwd = await published(t);
    rmSync(join(cwd, 'upload/policy.json'));
    const left = ['upload/.policy.json.8c1f.tmp', 'archive/.new-8c1f/draft'];
    for (const name of left) mkdirSync(join(cwd, name), {recursive: true});
    const long = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    for (const name of [left[0], 'archive/.new-8c1f']) utimesSync(join(cwd, name), long, long);
    write(cwd, 'upload/.policy.json.now.tmp', 'somebody writes it right now');
    const {stdout} = await does(cwd, FIRST, {now: LATER});
    assert.match(stdout, /The folder upload has been completed\.\nNow copy the folder upload/);
    assert.deepEqual(files(cwd, 'upload'), ['.policy.json.now.tmp', '2026-12-01.kk.html', 'policy.json']);
    assert.deepEqual(files(cwd, 'archive'), ['0001']);
    assert.match((await policy(cwd, FIRST, {now: LATER})).stdout, /The folder upload is in order/);
  });

  it('says of a first version with a day to come what it does until then, and lets it be cancelled', async (t) => {
    const cwd = await previewed(t);
    const first = await does(cwd, ['publish', '--date', '2026-12-15', '--yes', '2026-12-15']);
    const until = /comes into force: .*December.*site shows this one and asks for consent as soon as/;
    assert.match(first.stdout, until);
    assert.match(first.stdout, /Until it is copied, the site has no policy/);
    assert.match(first.stdout, /opens at https:\/\/ipsm\.kz\/policy\/policy\.json/);
    const shown = await policy(cwd, ['show'], {now: LATER});
    assert.match(shown.stdout, /2026-12-15: announced/);
    assert.match(shown.stdout, until);
    await mended(cwd);
    const way = /2026-12-15, is not in force yet.*ipsm-policy cancel 2026-12-15/;
    assert.match((await policy(cwd, ['check'], {now: LATER})).stdout, way);
    const refused = await policy(cwd, ['publish', '--correction', '--yes', '2026-12-02'], {now: LATER});
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, way);
    const cancelled = await does(cwd, cancel('2026-12-15'), {now: LATER});
    assert.match(cancelled.stdout, /Now no version is in force/);
    assert.match(
      cancelled.stdout,
      /the site still has the cancelled version 2026-12-15, and there it comes into force \(.*December/,
    );
    assert.equal((await checked(cwd, {now: LATER})).publishableAs, 'first');
    const again = await does(cwd, ['publish'], {now: LATER, lines: ['2026-12-15', '2026-12-15-2']});
    // The site may have the one that was cancelled.
    assert.doesNotMatch(again.stdout, /the site has no policy/);
    assert.match(again.stdout, /Until then the site has the old text/);
  });

  it('says what stands in the way of a correction before it sends anybody to look, and nothing of changes', async (t) => {
    const cwd = await drafted(t);
    const nothing = await policy(cwd, ['publish', '--correction'], {lines: []});
    assert.deepEqual([nothing.status, /nothing to correct/.test(nothing.stderr)], [1, true]);
    assert.doesNotMatch(nothing.stderr, /ipsm-policy preview/);
    await look(cwd);
    await policy(cwd, ['publish', '--date', '2026-12-15', '--yes', '2026-12-15']);
    newTerms(cwd, 'Anew');
    for (const lang of LANGS) edit(cwd, `draft/notice.${lang}.yaml`, /^changes:[^]*$/m, 'changes:\n');
    const {status, stderr} = await policy(cwd, ['publish', '--correction'], {now: LATER, lines: []});
    assert.equal(status, 1);
    assert.match(stderr, /2026-12-15, is not in force yet.*ipsm-policy cancel 2026-12-15/);
    assert.doesNotMatch(stderr, /ipsm-policy preview/);
    const json = await checked(cwd, {now: LATER});
    assert.deepEqual([json.publishableAs, json.warnings], ['first', []]);
    const {findings} = await readState(await deskIn(cwd, {now: LATER}));
    assert.deepEqual(findings, []);
  });

  for (const [lang, kept, none] of [
    ['kk', /Келісім беріп үлгергендер болса.*жазбалар.*қайта сұралады/, /Келісім беріп үлгергендер болса/],
    ['ru', /Если кто-то уже дал согласие.*записи.*спросят заново/, /Если кто-то уже дал согласие/],
    ['en', /If anybody has agreed to it.*records.*asked again/, /If anybody has agreed to it/],
  ]) {
    it(`says before and after cancelling a first version what becomes of who agreed to it: ${lang}`, async (t) => {
      const cwd = await previewed(t);
      await policy(cwd, ['publish', '--date', '2026-12-15', '--yes', '2026-12-15']);
      const {stdout, stderr} = await does(cwd, ['cancel', '2026-12-15', '--lang', lang], {
        now: LATER,
        lines: ['2026-12-15'],
      });
      assert.match(stderr, kept);
      assert.match(stdout, kept);
      const later = await published(t);
      await renewed(later);
      await policy(later, announce('2027-01-15'), {now: LATER});
      const second = await does(later, ['cancel', '2027-01-15', '--lang', lang, '--yes', '2027-01-15'], {
        now: LATER,
      });
      // Until its day the site has asked about the version before it.
      assert.doesNotMatch(second.stdout, none);
    });
  }

  it('says, before it asks anything, that nobody has looked', async (t) => {
    const cwd = await drafted(t);
    const {status, stderr} = await policy(cwd, ['publish'], {lines: ['now']});
    assert.equal(status, 1);
    assert.doesNotMatch(stderr, /When does it come into force/);
    assert.match(stderr, /ipsm-policy preview/);
  });

  it('says of another date for what is published that nothing is published', async (t) => {
    const cwd = await previewed(t);
    const on = (date) => policy(cwd, ['publish', '--date', date, '--yes', '2026-12-15']);
    for (let times = 0; times < 2; times++) assert.equal((await on('2026-12-15')).status, 0);
    const {status, stderr} = await on('2026-12-20');
    assert.equal(status, 1);
    assert.match(stderr, /Not published: .*nothing new for 2026-12-20.*ipsm-policy cancel 2026-12-15/);
  });

  for (const [field, answer, asked] of [
    ['bin', '120140000126', 'BIN'],
    ['address', 'Almaty, Abay 1', 'legal address'],
    ['email', 'hello@ipsm.kz', 'e-mail'],
    ['url', 'https://ipsm.kz/', 'address of the site'],
  ]) {
    it(`asks whether to ask everybody again when something about the operator is filled in: ${field}`, async (t) => {
      const cwd = await drafted(t);
      // What says in the texts that it is not stated is another matter.
      edit(cwd, 'draft/answers.yaml', new RegExp(`^${field}: .*`, 'm'), `${field}: don’t know`);
      for (const lang of LANGS)
        edit(cwd, `draft/notice.${lang}.yaml`, /^ {2}- id: unstated\n( {4}.*\n| {6}.*\n)*/m, '');
      await look(cwd);
      await does(cwd, FIRST);
      edit(cwd, 'draft/answers.yaml', new RegExp(`^${field}: .*`, 'm'), `${field}: "${answer}"`);
      await look(cwd);
      const stopped = await policyJson(cwd, ['publish', '--correction', '--yes', '2026-12-02'], {now: LATER});
      assert.equal(stopped.status, 1);
      const [error] = stopped.json.errors;
      assert.deepEqual([error.code, error.confirm], ['operator-filled', '--same-consents']);
      assert.match(error.message, new RegExp(`first time: ${asked}\\. .*better to ask everybody again`));
      const asking = await policy(cwd, ['publish', '--correction'], {now: LATER, lines: ['no']});
      assert.equal(asking.status, 1);
      assert.match(asking.stderr, /Not published\.$/m);
      assert.doesNotMatch(asking.stderr, /--same-consents/);
      await does(cwd, ['publish', '--correction'], {
        now: LATER,
        lines: ['yes', '2026-12-02'],
      });
      assert.equal(uploaded(cwd).releases[1].operator[field], answer);
    });
  }

  it('lists everything that stands in the way in one run', async (t) => {
    const cwd = await published(t);
    edit(cwd, 'draft/notice.kk.yaml', /^agree: \|\n {2}/m, 'agree: |\n  Жаңа ');
    const {json} = await policyJson(cwd, ['publish', '--correction', '--yes', '2026-12-02'], {now: LATER});
    assert.deepEqual(
      json.errors.map(({code}) => code),
      ['not-a-correction', 'one-language', 'not-previewed'],
    );
    assert.equal(uploaded(cwd).releases.length, 1);
  });

  it('stops where the answers end, and publishes nothing', async (t) => {
    const cwd = await previewed(t);
    const {status, stderr} = await policy(cwd, ['publish', '--date', 'now'], {lines: []});
    assert.equal(status, 130);
    assert.match(stderr, /Stopped\. Nothing is written\./);
    assert.equal(files(cwd).includes('archive'), false);
  });

  it('stops at Ctrl-C, and publishes nothing', async (t) => {
    const cwd = await previewed(t);
    const terminal = () => Object.assign(new PassThrough(), {isTTY: true});
    const [stdin, stderr] = [terminal(), terminal()];
    // The version is half typed.
    stdin.write('2026-12-\x03');
    const {status} = await policy(cwd, ['publish', '--date', 'now'], {stdin, stderr});
    assert.equal(status, 130);
    assert.match(String(stderr.read()), /Stopped\. Nothing is written\./);
    assert.equal(files(cwd).includes('archive'), false);
  });
});
