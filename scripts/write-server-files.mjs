// What the server's kit has for other tools: the ledger's tables as SQL, the endpoint as OpenAPI.
import {mkdirSync, writeFileSync} from 'node:fs';
import {describeConsentHandler} from '../dist/server/handler/openapi.js';
import {GRANTS_TO_READ, GRANTS_TO_WRITE, MIGRATIONS} from '../dist/server/ledger/migrations.js';

/** @param {string} name @param {readonly string[]} statements */
const write = (name, statements) => writeFileSync(`dist/sql/${name}.sql`, `${statements.join(';\n\n')};\n`);

mkdirSync('dist/sql', {recursive: true});
const FIRST = [
  'create schema ipsm_consent',
  'create table ipsm_consent.migration (number integer primary key)',
];
for (const [i, statements] of MIGRATIONS.entries()) {
  const done = `insert into ipsm_consent.migration values (${i + 1})`;
  const all = [...(i === 0 ? FIRST : []), ...statements, done];
  write(String(i + 1).padStart(3, '0'), ['begin', ...all, 'commit']);
}
// psql -v role=shop -f grants-to-write.sql
for (const [name, grants] of Object.entries({
  'grants-to-write': GRANTS_TO_WRITE,
  'grants-to-read': GRANTS_TO_READ,
}))
  write(
    name,
    grants.map((grant) => grant.replace('$role', ':"role"')),
  );

// beside the schema of a record, which it names
mkdirSync('dist/schemas', {recursive: true});
const description = JSON.stringify(describeConsentHandler(), null, 1);
writeFileSync('dist/schemas/consent-decisions.openapi.json', `${description}\n`);
