// How many registrations a second the ledger takes, and how long an auditor waits for an answer among a million records.
import {randomUUID} from 'node:crypto';
import {cpus} from 'node:os';
import {createLedger, createVerifier, keyOf, migrate} from 'ipsm-consent/server';
import {openEmbedded, openPg, startServer} from '../test/helpers/databases.mjs';
import {FIRST, manifest, recordsOf} from '../test/helpers/records.mjs';

const NOW = new Date('2026-10-05T10:00:00.000Z');
const SECONDS = 5;
const RECORDS = 1_000_000;
const DAYS = 400;
const QUERY_MS = 100;
const ROUNDS = 9;

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Seconds: of this process's CPU where the database is in it, which a busy machine does not lengthen; else of the clock. */
function clock(isEmbedded) {
  const {user, system} = process.cpuUsage();
  return isEmbedded ? (user + system) / 1e6 : performance.now() / 1000;
}

/** Registrations a second, each with a row of the caller's own. @param {number} atOnce */
async function registrations(database, ledger, make, atOnce, isEmbedded) {
  await database.query('create table if not exists person (record_id uuid primary key, name text not null)');
  const start = clock(isEmbedded);
  let count = 0;
  const sender = async () => {
    while (clock(isEmbedded) < start + SECONDS) {
      const {text} = make({time: NOW});
      const key = await keyOf({name: `Person ${count}`});
      await database.transaction(async (tx) => {
        const outcome = await ledger.accept(tx, text, {key, now: NOW});
        if (outcome.outcome !== 'new') throw new Error(`A fresh record is ${outcome.outcome}.`);
        await tx.query('insert into person values ($1, $2)', [outcome.record.id, 'Person']);
        await ledger.answer(tx, outcome.record.id, {ok: true}, {subject: outcome.record.id});
      });
      count++;
    }
  };
  await Promise.all(Array.from({length: atOnce}, sender));
  return count / (clock(isEmbedded) - start);
}

/**
 * Fills the ledger up to a million records with copies of a genuine one, made by the database itself: each with an id of its
 * own, over many days, versions, states and languages.
 */
async function fill(database) {
  await database.query(
    `insert into ipsm_consent.record
       (id, entry, sha256, received_at, release_sha256, policy, version, lang, state, acted_at)
     select gen_random_uuid(), r.entry, r.sha256, timestamptz '2026-01-01' + (n % ${DAYS}) * interval '1 day' + n * interval '1 ms',
       r.release_sha256, r.policy,
       (array['2026-10-01', '2026-10-01', '2026-10-01', '2026-12-01'])[1 + n % 4], (array['kk', 'ru', 'en'])[1 + n % 3],
       (array['given', 'given', 'given', 'given', 'declined', 'withdrawn', 'given'])[1 + n % 7], r.acted_at
     from generate_series(1, $1::integer) n, (select * from ipsm_consent.record limit 1) r`,
    [RECORDS],
  );
  await database.query(
    `insert into ipsm_consent.owner select id, 'subject-' || number % 700000, number, received_at
     from ipsm_consent.record on conflict do nothing`,
  );
  await database.query('analyze');
}

/** @param {() => Promise<unknown>} ask */
async function time(ask) {
  await ask();
  const took = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await ask();
    took.push(performance.now() - start);
  }
  return median(took);
}

/** @returns {Promise<import('../scripts/bench.mjs').Result>} */
export default async function bench() {
  const verifier = await createVerifier(manifest);
  const make = await recordsOf(manifest, FIRST);
  const server = await startServer();
  if (!server)
    throw new Error('There is no Postgres on this machine. Install one: apt-get install postgresql');
  const embedded = await openEmbedded();
  const postgres = openPg(await server.database());
  const rows = [];
  try {
    for (const [name, database, atOnce, atLeast] of [
      ['PGlite, in memory', embedded, 4, 500],
      ['Postgres, 8 connections', postgres, 8, undefined],
    ]) {
      await migrate(database);
      const ledger = createLedger(database, {verifier});
      await registrations(database, ledger, make, atOnce, database === embedded);
      const value = await registrations(database, ledger, make, atOnce, database === embedded);
      rows.push({what: `registrations, ${name}`, value, unit: '/s', ...(atLeast ? {atLeast} : {})});
    }
    await fill(postgres);
    const ledger = createLedger(postgres, {verifier});
    const {rows: some} = await postgres.query(
      `select id::text, received_at from ipsm_consent.record offset ${RECORDS / 2} limit 1`,
    );
    const [{id, received_at: received}] = some;
    const day = {from: received, to: new Date(+received + 24 * 60 * 60_000)};
    for (const [what, ask, atMost] of [
      ['by id, with those before and after', () => ledger.chainOf(id), QUERY_MS],
      ['an id that there is not', () => ledger.chainOf(randomUUID()), QUERY_MS],
      ['all of one subject', () => ledger.consentsOf('subject-350000'), QUERY_MS],
      ['standing of one subject', () => ledger.standing('subject-350000', NOW), QUERY_MS],
      ['a page of 50 by version', () => ledger.page({version: FIRST}), QUERY_MS],
      ['a page of 50 by state', () => ledger.page({state: 'withdrawn'}), QUERY_MS],
      ['a page of 50 by day', () => ledger.page(day), QUERY_MS],
      [
        'a page of 50 by version, state and day',
        () => ledger.page({version: FIRST, state: 'given', ...day}),
        QUERY_MS,
      ],
      ['a page of 50 by language and day', () => ledger.page({lang: 'en', ...day}), QUERY_MS],
      ['who has not agreed to a version, 50', () => ledger.outstanding('2026-12-01'), undefined],
      ['how many there are', () => ledger.count({}), undefined],
    ])
      rows.push({what, value: await time(ask), unit: 'ms', ...(atMost ? {atMost} : {})});
  } finally {
    await Promise.all([embedded.close(), postgres.close()]);
    await server.stop();
  }
  const method =
    `A registration is one transaction: the record looked up, verified and kept, a row of the caller's, the answer and the ` +
    `subject; ${SECONDS} seconds (of CPU time for PGlite, which is in the process) after as many to warm up, client and database on the same ${cpus().length} cores, without ` +
    `fsync. Then ${RECORDS.toLocaleString('en')} records in Postgres over ${DAYS} days; each question is asked once to warm ` +
    `up and ${ROUNDS} times, the median counts; every entry of an answer is verified as it is read. \`npm run bench -- ledger\` ` +
    'measures again.';
  return {title: 'Ledger', method, rows};
}
