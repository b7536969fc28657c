import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {lockFolder} from './folder-lock.js';
import {createTables} from './tables.js';

/** What takes SQL. */
export interface Sql {
  /** Runs one statement; `values` stand for `$1`, `$2` and so on. */
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Where a database keeps what it is given. */
export type Place = 'memory' | 'folder' | 'server';

/** A Postgres: one that runs inside this process, or any other. */
export interface Database extends Sql {
  readonly place: Place;
  /** Runs `work` in one transaction: all of it is kept, or nothing. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

async function ready(database: Database): Promise<Database> {
  await createTables(database);
  return database;
}

/** A database that ends with the process. */
export async function openInMemory(): Promise<Database> {
  const {openEmbedded} = await import('./embedded-database.js');
  return ready(await openEmbedded());
}

/**
 * A database in a folder, which is made where it is missing. Two processes in one folder would destroy it: while another
 * one has it, the answer is `undefined`.
 */
export async function openInFolder(folder: string): Promise<Database | undefined> {
  await mkdir(folder, {recursive: true});
  const unlock = await lockFolder(folder);
  if (!unlock) return undefined;
  try {
    const {openEmbedded} = await import('./embedded-database.js');
    const database = await ready(await openEmbedded(join(folder, 'postgres')));
    const close = () => database.close().finally(unlock);
    return {...database, close};
  } catch (error) {
    await unlock();
    throw new Error(
      `The database in ${folder} cannot be opened. Move the folder away to begin with an empty one, or name another Postgres in DATABASE_URL.`,
      {cause: error},
    );
  }
}

/** A database on a Postgres server, by its `postgres://` address. */
export async function openOnServer(url: string): Promise<Database> {
  const {openPostgres} = await import('./postgres-database.js');
  return ready(openPostgres(url));
}
