const TABLES = ['release', 'record', 'owner', 'acceptance', 'answer'];

/**
 * The ledger's tables, one list of statements a step. The build writes them into the package as files. A step that was
 * published is never edited.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    // What a record was judged by: a manifest with that release alone, in canonical form, by the digest of its bytes.
    `create table ipsm_consent.release (
  sha256 text primary key,
  manifest text not null
)`,
    // One decision. The entry is kept as ASCII text in wire form: the type json would lose it. The other columns say
    // again what is in it, for searching.
    `create table ipsm_consent.record (
  id uuid primary key,
  number bigint not null unique generated always as identity,
  entry text not null,
  sha256 text not null,
  received_at timestamptz not null,
  release_sha256 text not null references ipsm_consent.release,
  policy text not null,
  version text not null,
  lang text not null,
  state text not null,
  acted_at timestamptz not null,
  prev uuid,
  session text
)`,
    // Whose decision it is, by an opaque reference of the operator's: on the server's word, never on the client's.
    `create table ipsm_consent.owner (
  record_id uuid primary key references ipsm_consent.record,
  subject text not null,
  number bigint not null,
  at timestamptz not null
)`,
    // A registration rests on it. The key tells whether the same person sends it again.
    `create table ipsm_consent.acceptance (
  record_id uuid primary key references ipsm_consent.record,
  key text not null,
  at timestamptz not null
)`,
    // What the caller answered then, to be answered again.
    `create table ipsm_consent.answer (
  record_id uuid primary key references ipsm_consent.acceptance,
  answer text not null
)`,
    'create index record_received on ipsm_consent.record (received_at, number)',
    'create index record_version on ipsm_consent.record (version, received_at, number)',
    'create index record_state on ipsm_consent.record (state, received_at, number)',
    'create index record_lang on ipsm_consent.record (lang, received_at, number)',
    'create index record_prev on ipsm_consent.record (prev) where prev is not null',
    'create index owner_subject on ipsm_consent.owner (subject, number)',
    `create function ipsm_consent.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ipsm_consent.% is append-only: no % is allowed', tg_table_name, lower(tg_op)
    using errcode = 'insufficient_privilege', hint = 'A correction or a withdrawal is another record.';
end
$$`,
    ...[...TABLES, 'migration'].map(
      (table) => `create trigger append_only before update or delete or truncate on ipsm_consent.${table}
for each statement execute function ipsm_consent.refuse_change()`,
    ),
  ],
];

/** What a role may do that writes registrations: add and read, and let its own tables name a record; nothing else. */
export const GRANTS_TO_WRITE: readonly string[] = [
  'grant usage on schema ipsm_consent to $role',
  'grant select on all tables in schema ipsm_consent to $role',
  `grant insert on ${TABLES.map((table) => `ipsm_consent.${table}`).join(', ')} to $role`,
  'grant references on ipsm_consent.record to $role',
];

/** What a role may do that only reads. */
export const GRANTS_TO_READ: readonly string[] = [
  'grant usage on schema ipsm_consent to $role',
  'grant select on all tables in schema ipsm_consent to $role',
];
