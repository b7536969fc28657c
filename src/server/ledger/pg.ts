import {limitsOf, modeOf, retrying, type Database, type Sql, type TransactionOptions} from './database.js';

/** What is needed of a client of the package `pg`. */
interface PgClient extends Sql {
  on(event: 'error', listener: (error: Error) => void): unknown;
  removeListener(event: 'error', listener: (error: Error) => void): unknown;
  release(error?: Error): void;
}

/** What is needed of a `Pool` of the package `pg`. */
export interface PgPool extends Sql {
  connect(): Promise<PgClient>;
}

async function once<T>(pool: PgPool, work: (tx: Sql) => Promise<T>, options: TransactionOptions): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies is told in an event as well; nobody listening would end the process.
  const listener = (error: Error) => (broken = error);
  client.on('error', listener);
  try {
    await client.query(`begin ${modeOf(options)}; ${limitsOf(options)}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // Where even this fails the connection is gone, and with it the transaction.
    await client.query('rollback').catch(listener);
    throw error;
  } finally {
    client.removeListener('error', listener);
    client.release(broken);
  }
}

/** The database behind a `Pool` of the package `pg`. */
export const fromPg = (pool: PgPool): Database => ({
  query: (text, values) => pool.query(text, values),
  transaction: (work, options = {}) => retrying(() => once(pool, work, options)),
});
