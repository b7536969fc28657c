import type {ConsentRecord} from 'ipsm-consent/core';
import type {Database, Sql} from './database.js';
import {sealOfDecision, sealOfRegistration, type DecisionRow, type RegistrationRow} from './seal.js';
import {sha256} from './sha256.js';

/** A decision that passed its check, on its way into the ledger. */
export interface Decision {
  record: ConsentRecord;
  /** The record exactly as posted: the same id with other bytes is another claim. */
  recordText: string;
  /** The manifest that it was judged by. */
  manifestText: string;
  receivedAt: Date;
  warnings: unknown[];
}

/** A decision of the ledger, with the registration that came with it, if any did. */
export interface Entry extends DecisionRow {
  record_id: string;
  /** Counts up; numbers may be missing. */
  number: number;
  prev_id: string | null;
  subject_ref: string | null;
  seal: string;
  registration: (RegistrationRow & {seal: string}) | null;
}

/** Which part of the ledger. */
export interface Part {
  /** Only entries older than this number. */
  before?: number | undefined;
  /** Only this record. */
  recordId?: string | undefined;
  /** Only decisions about this subject reference. */
  subjectRef?: string | undefined;
}

interface Joined extends Omit<Entry, 'registration'> {
  registered_at: Date | null;
  fields: Record<string, string>;
  files: RegistrationRow['files'];
  registration_seal: string;
}

const JOINED = `
  select d.*, r.received_at as registered_at, r.fields, r.files, r.seal as registration_seal
  from ipsm_demo.decision d left join ipsm_demo.registration r using (record_id)`;

function entryOf({registered_at, fields, files, registration_seal, ...decision}: Joined): Entry {
  const registration = registered_at && {
    received_at: registered_at,
    fields,
    files,
    seal: registration_seal,
  };
  return {...decision, registration};
}

const entries = async (sql: Sql, condition: string, values: unknown[]): Promise<Entry[]> =>
  (await sql.query<Joined>(`${JOINED} ${condition}`, values)).map(entryOf);

/** A text that Postgres can hold and look up: without the one character that it cannot. */
const lookupKey = (text: string | null): string | null => text?.replaceAll('\0', '\uFFFD') ?? null;

const IS_IN_PART = '($1::text is null or d.record_id = $1) and ($2::text is null or d.subject_ref = $2)';

const keysOf = ({recordId, subjectRef}: Part) => [lookupKey(recordId ?? null), lookupKey(subjectRef ?? null)];

/** Appends the decision, unless its id is there already: then whoever came first stays. */
async function append(sql: Sql, decision: Decision): Promise<void> {
  const {record, recordText, manifestText, receivedAt, warnings} = decision;
  const manifest_sha256 = sha256(manifestText);
  const seal = sealOfDecision({record: recordText, received_at: receivedAt, manifest_sha256, warnings});
  const added = await sql.query(
    `insert into ipsm_demo.decision
       (record_id, record, received_at, manifest_sha256, warnings, prev_id, subject_ref, seal)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (record_id) do nothing returning record_id`,
    [
      record.id,
      recordText,
      receivedAt.toISOString(),
      manifest_sha256,
      JSON.stringify(warnings),
      record.prev?.id ?? null,
      lookupKey(record.subject.ref),
      seal,
    ],
  );
  if (!added.length) return;
  await sql.query('insert into ipsm_demo.manifest values ($1, $2) on conflict do nothing', [
    manifest_sha256,
    manifestText,
  ]);
}

/** The decisions that persons made, and the registrations that rest on them. Nothing is ever changed or removed. */
export class Ledger {
  constructor(private readonly database: Database) {}

  get place() {
    return this.database.place;
  }

  async find(recordId: string): Promise<Entry | undefined> {
    const [entry] = await entries(this.database, 'where d.record_id = $1', [recordId]);
    return entry;
  }

  /**
   * Keeps a decision, and with it a registration, in one transaction.
   * @returns what the ledger holds under that id: of two that come with one id, both times the first. The caller compares
   * the bytes.
   */
  async keep(decision: Decision, registration?: Omit<RegistrationRow, 'received_at'>): Promise<Entry> {
    return this.database.transaction(async (sql) => {
      await append(sql, decision);
      const condition = 'where d.record_id = $1';
      const [entry] = await entries(sql, condition, [decision.record.id]);
      if (!registration || entry!.record !== decision.recordText) return entry!;
      const row = {...registration, received_at: decision.receivedAt};
      await sql.query(
        'insert into ipsm_demo.registration values ($1, $2, $3, $4, $5) on conflict do nothing',
        [
          decision.record.id,
          row.received_at.toISOString(),
          JSON.stringify(row.fields),
          JSON.stringify(row.files),
          sealOfRegistration(decision.record.id, row),
        ],
      );
      const [registered] = await entries(sql, condition, [decision.record.id]);
      return registered!;
    });
  }

  async count(part: Part): Promise<number> {
    const [row] = await this.database.query<{count: number}>(
      `select count(*)::integer as count from ipsm_demo.decision d where ${IS_IN_PART}`,
      keysOf(part),
    );
    return row!.count;
  }

  /** Entries, newest first. */
  async page(part: Part, size: number): Promise<Entry[]> {
    return entries(
      this.database,
      `where ${IS_IN_PART} and ($3::integer is null or d.number < $3) order by d.number desc limit $4`,
      [...keysOf(part), part.before ?? null, size],
    );
  }

  /** Those entries, and everything that they say they came after, to the first. */
  async withEarlier(recordIds: string[]): Promise<Entry[]> {
    return entries(
      this.database,
      `where d.record_id in (
         with recursive line (record_id, prev_id) as (
           select record_id, prev_id from ipsm_demo.decision where record_id = any ($1)
           union
           select e.record_id, e.prev_id from line join ipsm_demo.decision e on e.record_id = line.prev_id
         ) select record_id from line)`,
      [recordIds],
    );
  }

  /** The entries that say they came next after one of those. */
  async next(recordIds: string[]): Promise<Entry[]> {
    return entries(this.database, 'where d.prev_id = any ($1) order by d.number', [recordIds]);
  }

  /** Texts of manifests by the digests that they are filed under. */
  async manifests(digests: string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{sha256: string; text: string}>(
      'select sha256, text from ipsm_demo.manifest where sha256 = any ($1)',
      [digests],
    );
    return new Map(rows.map(({sha256, text}) => [sha256, text]));
  }
}
