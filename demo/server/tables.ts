import type {Database} from './database.js';

/** Any number: whoever else makes tables for us in this database waits for it. */
const LOCK = 7_402_614;

const TABLES = [
  'create schema if not exists ipsm_demo',
  // Every manifest that something was judged by, by the digest of its bytes: the words of a record are proved by it.
  `create table if not exists ipsm_demo.manifest (
    sha256 text primary key,
    text text not null
  )`,
  // The record as it was posted, to the byte: the type json would lose that. The id decides who came first.
  `create table if not exists ipsm_demo.decision (
    record_id text primary key,
    number integer not null unique generated always as identity,
    record text not null,
    received_at timestamptz not null,
    manifest_sha256 text not null references ipsm_demo.manifest deferrable initially deferred,
    warnings json not null,
    prev_id text,
    subject_ref text,
    seal text not null
  )`,
  'create index if not exists decision_prev_id on ipsm_demo.decision (prev_id)',
  'create index if not exists decision_subject_ref on ipsm_demo.decision (subject_ref)',
  `create table if not exists ipsm_demo.registration (
    record_id text primary key references ipsm_demo.decision,
    received_at timestamptz not null,
    fields json not null,
    files json not null,
    seal text not null
  )`,
];

/** Makes the tables that are missing, and leaves the others as they are. */
export async function createTables(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [LOCK]);
    for (const statement of TABLES) await sql.query(statement);
  });
}
