import {limitsOf, modeOf, retrying, type Database, type Sql, type TransactionOptions} from './database.js';

/** What is needed of a `Pool` of the package `pg`. */
export interface PgPool extends Sql {
  connect(): Promise<Sql & {release(error?: Error): void}>;
}

async function once<T>(pool: PgPool, work: (tx: Sql) => Promise<T>, options: TransactionOptions): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin ${modeOf(options)}; ${limitsOf(options)}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // Where even this fails the connection is gone, and with it the transaction.
    await client.query('rollback').catch((reason: Error) => (broken = reason));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The database behind a `Pool` of the package `pg`. */
export const fromPg = (pool: PgPool): Database => ({
  query: (text, values) => pool.query(text, values),
  transaction: (work, options = {}) => retrying(() => once(pool, work, options)),
});
