import type {Database, Sql} from './database.js';
import {GRANTS_TO_READ, GRANTS_TO_WRITE, MIGRATIONS} from './migrations.js';

/** Any number: whoever else makes these tables in this database waits for it. */
const LOCK = 7_402_614;

/** Roles of the database server that exist already. */
export interface Roles {
  /** Adds decisions, and cannot change or remove any. */
  writer?: string;
  /** Reads only. */
  reader?: string;
}

const quoted = (role: string) => `"${role.replaceAll('"', '""')}"`;

/** @throws {Error} where not every character of a name or a policy can be kept */
async function checkEncoding(sql: Sql): Promise<void> {
  const asked = "select current_database() as name, current_setting('server_encoding') as encoding";
  const {name, encoding} = (await sql.query(asked)).rows[0] ?? {};
  if (encoding === 'UTF8') return;
  throw new Error(
    `The database "${String(name)}" has the encoding ${String(encoding)}. Make one with encoding 'UTF8'.`,
  );
}

/**
 * Makes the ledger's tables in the schema `ipsm_consent`, or brings them up to date; run again it does nothing. To be run as
 * the owner of the tables; the application should connect as another role, the `writer`.
 */
export async function migrate(database: Database, {writer, reader}: Roles = {}): Promise<void> {
  await database.transaction(async (tx) => {
    await checkEncoding(tx);
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query('create schema if not exists ipsm_consent');
    await tx.query('create table if not exists ipsm_consent.migration (number integer primary key)');
    const {rows} = await tx.query('select coalesce(max(number), 0) as done from ipsm_consent.migration');
    const done = Number(rows[0]?.['done'] ?? 0);
    for (const [i, statements] of MIGRATIONS.entries()) {
      if (i < done) continue;
      for (const statement of statements) await tx.query(statement);
      await tx.query('insert into ipsm_consent.migration values ($1)', [i + 1]);
    }
    if (writer) for (const grant of GRANTS_TO_WRITE) await tx.query(grant.replace('$role', quoted(writer)));
    if (reader) for (const grant of GRANTS_TO_READ) await tx.query(grant.replace('$role', quoted(reader)));
  });
}
