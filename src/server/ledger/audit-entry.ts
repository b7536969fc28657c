import {
  canonicalJson,
  ReadError,
  readRecord,
  type ConsentRecord,
  type Notice,
  type Release,
} from '../../core/index.js';
import type {RefusalCode} from '../refusal.js';
import {createVerifier, type Verifier} from '../verifier.js';
import {asText, type Row, type Sql} from './database.js';
import {digestOf} from './evidence.js';
import {stateOf} from './state.js';

/** What is wrong with an entry. */
export interface Damage {
  /** Of the verifier; `release`, `digest`, `column`: the row is not as it was kept; `prev`: another one came before. */
  code: RefusalCode | 'release' | 'digest' | 'column' | 'prev';
  path: string;
  message: string;
}

/** A decision of the ledger, checked again at the moment it was read. */
export interface AuditEntry {
  id: string;
  /** Goes on from here, in `page`. */
  cursor: string;
  receivedAt: Date;
  /** Whose decision it is, by the server's word. */
  subject: string | null;
  /** In wire form, as it is kept. */
  entry: string;
  /** SHA-256 of the record's canonical form: what the `prev` of the next one names. */
  sha256: string;
  /** Missing where what the row holds is no record any more. */
  record: ConsentRecord | undefined;
  /** The release that it is about, with all its words and documents. */
  release: Release | undefined;
  /** The words of that release in the language of the decision. */
  words: Notice | undefined;
  /** What the record says and nobody but the device knows. */
  claimed: string[];
  /** None: it is what came, word for word. Codes of the verifier, and `release`, `digest`, `column`. */
  problems: Damage[];
}

/** A release as it was when a record was judged by it. */
interface Judged {
  verifier: Verifier;
  release: Release | undefined;
}

/** Releases by digest. They never change, and there are few. */
export class ReleaseCache {
  readonly #judged = new Map<string, Promise<Judged | undefined>>();

  /** The release with this digest; nothing where what is kept under it is another. */
  of(sql: Sql, sha256: string): Promise<Judged | undefined> {
    const found = this.#judged.get(sha256);
    if (found) return found;
    const judged = readRelease(sql, sha256);
    this.#judged.set(sha256, judged);
    // a backup may be restored, a connection come back
    const forget = () => this.#judged.delete(sha256);
    judged.then((release) => release ?? forget(), forget);
    return judged;
  }
}

async function readRelease(sql: Sql, sha256: string): Promise<Judged | undefined> {
  const {rows} = await sql.query('select manifest from ipsm_consent.release where sha256 = $1', [sha256]);
  const text = rows[0]?.['manifest'];
  if (typeof text !== 'string' || (await digestOf(text)) !== sha256) return undefined;
  try {
    const verifier = await createVerifier(JSON.parse(text));
    return {verifier, release: verifier.manifest.releases[0]};
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ReadError) return undefined;
    throw error;
  }
}

/** Columns of an entry, with `r` for the record and `o` for its owner. */
export const ENTRY_COLUMNS = `
r.id::text as id, r.number::text as number, r.entry, r.sha256, ${asText('r.received_at')} as received_at, r.release_sha256,
r.policy, r.version, r.lang, r.state, ${asText('r.acted_at')} as acted_at, r.prev::text as prev, o.subject`;

/** Where entries are. */
export const ENTRY_TABLES = `
ipsm_consent.record r
left join ipsm_consent.owner o on o.record_id = r.id`;

function readEntry(entry: string): ConsentRecord | undefined {
  try {
    return readRecord(JSON.parse(entry));
  } catch {
    return undefined;
  }
}

const damaged = (code: Damage['code'], path: string, message: string): Damage => ({code, path, message});

/** Columns that do not say what the entry says. */
function columnProblems(row: Row, record: ConsentRecord): Damage[] {
  const {id, policy, notice, event, prev} = record;
  const said: Record<string, unknown> = {
    id,
    policy: policy.id,
    version: policy.version,
    lang: notice.lang,
    state: stateOf(record),
    acted_at: event.time,
    prev: prev?.id ?? null,
  };
  return Object.entries(said).flatMap(([column, value]) =>
    row[column] === value
      ? []
      : [damaged('column', column, `The column "${column}" is not what the record says. Restore a backup.`)],
  );
}

/** A row as an entry, checked against the release that it was judged by. */
export async function auditEntryOf(sql: Sql, row: Row, releases: ReleaseCache): Promise<AuditEntry> {
  const [entry, sha256] = [row['entry'] as string, row['sha256'] as string];
  const received = row['received_at'] as string;
  const record = readEntry(entry);
  const problems: Damage[] = [];
  const judged = await releases.of(sql, row['release_sha256'] as string);
  const verdict = judged?.verifier.verifyRecord(entry);
  if (!verdict) {
    const message = 'The release that this was judged by is not as it was kept. Restore a backup.';
    problems.push(damaged('release', '', message));
  } else if (!verdict.ok)
    problems.push(...verdict.errors.map(({code, path, message}) => damaged(code, path, message)));
  if (record) {
    if ((await digestOf(canonicalJson(record))) !== sha256)
      problems.push(
        damaged(
          'digest',
          '',
          'The record is not the one that was kept: its digest differs. Restore a backup.',
        ),
      );
    problems.push(...columnProblems(row, record));
  }
  return {
    id: row['id'] as string,
    cursor: `${received}_${String(row['number'])}`,
    receivedAt: new Date(received),
    subject: row['subject'] as string | null,
    entry,
    sha256,
    record,
    release: judged?.release,
    words: record && judged?.release?.notice[record.notice.lang],
    claimed: verdict?.ok ? verdict.claimed : [],
    problems,
  };
}
