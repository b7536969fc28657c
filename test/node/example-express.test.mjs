import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {createLedger, createVerifier, fromPg, migrate} from 'ipsm-consent/server';
import pg from 'pg';
import {createApp} from '../../examples/express-postgres/server.mjs';
import {startServer} from '../helpers/databases.mjs';
import {manifest, noticeField, prevOf, recordsOf, SECOND} from '../helpers/records.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const server = await startServer();
after(() => server?.stop());
const current = {...manifest, releases: [{...manifest.releases[1], effectiveFrom: null}]};
const make = await recordsOf(current);

describe(
  'the example with Express and Postgres',
  {skip: server ? false : 'no Postgres on this machine'},
  () => {
    const zoe = {name: 'Zoë', email: 'zoe@example.com'};
    let owner, pool, listening, url, ledger;
    const post = async (fields) => {
      const response = await fetch(`${url}/register`, {method: 'POST', body: new URLSearchParams(fields)});
      return {status: response.status, answer: await response.json()};
    };
    const people = async () => (await pool.query('select name, consent from people order by id')).rows;

    before(async () => {
      const address = new URL(await server.database());
      owner = new pg.Pool({connectionString: address.href});
      await owner.query('create role shop login');
      await owner.query('grant create on schema public to shop');
      await migrate(fromPg(owner), {writer: 'shop'});
      // its own tables as well: they name the ledger's, and nothing else is asked of its owner
      address.username = 'shop';
      pool = new pg.Pool({connectionString: address.href});
      await pool.query(read('examples/express-postgres/schema.sql'));
      ledger = createLedger(fromPg(pool), {verifier: await createVerifier(current)});
      listening = (await createApp({pool, manifest: current})).listen(0, '127.0.0.1');
      await once(listening, 'listening');
      url = `http://127.0.0.1:${listening.address().port}`;
    });
    after(async () => {
      listening?.close();
      listening?.closeAllConnections();
      await Promise.all([pool?.end(), owner?.end()]);
    });

    it('has a registration in no more than 25 lines, which docs/server.md shows word for word', () => {
      const [registration] = /^  app\.post\([\s\S]*?^  \}\);\n/m.exec(
        read('examples/express-postgres/server.mjs'),
      );
      assert.ok(registration.trimEnd().split('\n').length <= 25);
      assert.ok(read('docs/server.md').includes(read('examples/express-postgres/server.mjs').trimEnd()));
    });

    it('registers once, answers who sends again, and tells the second of two people with one record: replayed', async () => {
      const {text, canonical, record} = make();
      const first = await post({...zoe, consent: 'on', 'consent-record': text});
      assert.equal(first.status, 200);
      assert.deepEqual(await post({...zoe, consent: 'on', 'consent-record': canonical}), first);
      const second = await post({
        name: 'Other',
        email: 'o@example.com',
        consent: 'on',
        'consent-record': text,
      });
      assert.deepEqual([second.status, second.answer.errors[0].code], [422, 'replayed']);
      assert.deepEqual(await people(), [{name: 'Zoë', consent: record.id}]);
    });

    const form = new FormData();
    for (const [name, value] of Object.entries(zoe)) form.append(name, value);
    for (const [what, body, expected, type] of [
      ['a form that is not urlencoded', form, 'field name'],
      ['JSON', JSON.stringify(zoe), 'field name', 'application/json'],
      ['nothing', undefined, 'field name'],
      ['a name twice', new URLSearchParams('name=a&name=b&email=c'), 'field name'],
      ['no name', new URLSearchParams('email=c'), 'field name'],
      ['a name of blanks', new URLSearchParams('name=+&email=c'), 'field name'],
      ['a name with NUL in it', new URLSearchParams('name=a%00b&email=c'), 'field name'],
      ['an e-mail address twice', new URLSearchParams('name=a&email=b&email=c'), 'field email'],
      ['nothing of a consent', new URLSearchParams(zoe), 'missing '],
    ]) {
      it(`refuses ${what}, and says why`, async () => {
        const headers = type ? {'Content-Type': type} : {};
        const response = await fetch(`${url}/register`, {method: 'POST', body, headers});
        const {code, path} = (await response.json()).errors[0];
        assert.deepEqual([response.status, `${code} ${path}`], [422, expected]);
      });
    }

    it('registers one of ten that arrive at once', async () => {
      const {text} = make();
      const before = (await people()).length;
      const answers = await Promise.all(
        Array.from({length: 10}, () => post({...zoe, 'consent-record': text})),
      );
      assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
      assert.equal((await people()).length, before + 1);
    });

    it('takes a form without script, and refuses one without a tick', async () => {
      const notice = await noticeField(current, SECOND);
      assert.equal((await post({...zoe, consent: 'on', 'consent-notice': notice})).status, 200);
      const refused = await post({...zoe, 'consent-notice': notice});
      assert.deepEqual(
        [refused.status, refused.answer.errors[0].code, refused.answer.errors[0].version],
        [422, 'missing', SECOND],
      );
    });

    it('knows afterwards where a person stands, and follows their withdrawal', async () => {
      const given = make();
      const {answer} = await post({...zoe, 'consent-record': given.text});
      const subject = `person-${answer.person}`;
      assert.equal((await ledger.standing(subject)).status, 'given');
      const withdrawn = make({
        state: 'withdrawn',
        method: 'status-button',
        nameFields: [],
        prev: await prevOf(given),
      });
      const {record, text} = withdrawn;
      const headers = {'Content-Type': 'application/json', 'Idempotency-Key': record.id};
      const response = await fetch(`${url}/consent/decisions`, {method: 'POST', headers, body: text});
      assert.deepEqual([response.status, await response.json()], [200, {id: record.id}]);
      assert.equal((await ledger.standing(subject)).status, 'withdrawn');
    });
  },
);
