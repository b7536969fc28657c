import {codeOf} from '../sqlstate.js';

/** A row as a driver gives it. */
export type Row = Record<string, unknown>;

/** What takes SQL: a client, a pool or a transaction of `pg` and of PGlite, or what an adapter makes of another driver. */
export interface Sql {
  /** Runs one statement; `values` stand for `$1`, `$2` and so on. */
  query(text: string, values?: unknown[]): Promise<{rows: Row[]}>;
}

/** How a transaction runs. */
export interface TransactionOptions {
  /** Default: `read committed`, with which the ledger is safe. */
  isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readOnly?: boolean;
  /** Longest time for one statement in milliseconds; default 5,000. */
  statementTimeout?: number;
}

/** A Postgres. */
export interface Database extends Sql {
  /**
   * Runs `work` in one transaction: all of it is kept, or nothing. After a serialization conflict or a deadlock it runs
   * again, up to five times: what it does outside of the database has to bear that.
   */
  transaction<T>(work: (tx: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>;
}

/** A time as a text, which no driver makes anything else of. */
export const asText = (time: string): string =>
  `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const RUNS = 5;
const STATEMENT_MS = 5000;
/** Serialization failure, deadlock: the same work may well succeed a moment later. */
const CONFLICTS = new Set(['40001', '40P01']);

/** Runs a transaction again where another one came in between. */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await run();
    } catch (error) {
      if (n === RUNS || !CONFLICTS.has(codeOf(error) ?? '')) throw error;
    }
  }
}

/** The words after `begin`. */
export const modeOf = ({isolation = 'read committed', readOnly}: TransactionOptions): string =>
  `isolation level ${isolation}${readOnly ? ' read only' : ''}`;

/** Limits for the transaction they are sent in: nothing waits for ever, and no forgotten transaction holds a row. */
export function limitsOf({statementTimeout = STATEMENT_MS}: TransactionOptions): string {
  const ms = Math.max(1, Math.trunc(statementTimeout));
  return [
    `set local statement_timeout = ${ms}`,
    `set local lock_timeout = ${ms}`,
    `set local idle_in_transaction_session_timeout = ${2 * ms}`,
  ].join('; ');
}
