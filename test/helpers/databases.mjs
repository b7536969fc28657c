/** The databases that the ledger is tested on: every driver that it has an adapter for. */
import {PGlite} from '@electric-sql/pglite';
import {fromPg, fromPGlite, fromPostgres} from 'ipsm-consent/server';
import pg from 'pg';
import postgres from 'postgres';
import {startPostgres} from './postgres-server.mjs';

/** @typedef {import('ipsm-consent/server').Database & {close: () => Promise<void>}} Opened */

/** Opens Postgres inside this process. @returns {Promise<Opened>} */
export async function openEmbedded() {
  const pglite = await PGlite.create();
  return {...fromPGlite(pglite), close: () => pglite.close()};
}

/** @param {string} url @returns {Opened} */
export function openPg(url) {
  const pool = new pg.Pool({connectionString: url});
  // an idle connection that the server ends: the next statement gets another one
  pool.on('error', () => {});
  return {...fromPg(pool), close: () => pool.end()};
}

/** @param {string} url @returns {Opened} */
export function openPostgres(url) {
  const sql = postgres(url, {onnotice: () => {}});
  return {...fromPostgres(sql), close: () => sql.end()};
}

/** A Postgres server with as many databases as a test wants. */
export async function startServer() {
  const server = await startPostgres();
  if (!server) return undefined;
  let n = 0;
  return {
    ...server,
    /** The address of a new, empty database. */
    async database() {
      const admin = openPg(server.url);
      const name = `test_${++n}`;
      await admin.query(`create database ${name}`);
      await admin.close();
      return server.url.replace(/[^/]+$/, name);
    },
  };
}

/** Each driver with a way to open an empty database, or the reason why it cannot be tested. */
export async function databases() {
  const server = await startServer();
  const skip = server ? false : 'no Postgres on this machine';
  return {
    stop: () => server?.stop(),
    each: [
      {name: 'PGlite', open: openEmbedded, skip: false},
      {name: 'pg', open: async () => openPg(await server.database()), skip},
      {name: 'postgres', open: async () => openPostgres(await server.database()), skip},
    ],
  };
}
