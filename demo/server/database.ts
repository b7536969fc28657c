import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fromPg, fromPGlite, migrate, type Database} from 'ipsm-consent/server';
import {lockFolder} from './folder-lock.js';

/** Where a database keeps what it is given. */
export type Place = 'memory' | 'folder' | 'server';

/** A Postgres: one that runs inside this process, or any other. */
export interface Opened extends Database {
  readonly place: Place;
  close(): Promise<void>;
}

/** Any number: whoever else makes the demo's table in this database waits for it. */
const LOCK = 7_402_615;

/** Makes the tables that are missing: those of the ledger, and the demo's own, in which a person names their record. */
async function ready(database: Opened): Promise<Opened> {
  await migrate(database);
  await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await tx.query('create schema if not exists ipsm_demo');
    await tx.query(`create table if not exists ipsm_demo.person (
      record_id uuid primary key references ipsm_consent.record,
      fields text not null,
      files text not null
    )`);
  });
  return database;
}

async function openEmbedded(place: Place, folder?: string): Promise<Opened> {
  const {PGlite} = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(folder);
  return ready({...fromPGlite(pglite), place, close: () => pglite.close()});
}

/** A database that ends with the process. */
export const openInMemory = (): Promise<Opened> => openEmbedded('memory');

/**
 * A database in a folder, which is made where it is missing. Two processes in one folder would destroy it: while another
 * one has it, the answer is `undefined`.
 */
export async function openInFolder(folder: string): Promise<Opened | undefined> {
  await mkdir(folder, {recursive: true});
  const unlock = await lockFolder(folder);
  if (!unlock) return undefined;
  try {
    const database = await openEmbedded('folder', join(folder, 'postgres'));
    return {...database, close: () => database.close().finally(unlock)};
  } catch (error) {
    await unlock();
    throw new Error(
      `The database in ${folder} cannot be opened. Move the folder away to begin with an empty one, or name another Postgres in DATABASE_URL.`,
      {cause: error},
    );
  }
}

/** A database on a Postgres server, by its `postgres://` address. */
export async function openOnServer(url: string): Promise<Opened> {
  const {default: pg} = await import('pg');
  const pool = new pg.Pool({connectionString: url});
  // An idle connection that the server ends: the next statement gets another one.
  pool.on('error', (error) => console.error(`ipsm-consent demo: ${error.message}`));
  return ready({...fromPg(pool), place: 'server', close: () => pool.end()});
}
