import {modeOf, type Database, type Sql} from './database.js';

/** What is needed of a PGlite, Postgres inside the process. */
export interface PGliteLike extends Sql {
  transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
}

/** The database of a PGlite. It has one connection: nothing in it waits for another, and no limit of time is needed. */
export const fromPGlite = (pglite: PGliteLike): Database => ({
  query: (text, values) => pglite.query(text, values),
  transaction: (work, options) =>
    pglite.transaction(async (tx) => {
      // as it is by itself, and one statement less for each registration
      if (options) await tx.query(`set transaction ${modeOf(options)}`);
      return work(tx);
    }),
});
