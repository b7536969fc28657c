import {readManifest} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, lstatSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {
  FIRST,
  SECOND,
  aDocument,
  aManifest,
  aNotice,
  addArgs,
  sha256,
  someTerms,
  unpublished,
  write,
} from '../cli/policy.mjs';
import {cli, cliJson, json} from '../cli/run.mjs';

/** Runs `add` lines after each other; all but the last must do. */
async function added(t, ...lines) {
  const cwd = unpublished(t);
  const last = lines.pop();
  for (const line of lines) assert.equal((await cli(cwd, line)).status, 0);
  const before = readFileSync(join(cwd, 'manifest.json'), 'utf8');
  const {status, json: result, stderr} = await cliJson(cwd, last);
  const after = readFileSync(join(cwd, 'manifest.json'), 'utf8');
  return {cwd, status, result, stderr, before, after, manifest: JSON.parse(after)};
}

/** That the last line was refused, and the manifest left as it was. */
async function refused(t, lines, expected) {
  const {status, result, before, after} = await added(t, ...lines);
  const {code, path} = result.errors[0];
  assert.deepEqual({status, code, path}, expected);
  assert.equal(after, before);
  return result.errors[0].message;
}

const without = (args, flag) => args.filter((arg, i) => arg !== flag && args[i - 1] !== flag);
const withValue = (args, flag, value) => args.map((arg, i) => (args[i - 1] === flag ? value : arg));

describe('ipsm-policy add', {concurrency: 8}, () => {
  it('adds a first release with the digests of its documents', async (t) => {
    const {status, result, manifest, stderr} = await added(t, FIRST);
    assert.deepEqual({status, stderr, added: result.added}, {status: 0, stderr: '', added: true});
    const document = (lang) => ({
      url: `one.${lang}.html`,
      sha256: sha256(aDocument(`one ${lang}`)),
      anchor: '#{clause}',
    });
    assert.deepEqual(manifest.releases, [
      {
        version: 'one',
        effectiveFrom: '2026-01-01T00:00:00+05:00',
        change: 'material',
        documents: {kk: document('kk'), ru: document('ru')},
        notice: {kk: aNotice('kk'), ru: aNotice('ru')},
        terms: someTerms(),
      },
    ]);
    assert.deepEqual(result.release, manifest.releases[0]);
    assert.doesNotThrow(() => readManifest(manifest, (url) => url));
  });

  it('takes words and terms over from the release before, but not its news', async (t) => {
    const {status, manifest} = await added(t, FIRST, SECOND, [
      ...addArgs('three', '2026-09-01T00:00:00+05:00', '--change', 'editorial'),
      ...['--changes', 'kk=Түзету'],
    ]);
    assert.equal(status, 0);
    const [, two, three] = manifest.releases;
    assert.deepEqual(two.notice.kk, {...aNotice('kk'), changes: ['Жаңа']});
    assert.deepEqual(two.notice.ru, {...aNotice('ru'), changes: ['Новое', 'Ещё новое']});
    assert.deepEqual(two.terms, someTerms());
    assert.deepEqual(three.notice, {kk: {...aNotice('kk'), changes: ['Түзету']}, ru: aNotice('ru')});
  });

  it('takes a notice and terms of its own, and other languages from the release before', async (t) => {
    const cwd = unpublished(t);
    await cli(cwd, FIRST);
    write(cwd, {
      'new.json': {$schema: 'x', ...aNotice('new'), changes: ['Own']},
      'new-terms.json': {...someTerms(), automated: false},
    });
    const more = ['--notice', 'kk=new.json', '--changes', 'ru=Ru', '--terms', 'new-terms.json'];
    const {status} = await cli(cwd, addArgs('two', '2026-06-01T00:00:00Z', '--change', 'material', ...more));
    assert.equal(status, 0);
    const two = json(cwd, 'manifest.json').releases[1];
    assert.deepEqual(two.notice, {
      kk: {...aNotice('new'), changes: ['Own']},
      ru: {...aNotice('ru'), changes: ['Ru']},
    });
    assert.equal(two.terms.automated, false);
  });

  it('changes nothing the second time', async (t) => {
    for (const lines of [
      [FIRST, FIRST],
      [FIRST, SECOND, SECOND],
      [FIRST, SECOND, FIRST],
    ]) {
      const {status, result, before, after} = await added(t, ...lines);
      assert.deepEqual({status, added: result.added}, {status: 0, added: false});
      assert.equal(after, before);
    }
  });

  it('says so in words', async (t) => {
    const cwd = unpublished(t);
    const first = await cli(cwd, FIRST);
    assert.match(first.stdout, /^Added release one to manifest\.json: material/);
    assert.match(first.stdout, /notice kk {4}kk\.json/);
    const second = await cli(cwd, SECOND);
    assert.match(second.stdout, /notice kk {4}as in one/);
    assert.match((await cli(cwd, SECOND)).stdout, /already, word for word; nothing was changed/);
  });

  it('refuses the same version with anything else in it', async (t) => {
    for (const again of [
      withValue(SECOND, '--effective-from', '2026-06-02T00:00:00+05:00'),
      withValue(SECOND, '--change', 'editorial'),
      [...SECOND, '--changes', 'kk=Тағы'],
      [...SECOND, '--anchor', 'none'],
    ]) {
      const message = await refused(t, [FIRST, SECOND, again], {
        status: 1,
        code: 'version-exists',
        path: '--version',
      });
      assert.match(message, /differs at \S+.*never edited/);
    }
  });

  it('refuses the same version once a document has changed', async (t) => {
    const cwd = unpublished(t);
    await cli(cwd, FIRST);
    write(cwd, {'one.ru.html': 'other'});
    const {status, json: result} = await cliJson(cwd, FIRST);
    assert.equal(status, 1);
    assert.match(result.errors[0].message, /differs at documents\.ru\.sha256\./);
  });

  it('refuses a time that is not after the release before', async (t) => {
    for (const time of ['2026-01-01T00:00:00+05:00', '2025-12-31T19:00:00Z', '2025-06-01T00:00:00+05:00']) {
      await refused(t, [FIRST, withValue(SECOND, '--effective-from', time)], {
        status: 1,
        code: 'order',
        path: '--effective-from',
      });
    }
  });

  it('refuses a material release that does not say in each language what changed', async (t) => {
    const expected = {status: 1, code: 'no-changes', path: '--changes'};
    assert.match(await refused(t, [FIRST, without(SECOND, '--changes')], expected), /kk="…".*ru="…"/);
    const onlyKk = [...without(SECOND, '--changes'), '--changes', 'kk=Жаңа'];
    const message = await refused(t, [FIRST, onlyKk], expected);
    assert.match(message, /--changes ru=/);
    assert.doesNotMatch(message, /--changes kk=/);
  });

  it('lets an editorial release say nothing', async (t) => {
    const line = withValue(without(SECOND, '--changes'), '--change', 'editorial');
    assert.equal((await added(t, FIRST, line)).status, 0);
  });

  for (const [flag, code] of [
    ['--version', 'missing'],
    ['--effective-from', 'missing'],
    ['--change', 'missing'],
    ['--document', 'missing'],
    ['--notice', 'missing'],
    ['--terms', 'missing'],
  ]) {
    it(`names ${flag} when it is missing`, async (t) => {
      const message = await refused(t, [without(FIRST, flag)], {status: 2, code, path: flag});
      assert.ok(message.includes(`Give ${flag}`), message);
    });
  }

  for (const [flag, value] of [
    ['--effective-from', '2026-06-01'],
    ['--effective-from', '2026-02-30T00:00:00Z'],
    ['--effective-from', 'tomorrow'],
    ['--change', 'minor'],
    ['--version', ' '],
    ['--document', 'one.kk.html'],
    ['--document', 'de=one.kk.html'],
    ['--document', 'kk='],
    ['--document', 'kk=one.kk.html@javascript:alert(1)'],
    ['--document', 'kk=one.kk.html@http://operator.example/'],
    ['--notice', 'kz=kk.json'],
  ]) {
    it(`refuses ${flag} ${value}`, async (t) => {
      const args = flag === '--document' ? without(FIRST, flag) : withValue(FIRST, flag, value);
      const line = flag === '--document' ? [...args, flag, value] : args;
      await refused(t, [line], {status: 2, code: 'usage', path: flag});
    });
  }

  it('refuses changes in a language that the notice has not', async (t) => {
    await refused(t, [FIRST, [...SECOND, '--changes', 'en=New']], {
      status: 2,
      code: 'usage',
      path: '--changes',
    });
  });

  it('refuses two documents in one language', async (t) => {
    const line = [...FIRST, '--document', 'kk=two.kk.html'];
    await refused(t, [line], {status: 2, code: 'usage', path: '--document'});
  });

  it('refuses documents, notices and terms that are not there', async (t) => {
    await refused(t, [[...without(FIRST, '--document'), '--document', 'kk=no.html']], {
      status: 2,
      code: 'no-file',
      path: '--document',
    });
    await refused(t, [[...without(FIRST, '--notice'), '--notice', 'ru=no.json']], {
      status: 2,
      code: 'no-file',
      path: 'no.json',
    });
    await refused(t, [withValue(FIRST, '--terms', 'no.json')], {status: 2, code: 'no-file', path: 'no.json'});
  });

  it('names the file of a notice or of terms that the reader refuses', async (t) => {
    for (const [name, content, code, path] of [
      ['kk.json', {...aNotice('kk'), agree: ''}, 'type', 'releases[0].notice.kk.agree'],
      ['kk.json', 'a string'.replace(/.*/, '"$&"'), 'type', 'releases[0].notice.kk'],
      ['ru.json', {...aNotice('ru'), mroe: 'x'}, 'unknown-field', 'releases[0].notice.ru.mroe'],
      ['terms.json', {...someTerms(), data: []}, 'type', 'releases[0].terms.data'],
      ['terms.json', {...someTerms(), period: 1}, 'unknown-field', 'releases[0].terms.period'],
      ['terms.json', '{', 'json', 'terms.json'],
    ]) {
      const cwd = unpublished(t);
      write(cwd, {[name]: content});
      const {status, json: result} = await cliJson(cwd, FIRST);
      const [error] = result.errors;
      assert.deepEqual({status, code: error.code, path: error.path}, {status: 2, code, path});
      if (code !== 'json') assert.ok(error.message.endsWith(`Mend it in ${name}.`), error.message);
    }
  });

  it('writes the address of a document relative to the manifest', async (t) => {
    const cwd = unpublished(t);
    mkdirSync(join(cwd, 'site'));
    write(cwd, {
      'site/manifest.json': json(cwd, 'manifest.json'),
      'site/құжат 1#@kk.html': aDocument('a'),
      'up.html': aDocument('b'),
    });
    const files = ['kk=site/құжат 1#@kk.html', 'ru=up.html', 'en=up.html@https://operator.example/a@b.html'];
    const line = [
      ...without(FIRST, '--document').map((arg) => (arg === 'manifest.json' ? 'site/manifest.json' : arg)),
      ...files.flatMap((file) => ['--document', file]),
    ];
    assert.equal((await cli(cwd, line)).status, 0);
    const {documents} = json(cwd, 'site/manifest.json').releases[0];
    assert.equal(documents.kk.url, `${encodeURIComponent('құжат 1#@kk')}.html`);
    assert.equal(documents.ru.url, '../up.html');
    assert.equal(documents.en.url, 'https://operator.example/a@b.html');
    const {json: checked} = await cliJson(cwd, ['check', 'site/manifest.json']);
    assert.deepEqual(checked.problems, []);
    assert.deepEqual(checked.notCompared, ['releases[0].documents.en']);
  });

  it('keeps mode, own fields, their order, and a link to the file', async (t) => {
    const cwd = unpublished(t);
    const {schema, releases, ...rest} = aManifest();
    const manifest = {$schema: './s.json', owner: {b: 1, a: [2]}, ...rest, schema, releases: [], last: null};
    write(cwd, {'real/manifest.json': manifest, 'manifest.json': ''});
    chmodSync(join(cwd, 'real/manifest.json'), 0o640);
    symlinkSync('real/manifest.json', join(cwd, 'link.json'));
    const line = FIRST.map((arg) => (arg === 'manifest.json' ? 'link.json' : arg));
    assert.equal((await cli(cwd, line)).status, 0);
    assert.ok(lstatSync(join(cwd, 'link.json')).isSymbolicLink());
    assert.equal(statSync(join(cwd, 'real/manifest.json')).mode & 0o777, 0o640);
    const text = readFileSync(join(cwd, 'real/manifest.json'), 'utf8');
    const after = JSON.parse(text);
    assert.equal(text, `${JSON.stringify({...manifest, releases: after.releases}, null, 2)}\n`);
    assert.equal(after.releases.length, 1);
    assert.deepEqual(readdirSync(join(cwd, 'real')), ['manifest.json']);
    assert.ok(releases.length > 0);
  });

  it('refuses a manifest that the reader refuses, and says where', async (t) => {
    const cwd = unpublished(t);
    write(cwd, {'manifest.json': {...aManifest(), id: 5}});
    const {status, stderr} = await cli(cwd, SECOND);
    assert.equal(status, 2);
    assert.match(stderr, /^type id: Expected a string that is not empty, found 5\./);
  });

  it('refuses a manifest that would be too large for pages', async (t) => {
    const cwd = unpublished(t);
    write(cwd, {'kk.json': {...aNotice('kk'), title: 'a'.repeat(600 * 1024)}});
    const {status, json: result} = await cliJson(cwd, FIRST);
    assert.equal(status, 1);
    assert.equal(result.errors[0].code, 'too-large');
    assert.deepEqual(json(cwd, 'manifest.json').releases, []);
  });
});
