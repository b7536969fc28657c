import {
  inOrder,
  isMaterial,
  readRecord,
  type ConsentStatus,
  type Manifest,
  type Standing,
} from '../../core/index.js';
import {auditEntryOf, ENTRY_COLUMNS, ENTRY_TABLES, ReleaseCache, type AuditEntry} from './audit-entry.js';
import {asText, type Database, type Row, type Sql} from './database.js';
import {judgeOf, type JudgeSource} from './policy.js';
import {isId} from '../posted-id.js';
import {inOrderOfActs, standingOf, sumOf, type Decided} from './standing.js';
import type {DecisionState} from './state.js';

/** Which entries. What is left out does not matter; all that is there has to hold. */
export interface Filter {
  version?: string;
  /** `partly`: a withdrawal of single purposes. */
  state?: DecisionState;
  lang?: string;
  subject?: string;
  /** Only these records, by their ids: to join tables of your own. */
  ids?: readonly string[];
  /** Received at this moment or later. */
  from?: Date;
  /** Received before this moment. */
  to?: Date;
}

/** What a person had agreed to at a moment. */
export interface ConsentAt {
  status: ConsentStatus;
  /** The last decision by then. */
  last: AuditEntry;
  /** The act of agreeing that it goes back to, with its words; missing after a decline and where it is not in the ledger. */
  consent: AuditEntry | undefined;
}

/** Somebody who has not agreed to a release. */
export interface Outstanding {
  subject: string;
  /** The version that the last decision was about, and what it was. */
  version: string;
  state: string;
}

const PAGE = 50;
const MOST = 1000;
/** Audits look at much; nobody waits for them at a form. */
export const AUDIT = {readOnly: true, statementTimeout: 60_000} as const;

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,18})$/;

/** From where a page goes on; nothing where the text does not say it. */
function edgeOf(cursor: string): Edge | undefined {
  const [, at = '', number = ''] = CURSOR.exec(cursor) ?? [];
  const time = new Date(at);
  // Postgres has no year 0000
  const isTime = !Number.isNaN(time.getTime()) && time.toISOString() === at && !at.startsWith('0000');
  return isTime ? {at, number, is: '<'} : undefined;
}

const sizeOf = (limit: number) => Math.min(Math.max(Math.trunc(limit) || PAGE, 1), MOST);

/** From where a page or a batch goes on: by the time of receipt, and what came in the same moment by number. */
interface Edge {
  at: string;
  number: string;
  is: '<' | '>';
}

/** The clause for a filter, with its values appended to `values`. */
export function whereOf(filter: Filter, values: unknown[], edge?: Edge): string {
  const {version, state, lang, subject, ids, from, to} = filter;
  const conditions: string[] = [];
  const add = (condition: string, ...given: unknown[]) => {
    if (given.includes(undefined)) return;
    conditions.push(condition.replaceAll('?', () => `$${values.push(given.shift())}`));
  };
  add('r.version = ?::text', version);
  add('r.state = ?::text', state);
  add('r.lang = ?::text', lang);
  add('o.subject = ?::text', subject);
  add(
    'r.id in (select json_array_elements_text(?::text::json)::uuid)',
    ids && JSON.stringify(ids.filter(isId)),
  );
  add('r.received_at >= ?::timestamptz', from?.toISOString());
  add('r.received_at < ?::timestamptz', to?.toISOString());
  if (edge) add(`(r.received_at, r.number) ${edge.is} (?::timestamptz, ?::bigint)`, edge.at, edge.number);
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}

/** Versions by which a person has agreed to what a release asks: those since the last material change up to it, and later ones. */
function versionsThatAgree(manifest: Manifest, version: string): string[] {
  const releases = inOrder(manifest);
  const at = releases.findIndex((release) => release.version === version);
  if (at < 0) throw new TypeError(`The manifest has no release "${version}". Name one that was published.`);
  const asked = releases.slice(0, at + 1).map((release) => isMaterial(manifest, release));
  return releases.slice(Math.max(0, asked.lastIndexOf(true))).map((release) => release.version);
}

const DECISIONS_OF = `
select r.entry, r.sha256, ${asText('r.received_at')} as received_at
from ipsm_consent.owner o join ipsm_consent.record r on r.id = o.record_id
where o.subject = $1 and r.policy = $2
order by o.number`;

const decidedIn = (row: Row): Decided => ({
  record: readRecord(JSON.parse(row['entry'] as string)),
  sha256: row['sha256'] as string,
  receivedAt: new Date(row['received_at'] as string),
});

/**
 * The last decision of each is the last of those with the latest moment and of all that came after these, whatever the clocks
 * said: one that none of the others names, as `inOrderOfActs` has it.
 */
const OUTSTANDING = `
select s.subject, last.version, last.state
from (select distinct subject from ipsm_consent.owner where $2::text is null or subject > $2::text) s
cross join lateral (
  with recursive latest (id, prev, number, version, state) as (
    select id, prev, number, version, state from (
      select r.id, r.prev, r.number, r.version, r.state, rank() over (order by least(r.acted_at, r.received_at) desc) as place
      from ipsm_consent.owner o join ipsm_consent.record r on r.id = o.record_id
      where o.subject = s.subject and r.policy = $1::text
    ) decided where place = 1
    union
    select r.id, r.prev, r.number, r.version, r.state
    from latest l join ipsm_consent.record r on r.prev = l.id
    where r.policy = $1::text and s.subject = (select subject from ipsm_consent.owner where record_id = r.id)
  )
  select version, state from latest
  order by id in (select prev from latest where prev is not null), number desc
  limit 1
) last
where not (last.state in ('given', 'partly') and last.version in (select json_array_elements_text($3::text::json)))
order by s.subject
limit $4`;

const LINE = `with recursive earlier (id, prev) as (
  select id, prev from ipsm_consent.record where id = $1::uuid
  union
  select p.id, p.prev from earlier e join ipsm_consent.record p on p.id = e.prev
), later (id) as (
  select id from ipsm_consent.record where id = $1::uuid
  union
  select n.id from later l join ipsm_consent.record n on n.prev = l.id
)
select id from earlier union select id from later`;

/** An entry beside the one that it came after: what it names has to be that one's very bytes. */
function besidePrev(entry: AuditEntry, chain: AuditEntry[]): AuditEntry {
  const named = entry.record?.prev;
  const prev = chain.find(({id}) => id === named?.id);
  if (!prev || !named?.sha256 || named.sha256 === prev.sha256) return entry;
  const message = 'The record that it came after is another in this ledger: its digest differs.';
  return {...entry, problems: [...entry.problems, {code: 'prev', path: 'prev.sha256', message}]};
}

/** The part of the ledger that answers questions. */
export function auditing(database: Database, source: JudgeSource) {
  const releases = new ReleaseCache();
  const read = async (sql: Sql, tail: string, values: unknown[]): Promise<AuditEntry[]> => {
    const {rows} = await sql.query(`select ${ENTRY_COLUMNS} from ${ENTRY_TABLES} ${tail}`, values);
    const entries: AuditEntry[] = [];
    // one connection takes one statement at a time
    for (const row of rows) entries.push(await auditEntryOf(sql, row, releases));
    return entries;
  };

  const consentsOf = (subject: string): Promise<AuditEntry[]> =>
    database.transaction((tx) => read(tx, `where o.subject = $1::text order by o.number`, [subject]), AUDIT);

  return {
    /** What the server knows of a signed-in person's consent to this policy, for the elements' `standing`. */
    async standing(subject: string, now = new Date()): Promise<Standing> {
      const {manifest} = await judgeOf(source);
      const values = [subject, manifest.id];
      const {rows} = await database.transaction((tx) => tx.query(DECISIONS_OF, values), {readOnly: true});
      return standingOf(manifest, subject, rows.map(decidedIn), now);
    },

    /** All decisions of a person, in the order in which they came. */
    consentsOf,

    /** What a person had agreed to at a moment, in which words; nothing where the ledger has no decision of that time. */
    async consentAt(subject: string, instant: Date): Promise<ConsentAt | undefined> {
      const {manifest} = await judgeOf(source);
      const decided = (await consentsOf(subject)).flatMap((entry) =>
        entry.record?.policy.id === manifest.id ? [{...entry, record: entry.record}] : [],
      );
      const byThen = inOrderOfActs(decided, instant);
      const {status, last, consent} = sumOf(manifest, byThen, instant);
      return last && {status, last, consent};
    },

    /**
     * Who has decided something and has not agreed to this release yet, or no more; by subject.
     * @param after the last subject of the page before
     */
    async outstanding(
      version: string,
      {after, limit = PAGE}: {after?: string; limit?: number} = {},
    ): Promise<{subjects: Outstanding[]; next: string | undefined}> {
      const {manifest} = await judgeOf(source);
      const size = sizeOf(limit);
      const versions = JSON.stringify(versionsThatAgree(manifest, version));
      const values = [manifest.id, after ?? null, versions, size + 1];
      const {rows} = await database.transaction((tx) => tx.query(OUTSTANDING, values), AUDIT);
      const subjects = rows.slice(0, size).map((row) => ({
        subject: row['subject'] as string,
        version: row['version'] as string,
        state: row['state'] as string,
      }));
      return {subjects, next: rows.length > size ? subjects.at(-1)?.subject : undefined};
    },

    /**
     * A page of entries, newest first.
     * @param after the `next` of the page before; what cannot be read counts as none
     */
    async page(
      filter: Filter = {},
      {after, limit = PAGE}: {after?: string; limit?: number} = {},
    ): Promise<{entries: AuditEntry[]; next: string | undefined}> {
      const size = sizeOf(limit);
      const values: unknown[] = [];
      const where = whereOf(filter, values, edgeOf(after ?? ''));
      const tail = `${where} order by r.received_at desc, r.number desc limit $${values.push(size + 1)}`;
      const entries = await database.transaction((tx) => read(tx, tail, values), AUDIT);
      const shown = entries.slice(0, size);
      return {entries: shown, next: entries.length > size ? shown.at(-1)?.cursor : undefined};
    },

    /** How many entries there are. */
    async count(filter: Filter = {}): Promise<number> {
      const values: unknown[] = [];
      const where = whereOf(filter, values);
      const owner = filter.subject === undefined ? '' : 'join ipsm_consent.owner o on o.record_id = r.id';
      const text = `select count(*)::integer as count from ipsm_consent.record r ${owner} ${where}`;
      const {rows} = await database.transaction((tx) => tx.query(text, values), AUDIT);
      return Number(rows[0]?.['count']);
    },

    /** One decision, and those that it came after and that came after it, oldest first; empty where there is none. */
    async chainOf(id: string): Promise<AuditEntry[]> {
      if (!isId(id)) return [];
      const tail = `where r.id in (${LINE}) order by r.received_at, r.number`;
      const chain = await database.transaction((tx) => read(tx, tail, [id]), AUDIT);
      return chain.map((entry) => besidePrev(entry, chain));
    },
  };
}
