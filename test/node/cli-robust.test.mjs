import assert from 'node:assert/strict';
import {execFile, execFileSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {inOrder, readManifest} from '../../dist/core/index.js';
import {latestEntry} from '../../out/src/cli/folder/archive.js';
import {changePublished} from '../../out/src/cli/folder/change-published.js';
import {disk} from '../../out/src/cli/folder/disk.js';
import {refreshUpload} from '../../out/src/cli/folder/upload.js';
import {
  ANEW,
  announce,
  cancel,
  checked,
  CORRECT,
  DIST,
  does,
  edit,
  folder,
  LANGS,
  LATER,
  mended,
  policy,
  policyJson,
  previewed,
  published,
  read,
  renewed,
  ROOT,
  uploaded,
  write,
} from '../cli/desk.mjs';

/** Runs commands in processes of their own, all at once. */
const allAtOnce = (cwd, commands) =>
  Promise.all(
    commands.map(
      (args) =>
        new Promise((resolve) => {
          const main = [join(DIST, 'cli/main.js'), ...args, '--json'];
          execFile(process.execPath, main, {cwd}, (error, stdout) =>
            resolve({status: error?.code ?? 0, json: JSON.parse(stdout)}),
          );
        }),
    ),
  );
const versions = (cwd) => uploaded(cwd).releases.map(({version}) => version);

/** A disk whose n-th change of anything fails, as a full or a read-only one does. */
function failingAt(n, code) {
  let changes = 0;
  const fails =
    (work) =>
    (...args) => {
      if (++changes !== n) return work(...args);
      throw Object.assign(new Error(code), {code, path: String(args[0])});
    };
  const broken = {
    ...disk,
    create: fails(disk.create),
    rename: fails(disk.rename),
    makeFolder: fails(disk.makeFolder),
    makeNewFolder: fails(disk.makeNewFolder),
  };
  return {broken, isReached: () => changes >= n};
}

describe('ipsm-policy, whatever happens', () => {
  it('damages nothing where the disk stops it at any step, and finishes when it is run again', async (t) => {
    const prepared = await published(t);
    await mended(prepared);
    const codes = ['ENOSPC', 'EACCES', 'EROFS', 'EFBIG'];
    for (let step = 1; ; step++) {
      const cwd = folder(t);
      cpSync(prepared, cwd, {recursive: true});
      const before = read(cwd, 'archive/0001/policy.json');
      const {broken, isReached} = failingAt(step, codes[step % codes.length]);
      const {status, stderr} = await policy(cwd, CORRECT, {now: LATER, disk: broken});
      if (!isReached()) {
        assert.equal(status, 0);
        assert.ok(step > 10);
        return;
      }
      assert.equal(status, 1, `step ${step}`);
      assert.match(stderr, /no room on the disk|cannot be written|is published and in the archive/);
      assert.equal(read(cwd, 'archive/0001/policy.json'), before);
      const isIn = existsSync(join(cwd, 'archive/0002'));
      assert.equal(/is published and in the archive/.test(stderr), isIn, stderr);
      // The folder to upload is one that can be served at every moment.
      for (const {documents} of readManifest(uploaded(cwd)).releases) {
        for (const {url} of Object.values(documents)) assert.ok(existsSync(join(cwd, 'upload', url)), url);
      }
      assert.deepEqual(
        readdirSync(join(cwd, 'archive')).filter((name) => name.startsWith('.')),
        [],
      );
      await does(cwd, CORRECT, {now: LATER});
      assert.deepEqual(versions(cwd), ['2026-12-01', '2026-12-02']);
    }
  });

  it('loses none of 1,000 changes of the archive that are acknowledged, made at once in batches by one process', async (t) => {
    const release = readManifest(uploaded(await published(t))).releases[0];
    const {points, ...words} = release.notice.kk;
    const small = {
      ...release,
      documents: {kk: {url: null, sha256: null, anchor: null}},
      notice: {kk: {...words, points: points.slice(0, 1), details: []}},
    };
    // Who is first does not depend on when the bytes are on the medium.
    const quick = {...disk, create: (path, bytes) => writeFile(path, bytes, {flag: 'wx'})};
    const day = (n) => new Date(Date.UTC(2027, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
    const publishOne = (root, version) =>
      changePublished(quick, root, (entry) => ({
        files: {},
        manifest: {
          schema: 'ipsm-policy/1',
          id: 'busy',
          jurisdiction: 'KZ',
          releases: [
            ...(entry?.manifest.releases ?? []),
            {...small, version, effectiveFrom: `${version}T00:00:00Z`},
          ],
        },
      }));
    const cancelOne = (root, version) =>
      changePublished(quick, root, ({manifest}) => ({
        files: {},
        manifest: {
          ...manifest,
          releases: manifest.releases.map((one) =>
            one.version === version ? {...one, cancelled: '2026-12-01T00:00:00Z'} : one,
          ),
        },
      }));
    let acknowledged = 0;
    for (let batch = 0; batch < 50; batch++) {
      const cwd = folder(t);
      await publishOne(cwd, day(0));
      await Promise.all(
        Array.from({length: 10}, async (_, n) => {
          assert.equal(await publishOne(cwd, day(n + 1)), true);
          await refreshUpload(quick, cwd);
          assert.equal(await cancelOne(cwd, day(n + 1)), true);
          await refreshUpload(quick, cwd);
          acknowledged += 2;
        }),
      );
      const {manifest, number} = await latestEntry(disk, cwd);
      assert.equal(number, 21);
      assert.deepEqual(
        manifest.releases.map(({version}) => version).sort(),
        Array.from({length: 11}, (_, n) => day(n)),
      );
      assert.equal(manifest.releases.filter(({cancelled}) => cancelled !== null).length, 10);
      assert.equal(read(cwd, 'upload/policy.json'), read(cwd, 'archive/0021/policy.json'));
      assert.equal(inOrder(manifest).length, 1);
    }
    assert.equal(acknowledged, 1000);
  });

  it('publishes once where many processes publish the same draft at once, and each says so', async (t) => {
    const cwd = await previewed(t);
    const args = ['publish', '--date', '2099-01-01', '--yes', '2099-01-01'];
    for (const {status, json} of await allAtOnce(cwd, Array(6).fill(args)))
      assert.deepEqual([status, json.ok, json.version], [0, true, '2099-01-01']);
    assert.deepEqual(readdirSync(join(cwd, 'archive')), ['0001']);
    assert.deepEqual(versions(cwd), ['2099-01-01']);
  });

  it('loses nothing where processes cancel and publish on one folder at once', async (t) => {
    const prepared = await published(t);
    const announced = ['2098-01-01', '2098-02-01', '2098-03-01'];
    for (const day of announced) {
      await renewed(prepared, day);
      await does(prepared, announce(day));
    }
    await does(prepared, ['restore', '2026-12-01']);
    await mended(prepared);
    const corrected = '2097-01-01';
    const publish = [...CORRECT.slice(0, -1), corrected, '--date', corrected];
    for (let round = 0; round < 4; round++) {
      const cwd = folder(t);
      cpSync(prepared, cwd, {recursive: true});
      const commands = [publish, publish, ...announced.map((day) => cancel(day))];
      for (const {status, json} of await allAtOnce(cwd, commands))
        assert.deepEqual([status, json.ok], [0, true]);
      const {releases} = uploaded(cwd);
      assert.deepEqual(
        releases.filter(({cancelled}) => cancelled !== null).map(({version}) => version),
        announced,
      );
      assert.deepEqual(versions(cwd), ['2026-12-01', ...announced, corrected]);
      assert.deepEqual(
        readdirSync(join(cwd, 'archive')).sort(),
        [...'12345678'].map((n) => `000${n}`),
      );
      assert.deepEqual((await checked(cwd)).problems, []);
    }
  });

  it('publishes what was confirmed, or nothing: somebody else was quicker', async (t) => {
    const cwd = await published(t);
    await renewed(cwd);
    const other = folder(t);
    cpSync(cwd, other, {recursive: true});
    // The other one's correction gets into the archive while this one asks for the version.
    for (const lang of LANGS) edit(other, `draft/notice.${lang}.yaml`, 'Anew ', '');
    await mended(other);
    await does(other, CORRECT, {now: LATER});
    let moved = false;
    const slow = {
      ...disk,
      create: async (path, bytes) => {
        if (!moved && path.includes('.new-')) {
          moved = true;
          renameSync(join(other, 'archive/0002'), join(cwd, 'archive/0002'));
        }
        return disk.create(path, bytes);
      },
    };
    const {status, stderr} = await policy(cwd, ANEW, {now: LATER, disk: slow});
    assert.equal(status, 1);
    assert.match(stderr, /Somebody has published a new version in the meantime.*Run the command again/);
    assert.deepEqual(readdirSync(join(cwd, 'archive')).sort(), ['0001', '0002']);
  });

  it('takes no notice of what a killed run left behind', async (t) => {
    const cwd = await published(t);
    mkdirSync(join(cwd, 'archive/.new-killed'));
    await mended(cwd);
    await does(cwd, CORRECT, {now: LATER});
    assert.deepEqual(versions(cwd), ['2026-12-01', '2026-12-02']);
  });

  it('publishes all or nothing where another run takes what it writes for abandoned', async (t) => {
    const prepared = await published(t);
    await mended(prepared);
    const DAY = 24 * 60 * 60 * 1000;
    for (const [slept, isLost] of [
      [DAY / 2, false],
      [2 * DAY, true],
    ]) {
      for (let step = 1; ; step++) {
        const cwd = folder(t);
        cpSync(prepared, cwd, {recursive: true});
        let writes = 0;
        // A computer sleeps between two files; meanwhile somebody else runs a command on the same folder.
        const sleepy =
          (work) =>
          async (...args) => {
            if (args[0].includes('.new-') && ++writes === step) {
              const long = new Date(Date.now() - slept);
              for (const name of readdirSync(join(cwd, 'archive')).filter((one) => one.startsWith('.new-')))
                utimesSync(join(cwd, 'archive', name), long, long);
              await refreshUpload(disk, cwd);
            }
            return work(...args);
          };
        const slow = {...disk, create: sleepy(disk.create), makeNewFolder: sleepy(disk.makeNewFolder)};
        const {status, stderr} = await policy(cwd, CORRECT, {now: LATER, disk: slow});
        if (writes < step) {
          assert.ok(step > 5);
          break;
        }
        const isPublished = step === 1 || !isLost;
        assert.equal(status, isPublished ? 0 : 1, stderr);
        assert.deepEqual(
          readdirSync(join(cwd, 'archive')).sort(),
          isPublished ? ['0001', '0002'] : ['0001'],
          `step ${step}`,
        );
        await does(cwd, CORRECT, {now: LATER});
        assert.deepEqual((await checked(cwd, {now: LATER})).problems, []);
      }
    }
  });

  it('works with git as it is installed on Windows, which turns the line ends of texts', async (t) => {
    const git = (cwd, ...args) => {
      const who = ['-c', 'user.name=Operator', '-c', 'user.email=operator@example.kz'];
      execFileSync('git', [...who, ...args], {cwd, stdio: 'pipe'});
    };
    for (const forget of [() => {}, (cwd) => rmSync(join(cwd, '.gitattributes'))]) {
      const cwd = await published(t);
      rmSync(join(cwd, 'draft/document.kk.txt'));
      cpSync(join(cwd, 'upload/2026-12-01.kk.html'), join(cwd, 'draft/document.kk.html'));
      forget(cwd);
      write(cwd, '.gitignore', 'node_modules');
      await mended(cwd);
      await does(cwd, CORRECT, {now: LATER});
      assert.equal(read(cwd, '.gitignore'), 'node_modules\n.previewed\n.new-*\n*.tmp\n');
      git(cwd, 'init', '--quiet');
      git(cwd, 'add', '.');
      git(cwd, 'commit', '--quiet', '--message', 'Policy');
      const clone = join(folder(t), 'clone');
      git(cwd, 'clone', '--quiet', '--config', 'core.autocrlf=true', cwd, clone);
      assert.match(read(clone, 'draft/notice.kk.yaml'), /\r\n/);
      assert.equal(existsSync(join(clone, '.previewed')), false);
      const {json} = await policyJson(clone, ['check'], {now: LATER});
      assert.deepEqual([json.problems, json.publishableAs], [[], 'nothing']);
      const again = await policy(clone, CORRECT, {now: LATER});
      assert.match(again.stdout, /The folder upload is in order/, again.stderr);
      for (const name of readdirSync(join(cwd, 'upload')))
        assert.equal(read(clone, 'upload', name), read(cwd, 'upload', name), name);
    }
  });

  it('works where the folder, the draft or the folder to upload is a link, and leaves it one', async (t) => {
    const cwd = await published(t);
    for (const name of ['draft', 'upload']) {
      const elsewhere = join(folder(t), name);
      cpSync(join(cwd, name), elsewhere, {recursive: true});
      rmSync(join(cwd, name), {recursive: true});
      symlinkSync(elsewhere, join(cwd, name), 'dir');
    }
    const link = join(folder(t), 'link');
    symlinkSync(cwd, link, 'dir');
    await mended(link);
    await does(link, CORRECT, {now: LATER});
    assert.deepEqual(versions(cwd), ['2026-12-01', '2026-12-02']);
  });

  it('speaks as JSON of whatever goes wrong', async (t) => {
    const cwd = await published(t);
    for (const args of [
      ['nonsense'],
      ['show', '--what'],
      ['cancel'],
      ['publish', '--date'],
      ['diff', 'a', 'b', 'c'],
    ]) {
      const {status, json, stderr} = await policyJson(cwd, args);
      assert.deepEqual([status, json.ok, stderr], [2, false, ''], args.join(' '));
      assert.match(json.errors[0].message, /--help/);
    }
  });

  it('says of a long dash, which Word makes of two hyphens, what to type', async (t) => {
    const cwd = await published(t);
    for (const dash of ['–', '—', '−']) {
      for (const [lang, sentence] of [
        ['kk', 'екі сызықша'],
        ['ru', 'два дефиса'],
        ['en', 'two hyphens'],
      ]) {
        const {status, stderr} = await policy(cwd, ['publish', `${dash}correction`, '--lang', lang]);
        assert.equal(status, 2);
        assert.match(stderr, new RegExp(`${dash}correction.*${sentence}.*--correction`));
      }
    }
  });

  it('is one file that needs nothing beside it', async (t) => {
    const cwd = folder(t);
    cpSync(join(DIST, 'cli/main.js'), join(cwd, 'main.mjs'));
    const {dependencies} = JSON.parse(read(ROOT, 'package.json'));
    assert.deepEqual(Object.keys(dependencies), ['lit']);
    assert.deepEqual(readdirSync(join(DIST, 'cli')).sort(), ['LICENSES.txt', 'main.js']);
    for (const name of ['commander', 'parse5', 'yaml'])
      assert.match(read(DIST, 'cli/LICENSES.txt'), new RegExp(`^${name} \\(`, 'm'));
    const printed = await new Promise((resolve) => {
      execFile(process.execPath, ['main.mjs', '--help', '--lang', 'kk'], {cwd}, (_, stdout) =>
        resolve(stdout),
      );
    });
    assert.match(printed, /Саясатты жазады, көрсетеді, жариялайды және түзетеді/);
  });
});
