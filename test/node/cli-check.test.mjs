import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {aDocument, aManifest, published, sha256, unpublished, write} from '../cli/policy.mjs';
import {ROOT, cli, cliJson, folder} from '../cli/run.mjs';

const place = ({code, path}) => `${code} ${path}`;

/** What `check` says of a manifest that `change` made something of. */
async function found(t, change, ...flags) {
  const cwd = published(t, change);
  const {status, json} = await cliJson(cwd, ['check', 'manifest.json', ...flags]);
  return {status, json, problems: json.problems.map(place), warnings: json.warnings.map(place)};
}

describe('ipsm-policy check', {concurrency: 8}, () => {
  it('has nothing to say about a manifest that is whole', async (t) => {
    const {status, json} = await found(t);
    assert.equal(status, 0);
    assert.deepEqual(json, {
      ok: true,
      file: 'manifest.json',
      policy: 'some-policy',
      releases: ['one', 'two'],
      problems: [],
      warnings: [],
      gaps: [],
      notCompared: [],
    });
  });

  it('finds nothing wrong with the manifest of the demo', async () => {
    const {status, stderr} = await cli(ROOT, ['check', 'demo/policy/manifest.json', '--strict']);
    assert.deepEqual({status, stderr}, {status: 0, stderr: ''});
  });

  for (const [what, change, problem] of [
    [
      'a wrong type',
      (m) => (m.releases[1].notice.ru.points[1].text = 5),
      'type releases[1].notice.ru.points[1].text',
    ],
    ['a field that is gone', (m) => delete m.releases[0].terms.automated, 'type releases[0].terms.automated'],
    ['two releases of one version', (m) => (m.releases[1].version = 'one'), 'duplicate releases[1].version'],
    [
      'releases in the wrong order',
      (m) => (m.releases[1].effectiveFrom = '2025-01-01T00:00:00Z'),
      'order releases[1].effectiveFrom',
    ],
    [
      'two releases of one moment',
      (m) => (m.releases[1].effectiveFrom = '2025-12-31T19:00:00Z'),
      'same-date releases[1].effectiveFrom',
    ],
    [
      'a release without date after another',
      (m) => (m.releases[1].effectiveFrom = null),
      'order releases[1].effectiveFrom',
    ],
    [
      'a digest that is not the file’s',
      (m) => (m.releases[0].documents.ru.sha256 = 'a'.repeat(64)),
      'document-mismatch releases[0].documents.ru.sha256',
    ],
    [
      'a document that is not there',
      (m) => (m.releases[1].documents.kk.url = 'no.html'),
      'no-file releases[1].documents.kk.url',
    ],
    [
      'a term that nobody can read',
      (m) => (m.releases[1].terms.term = '1 year'),
      'term releases[1].terms.term',
    ],
    ['a link to a script', (m) => (m.operator.url = 'javascript:alert(1)'), 'link operator.url'],
    [
      'a link by http',
      (m) => (m.releases[0].terms.withdraw.url = 'http://a.kz/'),
      'link releases[0].terms.withdraw.url',
    ],
    [
      'a link with a user name',
      (m) => (m.releases[1].documents.en.url = 'https://ipsm.kz@evil.example/'),
      'link releases[1].documents.en.url',
    ],
    [
      'a clause that the document lacks',
      (m) => (m.releases[1].notice.kk.points[0].clause = '9.9'),
      'clause releases[1].notice.kk.points[0].clause',
    ],
  ]) {
    it(`finds ${what}`, async (t) => {
      const {status, problems} = await found(t, change);
      assert.equal(status, 1);
      assert.deepEqual(problems, [problem]);
    });
  }

  for (const [what, change, warnings] of [
    [
      'a release that lacks Kazakh',
      (m) => (delete m.releases[1].notice.kk, delete m.releases[1].documents.kk),
      ['language releases[1].notice.kk'],
    ],
    [
      'a notice without document',
      (m) => delete m.releases[1].documents.en,
      ['language releases[1].documents.en'],
    ],
    ['a document without notice', (m) => delete m.releases[1].notice.en, ['language releases[1].notice.en']],
    [
      'a language that no page speaks',
      (m) => (m.releases[0].notice.de = {}),
      ['language releases[0].notice.de'],
    ],
    [
      'a mistyped field',
      (m) => (m.releases[0].notice.kk.points[1].mroe = 'x'),
      ['unknown-field releases[0].notice.kk.points[1].mroe'],
    ],
    [
      'points that differ between languages',
      (m) => m.releases[0].notice.ru.points.pop(),
      ['points releases[0].notice.ru.points'],
    ],
    [
      'an optional purpose without a sentence',
      (m) => delete m.releases[1].notice.ru.purposes,
      ['purpose-words releases[1].notice.ru.purposes.ads'],
    ],
    [
      'a new release that does not say what changed',
      (m) => delete m.releases[1].notice.kk.changes,
      ['no-changes releases[1].notice.kk.changes'],
    ],
    ['an address on this machine', (m) => (m.operator.url = 'http://localhost:8000/'), ['link operator.url']],
    ['an address without https', (m) => (m.operator.url = 'operator.example'), ['link operator.url']],
  ]) {
    it(`warns of ${what}, and is strict when asked`, async (t) => {
      const lenient = await found(t, change);
      assert.deepEqual([lenient.status, lenient.problems, lenient.warnings], [0, [], warnings]);
      const strict = await found(t, change, '--strict');
      assert.deepEqual([strict.status, strict.problems, strict.warnings], [1, warnings, []]);
    });
  }

  it('does not warn of $schema, of a first release without news, or of an editorial one', async (t) => {
    const {warnings} = await found(t, (m) => {
      m.$schema = './ipsm-policy-1.schema.json';
      m.releases[1].change = 'editorial';
      delete m.releases[1].notice.kk.changes;
    });
    assert.deepEqual(warnings, []);
  });

  it('finds ids in all their spellings, and none in comments and scripts', async (t) => {
    const html = `<p id='2.3'>a</p><a title="id='x>y'" NAME="3.4&amp;&#x61;&#98;">b</a><!-- <p id="5"> -->
      <script>'<p id="6">'</script><p data-id="7" title=' id="8"'></p><input name="9">`;
    const clauses = ['2.3', '3.4&ab', '5', '6', '7', '8', '9'];
    const cwd = published(t, (m) => {
      const [{documents, notice}] = m.releases.splice(1, 1);
      m.releases = [{...m.releases[0], documents: {kk: documents.kk}, notice: {kk: notice.kk}}];
      documents.kk.sha256 = sha256(html);
      notice.kk.points = clauses.map((clause) => ({id: clause, clause, text: 'text'}));
    });
    write(cwd, {'two.kk.html': html});
    const {json} = await cliJson(cwd, ['check', 'manifest.json']);
    assert.deepEqual(
      json.problems.map(({path}) => path),
      [2, 3, 4, 5, 6].map((i) => `releases[0].notice.kk.points[${i}].clause`),
    );
  });

  it('looks for clauses in the document that the link leads to', async (t) => {
    const {problems, warnings} = await found(t, (m) => {
      delete m.releases[1].documents.ru;
      m.releases[1].notice.ru.points.forEach((point) => (point.clause = `${point.clause}x`));
      m.releases[1].notice.ru.points[0].clause = '2';
    });
    assert.deepEqual(problems, ['clause releases[1].notice.ru.points[1].clause']);
    assert.deepEqual(warnings, ['language releases[1].documents.ru', 'points releases[1].notice.ru.points']);
  });

  it('leaves clauses alone where anchors or files are of another kind', async (t) => {
    const cwd = published(t, (m) => {
      const [, {documents, notice}] = m.releases;
      notice.kk.points[0].clause = notice.ru.points[0].clause = notice.en.points[0].clause = '9.9';
      documents.kk.anchor = null;
      documents.ru.anchor = '?clause={clause}';
      documents.en.url = 'two.en.pdf';
    });
    write(cwd, {'two.en.pdf': aDocument('two en')});
    const {json} = await cliJson(cwd, ['check', 'manifest.json']);
    assert.deepEqual(json.problems, []);
  });

  it('reads a file through a query, a fragment and percent signs', async (t) => {
    const cwd = published(t, (m) => {
      m.releases[0].documents.kk.url = './sub%20folder/%D2%9B.html?v=1#top';
    });
    write(cwd, {'sub folder/қ.html': aDocument('one kk')});
    assert.equal((await cli(cwd, ['check', 'manifest.json'])).status, 0);
  });

  it('says which documents it could not compare', async (t) => {
    const {status, json} = await found(t, (m) => {
      m.releases[0].documents.kk.url = 'https://operator.example/one.kk.html';
      m.releases[0].documents.ru.url = '/policy/one.ru.html';
    });
    assert.equal(status, 0);
    assert.deepEqual(json.notCompared, ['releases[0].documents.kk', 'releases[0].documents.ru']);
  });

  it('lists what the operator has not said, without calling it a problem', async (t) => {
    const change = (m) => {
      m.operator.bin = null;
      m.operator.address = '';
      Object.assign(m.releases[1].terms, {term: null, publicSources: null});
      m.releases[0].terms.automated = null;
      m.releases[0].terms.term = null;
      m.releases[1].documents.ru.sha256 = null;
    };
    const cwd = published(t, change);
    const manifest = JSON.parse(readFileSync(join(cwd, 'manifest.json'), 'utf8'));
    manifest.operator.address = null;
    write(cwd, {'manifest.json': manifest});
    const {status, json} = await cliJson(cwd, ['check', 'manifest.json', '--strict']);
    assert.equal(status, 0);
    assert.deepEqual(
      json.gaps.map(({gap, path}) => `${gap} → ${path}`),
      [
        'operator.bin → operator.bin',
        'event.valid → releases[1].terms.term',
        'publicSources → releases[1].terms.publicSources',
        'operator.address → operator.address',
        'policy.sha256 → releases[1].documents.ru.sha256',
      ],
    );
    const {stdout} = await cli(cwd, ['check', 'manifest.json']);
    assert.match(stdout, /^ {2}releases\[1\]\.terms\.term: Say how long .*Art\. 8\(4\)\(3\)\)\.$/m);
    assert.match(stdout, /no problems, no warnings, 5 gaps\.\n$/);
  });

  it('has a sentence for every gap there can be', async (t) => {
    const {json} = await found(t, (m) => {
      Object.assign(m.operator, {bin: null, address: null, email: null, url: null});
      const [, release] = m.releases;
      release.effectiveFrom = null;
      m.releases = [release];
      release.documents = {kk: {url: 'two.kk.html', sha256: null, anchor: null}};
      Object.assign(release.terms, {
        term: null,
        thirdParties: {transfer: null, who: []},
        crossBorder: {transfer: null, countries: []},
        publicSources: null,
        storage: {locations: null, retention: null},
        withdraw: {url: null, email: null},
      });
    });
    assert.equal(json.gaps.length, 18);
    for (const {message} of json.gaps) {
      assert.match(message, /^(Say|Write|List|Publish) .*\.$/);
    }
  });

  it('says that a draft has no release, after reading the rest of it', async (t) => {
    const draft = await cliJson(unpublished(t), ['check', 'manifest.json']);
    assert.deepEqual([draft.status, draft.json.problems.map(place)], [1, ['no-release releases']]);
    const cwd = folder(t);
    write(cwd, {'manifest.json': {...aManifest(), releases: [], jurisdiction: 'kz'}});
    const wrong = await cliJson(cwd, ['check', 'manifest.json']);
    assert.deepEqual(wrong.json.problems.map(place), ['value jurisdiction']);
  });

  it('finds a manifest that is too large for pages', async (t) => {
    const {status, problems} = await found(t, (m) => (m.own = 'a'.repeat(512 * 1024)));
    assert.deepEqual([status, problems], [1, ['too-large ']]);
  });

  it('holds the same limit as pages', () => {
    const ours = readFileSync(join(ROOT, 'src/cli/manifest-file.ts'), 'utf8');
    const theirs = readFileSync(join(ROOT, 'src/platform/load-manifest.ts'), 'utf8');
    const limit = (text) => /const MAX\w*_BYTES = ([^;]+);/.exec(text)?.[1];
    assert.ok(limit(ours));
    assert.equal(limit(ours), limit(theirs));
  });

  for (const [what, make, code] of [
    ['is not there', () => {}, 'no-file'],
    ['is a folder', (path) => mkdirSync(path), 'unreadable'],
    ['is not JSON', (path) => writeFileSync(path, '{"schema":'), 'json'],
    ['is not UTF-8', (path) => writeFileSync(path, Buffer.from([0x22, 0xff, 0x22])), 'json'],
  ]) {
    it(`cannot use a manifest that ${what}`, async (t) => {
      const cwd = published(t);
      rmSync(join(cwd, 'manifest.json'));
      make(join(cwd, 'manifest.json'));
      const {status, stdout, stderr} = await cli(cwd, ['check', 'manifest.json']);
      assert.deepEqual({status, stdout}, {status: 2, stdout: ''});
      assert.match(stderr, new RegExp(`^${code} manifest\\.json: [A-Z].*\\.\\n$`));
    });
  }

  it('reads a manifest that begins with a byte order mark, as pages do', async (t) => {
    const cwd = published(t);
    writeFileSync(join(cwd, 'manifest.json'), `\ufeff${JSON.stringify(aManifest())}`);
    assert.equal((await cli(cwd, ['check', 'manifest.json'])).status, 0);
  });
});
