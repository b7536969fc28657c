import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {delimiter} from 'node:path';
import {after, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createLedger, createVerifier, fromPg, migrate} from 'ipsm-consent/server';
import pg from 'pg';
import {openPg, startServer} from '../helpers/databases.mjs';
import {FIRST, manifest, recordsOf} from '../helpers/records.mjs';

const server = await startServer();
after(() => server?.stop());

const whereNone = {skip: server ? false : 'no Postgres on this machine'};

/** Tables, columns, indexes, triggers, rights: all that the catalogue knows of the schema. */
const CATALOGUE = `
select json_agg(json_build_array(kind, what) order by kind, what) as found from (
  select 'column' as kind, concat_ws(' ', table_name, ordinal_position, column_name, data_type, is_nullable, is_identity) as what
  from information_schema.columns where table_schema = 'ipsm_consent'
  union all select 'index', indexdef from pg_indexes where schemaname = 'ipsm_consent'
  union all select 'trigger', pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'ipsm_consent' and not t.tgisinternal
  union all select 'right', concat_ws(' ', table_name, privilege_type) from information_schema.role_table_grants
    where table_schema = 'ipsm_consent' and grantee like 'writer_%'
  union all select 'migration', number::text from ipsm_consent.migration
) as all_of_it`;

describe('the SQL files of the package', whereNone, () => {
  it('make what migrate makes, which then finds nothing left to do', async () => {
    const [byFile, byFunction] = [openPg(await server.database()), openPg(await server.database())];
    const url = (await byFile.query('select current_database() as name')).rows[0].name;
    const psql = (file, ...args) =>
      execFileSync(
        'psql',
        [
          ...['-v', 'ON_ERROR_STOP=1', '-q', '-d', server.url.replace(/[^/]+$/, url)],
          ...[...args, '-f', fileURLToPath(import.meta.resolve(`ipsm-consent/sql/${file}`))],
        ],
        {encoding: 'utf8', env: {...process.env, PATH: `${server.bin}${delimiter}${process.env.PATH}`}},
      );
    const writer = `writer_${randomUUID()}`;
    await byFile.query(`create role "${writer}"`);
    psql('001.sql');
    psql('grants-to-write.sql', '-v', `role=${writer}`);
    await migrate(byFunction, {writer});
    const catalogue = async (database) => (await database.query(CATALOGUE)).rows[0].found;
    const found = await catalogue(byFile);
    assert.ok(found.length > 40);
    assert.deepEqual(found, await catalogue(byFunction));
    await migrate(byFile);
    assert.deepEqual(await catalogue(byFile), found);
    await Promise.all([byFile.close(), byFunction.close()]);
  });
});

describe('a database for the ledger', whereNone, () => {
  it('is in UTF-8, or nothing is made in it', async () => {
    const admin = openPg(server.url);
    for (const encoding of ['WIN1251', 'SQL_ASCII']) {
      const name = `in_${encoding.toLowerCase()}`;
      await admin.query(
        `create database ${name} encoding '${encoding}' template template0 lc_collate 'C' lc_ctype 'C'`,
      );
      const database = openPg(server.url.replace(/[^/]+$/, name));
      await assert.rejects(
        migrate(database),
        new RegExp(`^Error: The database "${name}" has the encoding ${encoding}\\.`),
      );
      const {rows} = await database.query("select 1 from pg_namespace where nspname = 'ipsm_consent'");
      assert.equal(rows.length, 0);
      await database.close();
    }
    await admin.close();
  });

  it('gives times to a driver that was told to leave them as text', async () => {
    const types = {
      getTypeParser: (oid, format) => (oid === 1184 ? String : pg.types.getTypeParser(oid, format)),
    };
    const pool = new pg.Pool({connectionString: await server.database(), types});
    const database = fromPg(pool);
    await migrate(database);
    const ledger = createLedger(database, {verifier: await createVerifier(manifest)});
    const now = new Date('2026-10-05T10:00:00.007Z');
    const {text, record} = (await recordsOf(manifest, FIRST))({time: now, subjectRef: 'a'});
    const register = () =>
      database.transaction((tx) => ledger.accept(tx, text, {key: 'a', subject: 'a', now}));
    assert.equal((await register()).outcome, 'new');
    assert.deepEqual((await register()).receivedAt, now);
    assert.equal((await ledger.standing('a', now)).at, now.toISOString());
    assert.equal((await ledger.consentAt('a', now)).consent.id, record.id);
    const {entries} = await ledger.page();
    assert.deepEqual([entries[0].receivedAt, entries[0].problems], [now, []]);
    let csv = '';
    for await (const piece of ledger.exportSubject('a', 'csv')) csv += piece;
    assert.match(csv, /,2026-10-05T10:00:00\.007Z,a,/);
    await pool.end();
  });
});
