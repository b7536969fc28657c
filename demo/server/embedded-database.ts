import {PGlite} from '@electric-sql/pglite';
import type {Database, Sql} from './database.js';

const sqlOf = (to: Pick<PGlite, 'query'>): Sql => ({
  query: async <Row>(text: string, values?: unknown[]) => (await to.query<Row>(text, values)).rows,
});

/** Postgres inside this process, in a folder or in memory. */
export async function openEmbedded(folder?: string): Promise<Database> {
  const postgres = await PGlite.create(folder);
  return {
    ...sqlOf(postgres),
    place: folder === undefined ? 'memory' : 'folder',
    transaction: (work) => postgres.transaction((transaction) => work(sqlOf(transaction))),
    close: () => postgres.close(),
  };
}
