/** What a real Postgres may do to registrations: nothing acknowledged is lost, nothing is counted twice. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chownSync, mkdirSync, mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import {createLedger, createVerifier, migrate} from 'ipsm-consent/server';
import {openPg, startServer} from '../helpers/databases.mjs';
import {FIRST, manifest, recordsOf} from '../helpers/records.mjs';

const NOW = new Date('2026-10-05T10:00:00.000Z');
const [verifier, make] = await Promise.all([createVerifier(manifest), recordsOf(manifest, FIRST)]);
const server = await startServer();
after(() => server?.stop());
const entries = (count) => Array.from({length: count}, () => make({time: NOW}));

/** A database with the ledger and a table of registrations that rest on it. */
async function openRegistry(url) {
  const database = openPg(url);
  await migrate(database);
  await database.query('create table person (record_id uuid not null, number serial)');
  const ledger = createLedger(database, {verifier});
  return {
    ...database,
    /** One registration, as a server makes it. */
    register: (text, isolation = 'read committed', begun = async () => {}) =>
      database.transaction(
        async (tx) => {
          await begun(tx);
          const outcome = await ledger.accept(tx, text, {key: 'a', now: NOW});
          if (outcome.outcome !== 'new') return outcome.answer ?? outcome;
          const insert = 'insert into person (record_id) values ($1) returning number';
          const {number} = (await tx.query(insert, [outcome.record.id])).rows[0];
          await ledger.answer(tx, outcome.record.id, number);
          return number;
        },
        {isolation},
      ),
    /** Every registration that is kept, as pairs of record and number; each once, with all that belongs to it. */
    async kept() {
      // by connections that have seen no fault
      const fresh = openPg(url);
      const {rows} = await fresh.query(`
        select p.record_id::text as id, p.number, w.answer from person p
        join ipsm_consent.record r on r.id = p.record_id
        join ipsm_consent.acceptance a on a.record_id = r.id
        join ipsm_consent.answer w on w.record_id = r.id order by p.number`);
      const count = async (table) =>
        (await fresh.query(`select count(*)::integer as n from ${table}`)).rows[0].n;
      for (const table of ['person', 'ipsm_consent.record', 'ipsm_consent.acceptance', 'ipsm_consent.answer'])
        assert.equal(await count(table), rows.length, table);
      for (const {number, answer} of rows) assert.equal(answer, String(number));
      assert.equal(new Set(rows.map(({id}) => id)).size, rows.length);
      await fresh.close();
      return new Map(rows.map(({id, number}) => [id, number]));
    },
  };
}

/** Sends until there is an answer, as browsers do; gives the answers by record. */
async function sendAll(made, send, {atOnce = 8, mend = async () => {}} = {}) {
  const answers = new Map();
  const queue = [...made];
  let failures = 0;
  const sender = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      try {
        answers.set(next.record.id, await send(next.text));
      } catch (error) {
        failures++;
        assert.ok(failures < 2000, error);
        queue.push(next);
        await mend(error);
      }
    }
  };
  await Promise.all(Array.from({length: atOnce}, sender));
  return {answers, failures};
}

/** Asserts that every registration was answered, and that what is kept is what was answered. */
async function hasKept(registry, answers, made) {
  assert.deepEqual(await registry.kept(), new Map([...answers].sort(([, a], [, b]) => a - b)));
  assert.equal(answers.size, made.length);
}

describe('a ledger', {skip: server ? false : 'no Postgres on this machine', timeout: 120_000}, () => {
  it('loses and doubles nothing where connections are killed all the time', async () => {
    const url = await server.database();
    const registry = await openRegistry(url);
    const admin = openPg(server.url.replace(/[^/]+$/, 'postgres'));
    const made = entries(150);
    let sent = 0;
    const kills = [];
    const send = (text) => {
      const answer = registry.register(text);
      if (++sent % 5 === 0)
        kills.push(
          admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where datname = '${new URL(url).pathname.slice(1)}' and backend_type = 'client backend' and state <> 'idle'
               and pid <> pg_backend_pid() limit 1`,
          ),
        );
      return answer;
    };
    const {answers, failures} = await sendAll(made, send);
    await Promise.all(kills);
    assert.ok(failures > 0, 'no connection was killed');
    await hasKept(registry, answers, made);
    await Promise.all([registry.close(), admin.close()]);
  });

  it('loses and doubles nothing where the server dies and recovers', async () => {
    const registry = await openRegistry(await server.database());
    const made = entries(120);
    let [sent, crashes, up] = [0, 0, Promise.resolve()];
    const send = (text) => {
      const answer = registry.register(text);
      if (++sent % 40 === 0 && crashes < 3) {
        crashes++;
        up = server.crash().then(server.start);
      }
      return answer;
    };
    const {answers, failures} = await sendAll(made, send, {atOnce: 4, mend: () => up});
    await up;
    assert.equal(crashes, 3);
    assert.ok(failures > 0, 'no registration met a crash');
    await hasKept(registry, answers, made);
    await registry.close();
  });

  it('gives one answer to each of many who send the same at once, also where transactions conflict', async () => {
    const registry = await openRegistry(await server.database());
    const made = entries(10);
    const TOGETHER = 10;
    let runs = 0;
    const given = [];
    for (const {record, text} of made) {
      let waiting = 0;
      let go;
      const all = new Promise((resolve) => (go = resolve));
      const begun = async (tx) => {
        runs++;
        // the moment whose rows this transaction sees: before any of the others has finished
        await tx.query('select 1');
        if (++waiting === TOGETHER) go();
        await all;
      };
      const send = async () => {
        // beyond the five runs of a transaction a browser sends again
        for (;;) {
          try {
            return [record.id, await registry.register(text, 'serializable', begun)];
          } catch (error) {
            assert.match(error.code, /^(40001|40P01)$/);
          }
        }
      };
      given.push(...(await Promise.all(Array.from({length: TOGETHER}, send))));
    }
    assert.equal(given.length, made.length * TOGETHER);
    assert.ok(runs > given.length, 'no transactions met');
    const kept = await registry.kept();
    assert.equal(kept.size, made.length);
    for (const [id, answer] of given) assert.equal(answer, kept.get(id));
    await registry.close();
  });

  it('loses nothing where the disk is full, and goes on when there is room', async (t) => {
    const disk = mkdtempSync(join(tmpdir(), 'ipsm-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', disk], {stdio: 'pipe'});
    } catch {
      rmdirSync(disk);
      return t.skip('only root can make a small disk');
    }
    const admin = openPg(server.url);
    const space = join(disk, 'space');
    try {
      mkdirSync(space);
      if (server.user.uid !== undefined) chownSync(space, server.user.uid, server.user.gid);
      await admin.query(`create tablespace small location '${space}'`);
      await admin.query('create database small tablespace small');
      const registry = await openRegistry(server.url.replace(/[^/]+$/, 'small'));
      const ballast = join(disk, 'ballast');
      const {bavail, bsize} = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize - 2 ** 19));
      const made = entries(600);
      let refused = 0;
      const mend = (error) => {
        assert.equal(error.code, '53100', error.message);
        // what was acknowledged before stays; after this there is room
        if (++refused === 8) rmSync(ballast);
      };
      const {answers} = await sendAll(made, registry.register, {mend});
      assert.ok(refused >= 8, 'the disk was never full');
      await hasKept(registry, answers, made);
      await registry.close();
      await admin.query('drop database small');
      await admin.query('drop tablespace small');
    } finally {
      await admin.close();
      execFileSync('umount', ['-l', disk]);
      rmdirSync(disk);
    }
  });
});
