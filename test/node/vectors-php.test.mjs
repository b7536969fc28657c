import {strict as assert} from 'node:assert';
import {spawn, spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openPg, startServer} from '../helpers/databases.mjs';
import {freePort} from '../helpers/free-port.mjs';
import {holdsVectors} from '../helpers/holds-vectors.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const php = (...args) => spawnSync('php', args, {encoding: 'utf8'});
const modules = php('-m').stdout ?? '';

// Where CI runs, an absent PHP is a fault of the machine, and must not look like success.
const absent = (...names) => !process.env.CI && names.some((name) => !modules.includes(name));

describe('the verifier in PHP', {skip: absent('intl') && 'php with intl is not installed here'}, () => {
  const run = (...args) => php(path('../../examples/php/vectors.php'), ...args);
  holdsVectors(run);

  it('fails where it is called wrongly', () => assert.equal(run().status, 2));
});

const server = absent('intl', 'pdo_pgsql') ? undefined : await startServer();
after(() => server?.stop());

describe(
  'the registration in PHP',
  {skip: server ? false : 'php with pdo_pgsql, or Postgres, is not here'},
  () => {
    const folder = path('../../examples/php/');
    const {manifests, decision} = JSON.parse(readFileSync(path('../../vectors/fallback.json'), 'utf8'));
    const scratch = mkdtempSync(join(tmpdir(), 'ipsm-php-'));
    const zoe = {name: 'Әйгерім', email: 'a@example.kz'};
    let database, child, url, entryOf, notice;

    /** A form entry that PHP itself makes: what the page would send. */
    const makeEntry = (manifest, id, time) => {
      const code = `
      require '${folder}consent.php';
      $m = Ipsm\\Consent\\read_manifest(Ipsm\\Consent\\Json::parse(file_get_contents($argv[1])));
      $r = Ipsm\\Consent\\in_force($m, Ipsm\\Consent\\moment($argv[3]));
      $lang = Ipsm\\Consent\\keys_of($r['notice'])[0];
      $sha = Ipsm\\Consent\\notice_digest($r, $lang);
      echo "$r[version] $lang $sha\\n", Ipsm\\Consent\\wire(Ipsm\\Consent\\build_record($m, $r, ['id' => $argv[2], 'prev' => null,
        'state' => 'given', 'time' => $argv[3], 'by' => 'self', 'method' => 'form-checkbox', 'subject' => ['ref' => null,
        'nameFields' => []], 'lang' => $lang, 'sha256' => $sha, 'manifest' => null, 'source' => 'inline', 'purposes' => [],
        'generator' => 'x']));`;
      const {stdout, stderr} = php('-r', code, manifest, id, time);
      assert.equal(stderr, '');
      return stdout.split('\n');
    };
    const post = async (fields) => {
      const response = await fetch(url, {method: 'POST', body: new URLSearchParams(fields)});
      const body = await response.text();
      assert.ok([200, 422].includes(response.status), body);
      return {status: response.status, answer: JSON.parse(body)};
    };
    const count = async (table) =>
      (await database.query(`select count(*)::integer as n from ${table}`)).rows[0].n;

    before(async () => {
      assert.ok(decision);
      const address = new URL(await server.database());
      database = openPg(address.href);
      await database.query(readFileSync(`${folder}schema.sql`, 'utf8'));
      await database.query('create role shop login');
      await database.query('grant select, insert on consents, answers, people to shop');
      const manifest = join(scratch, 'manifest.json');
      writeFileSync(manifest, JSON.stringify(Object.values(manifests)[0]));
      [notice] = makeEntry(manifest, randomUUID(), new Date().toISOString());
      entryOf = (id = randomUUID(), time = new Date()) => makeEntry(manifest, id, time.toISOString())[1];
      const port = await freePort();
      url = `http://127.0.0.1:${port}/register.php`;
      const dsn = `pgsql:host=${address.hostname};port=${address.port};user=shop;dbname=${address.pathname.slice(1)}`;
      // more than one worker, so that two requests can meet
      const env = {...process.env, DATABASE: dsn, MANIFEST: manifest, PHP_CLI_SERVER_WORKERS: '4'};
      child = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder], {
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      });
      for await (const line of child.stderr) if (/started/.test(line)) break;
      child.stderr.resume();
    });
    after(async () => {
      child?.kill();
      if (child) await once(child, 'exit');
      await database?.close();
      rmSync(scratch, {recursive: true});
    });

    it('registers once, and gives the first answer to who sends again', async () => {
      const entry = entryOf();
      const first = await post({...zoe, consent: 'on', 'consent-record': entry});
      assert.equal(first.status, 200);
      for (const again of [entry, JSON.stringify(JSON.parse(entry))])
        assert.deepEqual(await post({...zoe, consent: 'on', 'consent-record': again}), first);
      assert.equal(await count('people'), 1);
    });

    it('says replayed to another person, and to other content', async () => {
      const id = randomUUID();
      const entry = entryOf(id);
      await post({...zoe, 'consent-record': entry});
      const before = await count('people');
      for (const fields of [
        {...zoe, name: 'Other', 'consent-record': entry},
        {...zoe, 'consent-record': entryOf(id, new Date(0))},
      ])
        assert.deepEqual((await post(fields)).answer.errors, [{code: 'replayed', path: 'id', version: null}]);
      assert.equal(await count('people'), before);
    });

    it('registers one of eight that arrive at once', async () => {
      const before = await count('people');
      const entry = entryOf();
      const answers = await Promise.all(
        Array.from({length: 8}, () => post({...zoe, 'consent-record': entry})),
      );
      assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1, JSON.stringify(answers));
      assert.equal(answers[0].status, 200);
      assert.equal(await count('people'), before + 1);
    });

    it('makes the record itself of a form that was sent without script', async () => {
      const {status} = await post({...zoe, consent: 'on', 'consent-notice': notice});
      assert.equal(status, 200);
      const {rows} = await database.query("select entry from consents where entry like '%form-fallback%'");
      assert.equal(rows.length, 1);
      const [version] = notice.split(' ');
      const refused = await post({
        ...zoe,
        consent: 'on',
        'consent-notice': notice.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
      });
      assert.deepEqual(refused.answer.errors, [{code: 'altered', path: 'notice.sha256', version}]);
      assert.deepEqual((await post({...zoe, 'consent-notice': notice})).answer.errors[0].code, 'missing');
    });

    it('keeps nothing of what it refuses', async () => {
      const before = [await count('consents'), await count('people')];
      const [version] = notice.split(' ');
      assert.deepEqual((await post({...zoe, 'consent-record': 'on'})).answer.errors, [
        {code: 'json', path: '', version},
      ]);
      assert.deepEqual((await post({name: ' ', email: 'x'})).answer.errors, [
        {code: 'field', path: 'name', version: null},
      ]);
      assert.deepEqual((await post({...zoe, 'consent-record[]': 'x'})).answer.errors[0].code, 'missing');
      assert.deepEqual([await count('consents'), await count('people')], before);
    });
  },
);
