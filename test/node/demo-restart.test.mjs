import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import {networkInterfaces, tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {text} from 'node:stream/consumers';
import {after, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createApp} from '../../out/demo/server/app.js';
import {openInFolder} from '../../out/demo/server/database.js';
import {
  Authorization,
  aigerim,
  decision,
  entryOf,
  formOf,
  ledgerPassword,
  register,
} from '../helpers/demo-server.mjs';
import {startPostgres} from '../helpers/postgres-server.mjs';

const path = (of) => fileURLToPath(new URL(of, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ipsm-demo-'));
after(() => rmSync(folder, {recursive: true}));

/** Starts a program and waits for its first lines, or for its end. */
async function start(args, env = {}, count = 1) {
  const child = spawn(process.execPath, args, {
    env: {...process.env, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaint = text(child.stderr);
  const ended = once(child, 'exit');
  const lines = [];
  const said = new Promise((resolve) =>
    createInterface({input: child.stdout}).on('line', (line) => lines.push(line) === count && resolve()),
  );
  await Promise.race([said, ended]);
  return {child, ended, complaint, lines, line: lines[0] ?? ''};
}

describe('the demo’s database in a folder', () => {
  const made = decision();
  let first;

  test('is made where there is none, and keeps everything when the server stops', async () => {
    const database = await openInFolder(folder);
    first = await register(await createApp({database}), made.text);
    assert.equal(first.status, 200);
    await database.close();

    const again = await openInFolder(folder);
    const app = await createApp({database: again, ledgerPassword});
    assert.deepEqual(await register(app, made.text), first);
    assert.match(await entryOf(app, made.record.id), /data-check="good"/);
    await again.close();
  });

  test('belongs to one process at a time, and keeps what was answered when that is killed', async () => {
    const last = decision();
    const {child, ended, line} = await start([path('../helpers/demo-that-dies.mjs'), last.text, folder]);
    assert.equal(line, '200');
    assert.equal(await openInFolder(folder), undefined);
    child.kill('SIGKILL');
    await ended;

    const database = await openInFolder(folder);
    const app = await createApp({database, ledgerPassword});
    for (const {record} of [made, last])
      assert.match(await entryOf(app, record.id), /data-check="good"/, record.id);
    await database.close();
    assert.equal(existsSync(join(folder, 'in-use-by')), false);
  });

  test('that cannot be read is said to be so, and left as it is', async () => {
    const file = join(folder, 'postgres', 'PG_VERSION');
    writeFileSync(file, '9\n');
    await assert.rejects(openInFolder(folder), ({message}) =>
      message.startsWith(`The database in ${folder} cannot be opened. Move the folder away`),
    );
    assert.equal(existsSync(file), true);
    assert.equal(existsSync(join(folder, 'in-use-by')), false);
  });
});

const postgres = await startPostgres();
after(() => postgres?.stop());

describe('npm start with DATABASE_URL', () => {
  const main = path('../../out/demo/server/main.js');

  test(
    'keeps everything on that server, and listens on this machine only',
    {skip: !postgres && 'no Postgres on this machine'},
    async () => {
      const {record, text: posted} = decision();
      const env = {DATABASE_URL: postgres.url, PORT: '0', LEDGER_PASSWORD: ledgerPassword};
      for (let run = 0; run < 2; run++) {
        const {child, ended, line} = await start([main], env);
        const url = /http:\S+/.exec(line)[0];
        const body = formOf({...aigerim, 'consent-record': posted});
        const response = await fetch(`${url}register`, {method: 'POST', body});
        assert.equal(response.status, 200);
        const ledger = await (await fetch(`${url}ledger?lang=en`, {headers: {Authorization}})).text();
        assert.match(ledger, /The database is the Postgres server named in DATABASE_URL\./);
        assert.equal([...ledger.matchAll(/<tr id="record-/g)].length, 1);
        assert.ok(ledger.includes(`id="record-${record.id}"`));

        const elsewhere = Object.values(networkInterfaces())
          .flat()
          .find(({family, internal}) => family === 'IPv4' && !internal);
        if (elsewhere) {
          const [error] = await once(connect(new URL(url).port, elsewhere.address), 'error');
          assert.equal(error.code, 'ECONNREFUSED');
        }
        child.kill('SIGTERM');
        assert.deepEqual(await ended, [0, null]);
      }
    },
  );

  test(
    'opens the ledger with a password of its own at each start, which it says',
    {skip: !postgres && 'no Postgres on this machine'},
    async () => {
      const passwords = new Set();
      for (let run = 0; run < 2; run++) {
        const env = {DATABASE_URL: postgres.url, PORT: '0', LEDGER_PASSWORD: ''};
        const {child, ended, lines} = await start([main], env, 2);
        const [, url, password] = /(http:\S+\/ledger) opens with any name, .* password (\S{12})$/.exec(
          lines[1],
        );
        const status = async (headers) => (await fetch(url, {headers})).status;
        assert.equal(await status({}), 401);
        assert.equal(await status({Authorization: `Basic ${btoa(`a:${password}`)}`}), 200);
        passwords.add(password);
        child.kill('SIGTERM');
        await ended;
      }
      assert.equal(passwords.size, 2);
    },
  );

  test('says what is wrong where nothing answers there, without the password', async () => {
    const {ended, complaint} = await start([main], {
      DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x',
      PORT: '0',
    });
    const [code] = await ended;
    assert.equal(await complaint, 'ipsm-consent demo: DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1\n');
    assert.equal(code, 1);
  });
});
