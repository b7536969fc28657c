import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {aManifest, published, write} from '../cli/policy.mjs';
import {cli, cliJson} from '../cli/run.mjs';

const place = ({code, path}) => `${code} ${path}`;

const CASES = [
  ['nothing of what was published', () => {}, [], []],
  [
    'a release after the others',
    (m) => m.releases.push({...m.releases[1], version: 'three', effectiveFrom: '2027-01-01T00:00:00Z'}),
    [],
    [],
  ],
  [
    'words',
    (m) => (m.releases[0].notice.ru.agree = 'Other'),
    ['release-altered releases[0].notice.ru.agree'],
    [],
  ],
  [
    'terms',
    (m) => m.releases[1].terms.data.push({id: 'x', clause: '1', dpv: 'pd:X'}),
    ['release-altered releases[1].terms.data[1]'],
    [],
  ],
  ['a severity', (m) => (m.releases[1].change = 'editorial'), ['release-altered releases[1].change'], []],
  ['a version', (m) => (m.releases[1].version = 'other'), ['release-removed releases'], []],
  ['the number of releases', (m) => m.releases.shift(), ['release-removed releases'], []],
  [
    'a language, by leaving it out',
    (m) => delete m.releases[0].notice.en,
    ['release-altered releases[0].notice.en'],
    ['language releases[0].notice.en'],
  ],
  ['the id', (m) => (m.id = 'other'), ['policy-id id'], []],
  ['the operator', (m) => (m.operator.address = 'Astana'), [], ['operator-changed operator.address']],
];

describe('ipsm-policy check --against', {concurrency: 8}, () => {
  for (const [what, change, problems, warnings] of CASES) {
    it(`tells when ${what} ${problems.length + warnings.length ? 'changed' : 'changed, which is fine'}`, async (t) => {
      const cwd = published(t, change);
      write(cwd, {'old.json': aManifest()});
      const {status, json} = await cliJson(cwd, ['check', 'manifest.json', '--against', 'old.json']);
      assert.deepEqual(json.problems.map(place), problems);
      assert.deepEqual(json.warnings.map(place), warnings);
      assert.equal(status, problems.length ? 1 : 0);
    });
  }

  it('takes a language that comes later', async (t) => {
    const cwd = published(t);
    const old = aManifest();
    delete old.releases[0].notice.en;
    delete old.releases[0].documents.en;
    write(cwd, {'old.json': old});
    const {json} = await cliJson(cwd, ['check', 'manifest.json', '--against', 'old.json']);
    assert.deepEqual(json.problems, []);
    assert.deepEqual(json.warnings.map(place), [
      'translation-added releases[0].documents.en',
      'translation-added releases[0].notice.en',
    ]);
  });

  it('takes a draft as the older copy', async (t) => {
    const cwd = published(t);
    write(cwd, {'old.json': {...aManifest(), releases: []}});
    assert.equal((await cli(cwd, ['check', 'manifest.json', '--against', 'old.json'])).status, 0);
  });

  it('cannot use an older copy that is missing or wrong', async (t) => {
    const cwd = published(t);
    write(cwd, {'wrong.json': {...aManifest(), id: null}});
    const missing = await cli(cwd, ['check', 'manifest.json', '--against', 'old.json']);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /^no-file old\.json: /);
    const wrong = await cli(cwd, ['check', 'manifest.json', '--against', 'wrong.json']);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /^type id: .*wrong\.json\.\n$/);
  });
});

const hasGit = (() => {
  try {
    return Boolean(execFileSync('git', ['--version']));
  } catch {
    return false;
  }
})();

describe(
  'ipsm-policy check --against-git',
  {concurrency: 8, skip: hasGit ? false : 'there is no git'},
  () => {
    function repository(t) {
      const cwd = published(t);
      write(cwd, {'policy/manifest.json': aManifest()});
      const identity = ['-c', 'user.name=x', '-c', 'user.email=x@x.x', '-c', 'commit.gpgsign=false'];
      const git = (...args) => execFileSync('git', [...identity, ...args], {cwd, stdio: 'pipe'});
      git('init', '--quiet');
      git('add', '.');
      git('commit', '--quiet', '-m', 'published');
      return cwd;
    }

    it('compares with a revision, from any folder', async (t) => {
      const cwd = repository(t);
      const same = await cli(cwd, ['check', 'policy/manifest.json', '--against-git', 'HEAD']);
      assert.doesNotMatch(same.stderr, /release-altered/);
      const altered = aManifest();
      altered.releases[0].notice.kk.title = 'Other';
      write(cwd, {'policy/manifest.json': altered});
      const {status, stderr} = await cli(cwd, ['check', 'policy/manifest.json', '--against-git', 'HEAD']);
      assert.equal(status, 1);
      assert.match(stderr, /^release-altered releases\[0\]\.notice\.kk\.title: /m);
    });

    it('says why git has nothing to show', async (t) => {
      const cwd = repository(t);
      write(cwd, {'new.json': aManifest()});
      for (const [file, revision] of [
        ['manifest.json', 'nowhere'],
        ['new.json', 'HEAD'],
        ['manifest.json', '--output=x'],
      ]) {
        const {status, stderr} = await cli(cwd, ['check', file, `--against-git=${revision}`]);
        assert.equal(status, 2);
        assert.match(stderr, /^(git|usage) --against-git: [A-Za-z].*\n$/);
      }
    });
  },
);
