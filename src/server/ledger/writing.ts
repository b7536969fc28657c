import {canonicalJson, wireJson, type ConsentRecord, type Manifest} from '../../core/index.js';
import type {Row, Sql} from './database.js';
import {digestOf, evidenceOf} from './evidence.js';
import {stateOf} from './state.js';

/** What the ledger holds under an id. */
export interface Held {
  entry: string;
  receivedAt: Date;
  /** The key that a registration was accepted with, if one was. */
  key: string | null;
  /** What the caller answered then. */
  answer: unknown;
}

/** A decision on its way into the ledger. */
export interface Decision {
  record: ConsentRecord;
  manifest: Manifest;
  receivedAt: Date;
  subject: string | undefined;
  session: string | undefined;
  /** Of a registration; without it the decision stands alone. */
  key: string | undefined;
}

const FIND = `
select r.entry, r.received_at, a.key, w.answer
from ipsm_consent.record r
left join ipsm_consent.acceptance a on a.record_id = r.id
left join ipsm_consent.answer w on w.record_id = r.id
where r.id = $1`;

const heldIn = ({entry, received_at, key, answer}: Row): Held => ({
  entry: entry as string,
  receivedAt: received_at as Date,
  key: key as string | null,
  answer: typeof answer === 'string' ? (JSON.parse(answer) as unknown) : undefined,
});

/** What the ledger holds under this id. */
export async function find(sql: Sql, id: string): Promise<Held | undefined> {
  const {rows} = await sql.query(FIND, [id]);
  return rows[0] && heldIn(rows[0]);
}

/*
 * All in one statement, which the database does as a whole. A decision that takes back another one belongs to whom that one
 * belongs to, if it names that one's very bytes: only who made it can know them.
 */
const ADD = `
with evidence as (
  insert into ipsm_consent.release select $1::text, $2::text where $2::text is not null on conflict do nothing
), recorded as (
  insert into ipsm_consent.record
    (id, entry, sha256, received_at, release_sha256, policy, version, lang, state, acted_at, prev, session)
  values ($3::uuid, $4, $5, $6::timestamptz, $1::text, $7, $8, $9, $10::text, $11::timestamptz, $12::uuid, $13)
  on conflict (id) do nothing
  returning id, number
), owned as (
  insert into ipsm_consent.owner (record_id, subject, number, at)
  select id, subject, number, $6::timestamptz from recorded, (
    select $14::text as subject where $14::text is not null
    union all
    select o.subject from ipsm_consent.owner o join ipsm_consent.record p on p.id = o.record_id
    where $14::text is null and o.record_id = $12::uuid and p.sha256 = $15::text
      and $10::text in ('declined', 'withdrawn', 'partly') and ($16::text is null or normalize(o.subject) = $16::text)
  ) as whose
), accepted as (
  insert into ipsm_consent.acceptance (record_id, key, at)
  select id, $17::text, $6::timestamptz from recorded where $17::text is not null
)
select id from recorded`;

/** Of the key only what does not tell two records of one person from each other's. */
export const keyOfRecord = async (id: string, key: string): Promise<string> => digestOf(`${id} ${key}`);

/**
 * Whose a decision is by the session that it came in: nobody's where it names somebody else. What one person decided on a
 * device may wait there, and be sent once another one has signed in.
 */
const ownerOf = ({subject, record: {subject: named}}: Decision): string | undefined =>
  named.ref === null || named.ref === subject?.normalize() ? subject : undefined;

/** Adds a decision; tells whether it was the first with its id. */
export async function add(sql: Sql, decision: Decision): Promise<boolean> {
  const {record, manifest, receivedAt, session, key} = decision;
  const {id, prev, event, policy, notice} = record;
  const evidence = await evidenceOf(manifest, policy.version);
  const known = await sql.query('select 1 from ipsm_consent.release where sha256 = $1', [evidence.sha256]);
  const {rows} = await sql.query(ADD, [
    evidence.sha256,
    known.rows.length > 0 ? null : evidence.manifest,
    id,
    wireJson(record),
    await digestOf(canonicalJson(record)),
    receivedAt.toISOString(),
    policy.id,
    policy.version,
    notice.lang,
    stateOf(record),
    event.time,
    prev?.id ?? null,
    session === undefined ? null : await digestOf(session),
    ownerOf(decision) ?? null,
    prev?.sha256 ?? null,
    // the one character that a Postgres text cannot hold
    record.subject.ref?.replaceAll('\0', '\uFFFD') ?? null,
    key === undefined ? null : await keyOfRecord(id, key),
  ]);
  return rows.length > 0;
}

/** A reference as records that name it hold it. */
const namedAs = (subject: string): string => wireJson(subject.normalize());

const OWN = `
insert into ipsm_consent.owner (record_id, subject, number, at)
select r.id, $2::text, r.number, $3::timestamptz from ipsm_consent.record r
where r.id = $1::uuid and ($4::text is null or r.session = $4::text)
  and (r.entry::json #> '{subject,ref}')::text in ('null', $5::text)
on conflict (record_id) do nothing
returning record_id`;

/**
 * Says whose a decision is that is nobody's and names nobody else; tells whether it is that subject's now.
 * @param session the one that it has to have come in
 */
export async function addOwner(
  sql: Sql,
  id: string,
  subject: string,
  at: Date,
  session?: string,
): Promise<boolean> {
  const visit = session === undefined ? null : await digestOf(session);
  const values = [id, subject, at.toISOString(), visit, namedAs(subject)];
  return (await sql.query(OWN, values)).rows.length > 0;
}

/**
 * Lets a registration rest on a decision that came without one; tells whether none does yet.
 * @param registration.subject who is signed in: it is theirs from then on, unless it is somebody's
 */
export async function addAcceptance(
  sql: Sql,
  {id, key, at, subject}: {id: string; key: string; at: Date; subject: string | undefined},
): Promise<boolean> {
  const {rows} = await sql.query(
    `insert into ipsm_consent.acceptance (record_id, key, at) values ($1::uuid, $2, $3::timestamptz)
     on conflict (record_id) do nothing returning record_id`,
    [id, await keyOfRecord(id, key), at.toISOString()],
  );
  if (rows.length > 0 && subject !== undefined) await addOwner(sql, id, subject, at);
  return rows.length > 0;
}

const ANSWER = 'insert into ipsm_consent.answer (record_id, answer) values ($1::uuid, $2::text)';
const ANSWER_AND_OWN = `
with answered as (insert into ipsm_consent.answer (record_id, answer) values ($1::uuid, $6::text))${OWN}`;

/**
 * Keeps what a registration was answered.
 * @param subject whose it is from then on, unless it is somebody's
 */
export async function addAnswer(
  sql: Sql,
  id: string,
  answer: unknown,
  subject: string | undefined,
  at: Date,
): Promise<void> {
  const text = JSON.stringify(answer) ?? 'null';
  if (subject === undefined) await sql.query(ANSWER, [id, text]);
  else await sql.query(ANSWER_AND_OWN, [id, subject, at.toISOString(), null, namedAs(subject), text]);
}
