import {canonicalJson, wireJson, type ConsentRecord, type Manifest} from '../../core/index.js';
import {asText, type Row, type Sql} from './database.js';
import {digestOf, evidenceOf, type Evidence} from './evidence.js';
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

export interface Arrival {
  receivedAt: Date;
  subject: string | undefined;
  session: string | undefined;
  /** Of a registration. */
  key: string | undefined;
}

const FIND = `
select r.entry, ${asText('r.received_at')} as received_at, a.key, w.answer
from ipsm_consent.record r
left join ipsm_consent.acceptance a on a.record_id = r.id
left join ipsm_consent.answer w on w.record_id = r.id
where r.id = $1`;

const heldIn = ({entry, received_at, key, answer}: Row): Held => ({
  entry: entry as string,
  receivedAt: new Date(received_at as string),
  key: key as string | null,
  answer: typeof answer === 'string' ? (JSON.parse(answer) as unknown) : undefined,
});

/** What the ledger holds under this id. */
export async function find(sql: Sql, id: string): Promise<Held | undefined> {
  const {rows} = await sql.query(FIND, [id]);
  return rows[0] && heldIn(rows[0]);
}

const lockOf = (value: string) =>
  `pg_advisory_xact_lock(hashtextextended('ipsm_consent ' || ${value}::text, 0))`;
const LOCK = `select ${lockOf('$1')}, ${lockOf('$2')}`;

/**
 * Waits until nobody else is at work on these records. Whose a decision is follows from whose the one is that it takes back:
 * two that come at the same moment would not see each other. The rows themselves cannot be locked by who may only add.
 */
const lock = (sql: Sql, id: string, prev?: string) => sql.query(LOCK, [id, prev ?? null]);

type Later = Pick<ConsentRecord, 'id' | 'subject' | 'prev'>;

/** What comes after a decision and is no yes: the column `later`. Read here: Postgres' own JSON fails at a NUL. */
const later = (id: string, sha256: string) => `(
  select json_agg(n.entry)::text from ipsm_consent.record n
  where n.prev = ${id} and n.state <> 'given' and strpos(n.entry, ${sha256}) > 0
) as later`;

/** Those that take back a decision: they name its very bytes, which only who made it can know. */
const laterIn = (row: Row | undefined, sha256: string): Later[] =>
  (JSON.parse((row?.['later'] as string | null) ?? '[]') as string[])
    .map((entry) => JSON.parse(entry) as Later)
    .filter(({prev}) => prev?.sha256 === sha256);

/** A decision, and what the ledger knows around it. */
export interface Coming {
  record: ConsentRecord;
  sha256: string;
  evidence: Evidence;
  hasRelease: boolean;
  /** Whose the one before is. */
  prevOwner: string | undefined;
  /** What takes it back. */
  later: Later[];
}

const LOOK = `
select
  exists (select 1 from ipsm_consent.release where sha256 = $1::text) as has_release,
  (select o.subject from ipsm_consent.owner o join ipsm_consent.record p on p.id = o.record_id
   where p.id = $2::uuid and p.sha256 = $3::text) as prev_owner,
  ${later('$4::uuid', '$5::text')}`;

/** Looks around, and lets nothing change there until the transaction ends. */
export async function lookAround(sql: Sql, record: ConsentRecord, manifest: Manifest): Promise<Coming> {
  const {id, prev, policy} = record;
  const sha256 = await digestOf(canonicalJson(record));
  const evidence = await evidenceOf(manifest, policy.version);
  await lock(sql, id, prev?.id);
  const values = [evidence.sha256, prev?.id ?? null, prev?.sha256 ?? null, id, sha256];
  const [row] = (await sql.query(LOOK, values)).rows;
  return {
    record,
    sha256,
    evidence,
    hasRelease: row?.['has_release'] === true,
    prevOwner: (row?.['prev_owner'] as string | null | undefined) ?? undefined,
    later: laterIn(row, sha256),
  };
}

/** All in one statement, which the database does as a whole. */
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
  select id, $14::text, number, $6::timestamptz from recorded where $14::text is not null
), accepted as (
  insert into ipsm_consent.acceptance (record_id, key, at)
  select id, $15::text, $6::timestamptz from recorded where $15::text is not null
)
select id from recorded`;

/** Of the key only what does not tell two records of one person from each other's. */
export const keyOfRecord = async (id: string, key: string): Promise<string> => digestOf(`${id} ${key}`);

/** What the ledger keeps of a session; of what is none, such as an empty text, nothing. */
const visitOf = async (session: string | undefined): Promise<string | null> =>
  session ? digestOf(session) : null;

/** Whether a record says so itself. Records are read in one Unicode form. */
const names = ({subject: {ref}}: Pick<ConsentRecord, 'subject'>, subject: string): boolean =>
  ref === subject.normalize();

/** Whether a record names this person or nobody. */
const fits = (record: Pick<ConsentRecord, 'subject'>, subject: string): boolean =>
  record.subject.ref === null || names(record, subject);

/**
 * Whose a decision is. One that takes back another belongs to whom that one belongs to, whoever is signed in when it comes;
 * any other to who is signed in, if it names them: what was decided on a device may wait there, and be sent once another
 * person has signed in.
 */
function ownerOf({record, prevOwner}: Coming, subject: string | undefined): string | undefined {
  if (prevOwner !== undefined && record.event.state !== 'given' && fits(record, prevOwner)) return prevOwner;
  return subject !== undefined && names(record, subject) ? subject : undefined;
}

/** Adds a decision; tells whether it was the first with its id. */
export async function add(sql: Sql, coming: Coming, sender: Arrival): Promise<boolean> {
  const {record, sha256, evidence, hasRelease, later} = coming;
  const {receivedAt, session, key} = sender;
  const {id, prev, event, policy, notice} = record;
  const owner = ownerOf(coming, sender.subject);
  const {rows} = await sql.query(ADD, [
    evidence.sha256,
    hasRelease ? null : evidence.manifest,
    id,
    wireJson(record),
    sha256,
    receivedAt.toISOString(),
    policy.id,
    policy.version,
    notice.lang,
    stateOf(record),
    event.time,
    prev?.id ?? null,
    await visitOf(session),
    owner ?? null,
    key === undefined ? null : await keyOfRecord(id, key),
  ]);
  const isFirst = rows.length > 0;
  if (isFirst && owner !== undefined) await ownLater(sql, later, owner, receivedAt);
  return isFirst;
}

/** What takes back a decision of somebody's is theirs as well. */
async function ownLater(sql: Sql, later: Later[], subject: string, at: Date): Promise<void> {
  // one connection takes one statement at a time
  for (const {id} of later) await addOwner(sql, id, subject, at);
}

const OWNABLE = `
select r.entry, r.sha256, r.session, ${later('r.id', 'r.sha256')} from ipsm_consent.record r where r.id = $1::uuid`;

const OWN = `
insert into ipsm_consent.owner (record_id, subject, number, at)
select r.id, $2::text, r.number, $3::timestamptz from ipsm_consent.record r where r.id = $1::uuid
on conflict (record_id) do nothing
returning record_id`;

/**
 * Says whose a decision is that is nobody's and names nobody else, and what takes it back; tells whether it is theirs now.
 * @param session the one that it has to have come in
 */
export async function addOwner(
  sql: Sql,
  id: string,
  subject: string,
  at: Date,
  session?: string,
): Promise<boolean> {
  await lock(sql, id);
  const [row] = (await sql.query(OWNABLE, [id])).rows;
  if (!row || !fits(JSON.parse(row['entry'] as string) as ConsentRecord, subject)) return false;
  if (session !== undefined && row['session'] !== (await visitOf(session))) return false;
  const isTheirs = (await sql.query(OWN, [id, subject, at.toISOString()])).rows.length > 0;
  if (isTheirs) await ownLater(sql, laterIn(row, row['sha256'] as string), subject, at);
  return isTheirs;
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
  await sql.query('insert into ipsm_consent.answer (record_id, answer) values ($1::uuid, $2::text)', [
    id,
    JSON.stringify(answer) ?? 'null',
  ]);
  if (subject !== undefined) await addOwner(sql, id, subject, at);
}
