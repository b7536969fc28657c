export type {AcceptOptions} from './in-force.js';
export type {PostedFields} from './fallback.js';
export {
  createVerifier,
  Verifier,
  type FallbackOptions,
  type FallbackVerdict,
  type Verdict,
} from './verifier.js';
export type {Fault, Refusal, RefusalCode} from './refusal.js';
export {createLedger, type Ledger} from './ledger/ledger.js';
export {keyOf} from './ledger/key.js';
export {migrate, type Roles} from './ledger/migrate.js';
export {fromPg} from './ledger/pg.js';
export {fromPGlite} from './ledger/pglite.js';
export {fromPostgres} from './ledger/postgres.js';
export type {Database, Row, Sql, TransactionOptions} from './ledger/database.js';
export type {DecisionOptions, FormOptions, Outcome, RegistrationOptions, Sender} from './ledger/accepting.js';
export type {ConsentAt, Filter, Outstanding} from './ledger/auditing.js';
export type {AuditEntry} from './ledger/audit-entry.js';
export {stateOf, type DecisionState} from './ledger/state.js';
export type {ExportFormat} from './ledger/exporting.js';
export type {Standing} from '../core/index.js';
export {createConsentHandler, type DecisionStore, type HandlerOptions} from './handler/handler.js';
export {toNodeListener} from './handler/node.js';
export {describeConsentHandler} from './handler/openapi.js';
export {pageRefusal, type PageRefusal} from './page-refusal.js';
