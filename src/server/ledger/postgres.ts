import {limitsOf, modeOf, retrying, type Database, type Row, type Sql} from './database.js';

/** What is needed of a connection of the package `postgres`. */
interface Unsafe {
  unsafe(text: string, values?: never[]): PromiseLike<Iterable<Row>>;
}

/** What is needed of the `sql` of the package `postgres`. */
export interface PostgresSql extends Unsafe {
  begin(options: string, work: (sql: Unsafe) => Promise<unknown>): Promise<unknown>;
}

const sqlOf = (sql: Unsafe): Sql => ({
  // `unsafe` is its name for a text with values apart
  query: async (text, values) => ({rows: [...(await sql.unsafe(text, values as never[]))]}),
});

/** The database behind the `sql` of the package `postgres`. */
export const fromPostgres = (sql: PostgresSql): Database => ({
  ...sqlOf(sql),
  transaction: <T>(work: (tx: Sql) => Promise<T>, options = {}) =>
    retrying(async () => {
      const run = async (begun: Unsafe) => {
        await begun.unsafe(limitsOf(options));
        return work(sqlOf(begun));
      };
      return (await sql.begin(modeOf(options), run)) as T;
    }),
});
