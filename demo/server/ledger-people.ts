import type {AuditEntry, Database, Ledger} from 'ipsm-consent/server';
import type {StoredFile} from './registration-form.js';

/** Whose decision it is, by the registration that rests on it or on one that it came after. */
export interface Person {
  fields: Record<string, string>;
  files: StoredFile[];
}

async function peopleOf(database: Database, ids: string[]): Promise<Map<string, Person>> {
  const {rows} = await database.query(
    `select record_id::text as id, fields, files from ipsm_demo.person
     where record_id in (select json_array_elements_text($1::text::json)::uuid)`,
    [JSON.stringify(ids)],
  );
  return new Map(
    rows.map(({id, fields, files}) => [
      id as string,
      {
        fields: JSON.parse(fields as string) as Person['fields'],
        files: JSON.parse(files as string) as StoredFile[],
      },
    ]),
  );
}

/** Whose decision the last of those is: a chain of records that name each other's bytes leads to a registration. */
export async function personOf(
  database: Database,
  chain: AuditEntry[],
  entry: AuditEntry,
): Promise<Person | undefined> {
  const people = await peopleOf(
    database,
    chain.map(({id}) => id),
  );
  const seen = new Set<AuditEntry>();
  for (let at: AuditEntry | undefined = entry; at && !seen.has(at);) {
    seen.add(at);
    const person = people.get(at.id);
    if (person) return person;
    const named: {id: string; sha256: string | null} | null = at.record?.prev ?? null;
    at = chain.find(({id, sha256}) => named && id === named.id && sha256 === named.sha256);
  }
  return undefined;
}

/** Whose decisions those are. */
export async function peopleOfAll(
  database: Database,
  ledger: Ledger,
  entries: AuditEntry[],
): Promise<Map<string, Person>> {
  const people = await peopleOf(
    database,
    entries.map(({id}) => id),
  );
  for (const entry of entries) {
    if (people.has(entry.id) || !entry.record?.prev) continue;
    const person = await personOf(database, await ledger.chainOf(entry.id), entry);
    if (person) people.set(entry.id, person);
  }
  return people;
}

/**
 * The registrations of whoever has that in what they typed, or whose subject reference it is, and what came after them: a
 * decision that names another's very bytes is the same person's. Entries are read as text: as JSON, Postgres refuses those with
 * an escape that it cannot hold.
 */
const FIND = `with recursive found (id) as (
  select record_id from ipsm_demo.person
  where (select string_agg(value, ' ') from json_each_text(fields::json) where value <> '') ilike $1
  union select record_id from ipsm_consent.owner where subject = $2
), line (id, sha256) as (
  select r.id, r.sha256 from found f join ipsm_consent.record r on r.id = f.id
  union
  select r.id, r.sha256 from line l join ipsm_consent.record r on r.prev = l.id
  where r.entry like '%"prev":{"id":"' || l.id || '","sha256":"' || l.sha256 || '"}%'
)
select id::text from line`;

/** Ids of the decisions that somebody of this name made, or whose subject reference it is. */
export async function idsFor(database: Database, search: string): Promise<string[]> {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const {rows} = await database.query(
    FIND,
    // a text of Postgres cannot hold this one character
    [like, search].map((value) => value.replaceAll('\0', '\uFFFD')),
  );
  return rows.map(({id}) => id as string);
}
