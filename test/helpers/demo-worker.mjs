// The demo's server beside the test runner: a database that starts takes seconds, in which the runner could do nothing.
import {parentPort} from 'node:worker_threads';
import {ledgerPassword} from './ledger-password.mjs';

const server = new URL('../../out/demo/server/', import.meta.url);
/** @param {string} name */
const load = (name) => import(new URL(name, server).href);

const [{createApp}, {openInMemory}, {listen}] = await Promise.all(
  ['app.js', 'database.js', 'listen.js'].map(load),
);
const app = await createApp({database: await openInMemory(), ledgerPassword});
parentPort?.postMessage((await listen(app, 0, '127.0.0.1')).port);
