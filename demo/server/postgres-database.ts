import pg from 'pg';
import type {Database, Sql} from './database.js';

const sqlOf = (to: pg.Pool | pg.PoolClient): Sql => ({
  query: async <Row>(text: string, values?: unknown[]) => (await to.query(text, values)).rows as Row[],
});

async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(sqlOf(client));
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

/** A Postgres server, by its address. Connects with the first statement. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({connectionString: url});
  // An idle connection that the server ends: the next statement gets another one.
  pool.on('error', (error) => console.error(`ipsm-consent demo: ${error.message}`));
  return {
    ...sqlOf(pool),
    place: 'server',
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
}
