import {accepting} from './accepting.js';
import {auditing} from './auditing.js';
import type {Database} from './database.js';
import {exporting} from './exporting.js';
import type {JudgeSource} from './policy.js';

/**
 * The operator's store of records, in a Postgres whose tables `migrate` has made. Nothing in it is ever changed or removed.
 * @param database made by `fromPg`, `fromPostgres` or `fromPGlite`
 * @param options.verifier for the operator's policy; a function gives the newest one after a release was published
 */
export const createLedger = (database: Database, {verifier}: {verifier: JudgeSource}) => ({
  ...accepting(database, verifier),
  ...auditing(database, verifier),
  ...exporting(database),
});

/** Keeps decisions, knows where people stand, answers auditors. */
export type Ledger = ReturnType<typeof createLedger>;
