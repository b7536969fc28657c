import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {createLedger, createVerifier} from 'ipsm-consent/server';
import {createApp} from '../../out/demo/server/app.js';
import {openInMemory, openOnServer} from '../../out/demo/server/database.js';
import {
  Authorization,
  aigerim,
  decision,
  entryOf,
  formOf,
  ledgerPassword,
  plain,
  prevOf,
  readLedger,
  recordsOf,
  register,
} from '../helpers/demo-server.mjs';
import {noticeField} from '../helpers/records.mjs';
import {startPostgres} from '../helpers/postgres-server.mjs';

const postgres = await startPostgres();
after(() => postgres?.stop());

const demoManifest = JSON.parse(
  readFileSync(new URL('../../demo/policy/manifest.json', import.meta.url), 'utf8'),
);
const HOUR = 60 * 60_000;
const codesOf = ({answer}) => answer.errors.map(({code, path}) => [code, path]);

const DATABASES = [
  ['the embedded database', openInMemory, false],
  ['a Postgres server', () => openOnServer(postgres.url), postgres ? false : 'no Postgres on this machine'],
];

for (const [name, open, skip] of DATABASES) {
  describe(`the demo’s ledger on ${name}`, {skip}, () => {
    let database, app;
    let now = new Date();
    const count = async (table) =>
      (await database.query(`select count(*)::integer as count from ${table}`)).rows[0].count;
    const counts = () => Promise.all(['ipsm_consent.record', 'ipsm_demo.person'].map(count));
    const decide = async ({text, record}) => {
      const headers = {'Content-Type': 'application/json', 'Idempotency-Key': record.id};
      const response = await app.request('/decisions', {method: 'POST', body: text, headers});
      return {status: response.status, answer: await response.json()};
    };

    before(async () => {
      database = await open();
      app = await createApp({database, ledgerPassword, now: () => now});
    });
    after(() => database?.close());

    test('keeps a registration and its consent, and answers the same bytes as before', async () => {
      const {text, record} = decision();
      const first = await register(app, text);
      assert.equal(first.status, 200);
      assert.deepEqual(first.answer.stored, {
        receivedAt: now.toISOString(),
        fields: aigerim,
        files: [],
        record,
      });
      const stored = await counts();
      now = new Date(now.getTime() + HOUR);
      assert.deepEqual(await register(app, text), first);
      const another = await register(app, text, {...aigerim, surname: 'Other'});
      assert.deepEqual([another.status, codesOf(another)], [422, [['replayed', 'id']]]);
      assert.ok(!JSON.stringify(another.answer).includes(aigerim.email));
      assert.deepEqual(await counts(), stored);
    });

    test('keeps one of twenty that arrive at once with one record, and gives all the same answer', async () => {
      const before = await count('ipsm_demo.person');
      const {text} = decision();
      const answers = await Promise.all(Array.from({length: 20}, () => register(app, text)));
      assert.equal(await count('ipsm_demo.person'), before + 1);
      assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
      assert.equal(new Set(answers.map(({answer}) => JSON.stringify(answer))).size, 1);
    });

    test('keeps one of ten people whose forms arrive at once with one record', async () => {
      const before = await count('ipsm_demo.person');
      const {text} = decision();
      const answers = await Promise.all(
        Array.from({length: 10}, (_, i) => register(app, text, {...aigerim, given: `N${i}`})),
      );
      assert.equal(await count('ipsm_demo.person'), before + 1);
      assert.deepEqual(answers.map(({status}) => status).sort(), [200, ...Array(9).fill(422)]);
      for (const {status, answer} of answers)
        if (status !== 200) assert.equal(answer.errors[0].code, 'replayed');
    });

    test('keeps one of ten records that arrive at once with one id and different bytes', async () => {
      const before = await count('ipsm_consent.record');
      const {id} = decision().record;
      const made = Array.from({length: 10}, (_, i) => decision({id, time: new Date(now.getTime() - i)}));
      const answers = await Promise.all(made.map(({text}) => register(app, text)));
      assert.equal(await count('ipsm_consent.record'), before + 1);
      assert.deepEqual(answers.map(({status}) => status).sort(), [200, ...Array(9).fill(422)]);
      for (const each of answers)
        if (each.status === 422) assert.deepEqual(codesOf(each), [['replayed', 'id']]);
    });

    test('lets a refused registration consume nothing', async () => {
      const before = await counts();
      const {text} = decision();
      assert.equal((await register(app, text, {...aigerim, email: ''})).status, 422);
      const altered = await register(app, text.replace('"automated":true', '"automated":false'));
      assert.deepEqual([altered.status, codesOf(altered)], [422, [['altered', 'automated']]]);
      assert.equal((await register(app, '')).status, 422);
      assert.deepEqual(await counts(), before);
      assert.equal((await register(app, text)).status, 200);
    });

    test('takes every character of a name or a reference that a request can bring', async () => {
      const made = decision({subjectRef: 'a\0b'});
      const refused = await register(app, made.text, {...aigerim, given: 'A\0B'});
      assert.deepEqual(codesOf(refused), [['field-invalid', 'given']]);
      const files = new File(['x'], 'a\0"<b>.png', {type: 'image/png'});
      const fields = {...aigerim, given: '𝒜’; drop table x; --', documents: files};
      const {status, answer} = await register(app, made.text, fields);
      assert.equal(status, 200);
      assert.equal(answer.stored.fields.given, fields.given);
      assert.match(await entryOf(app, made.record.id), /data-check="good"/);
      for (const query of [
        'q=a%00b',
        'record=%00&after=1e99',
        'version=%00&in=%00',
        'from=9&to=2026-13-45&state=x',
        'from=0000-01-01&to=9999-12-31',
      ])
        assert.equal((await readLedger(app, query)).status, 200, query);
    });

    test('shows who agreed to which words, when, and what the operator has not stated', async () => {
      const time = new Date(now.getTime() - 2000);
      const {text, record} = decision({lang: 'ru', time});
      await register(app, text);
      const {status, headers, html} = await readLedger(app, `record=${record.id}`);
      assert.equal(status, 200);
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(headers.get('X-Robots-Tag'), 'noindex');
      const said = plain(html);
      const words = demoManifest.releases[0].notice.ru;
      for (const part of [
        'Өтеғұлова Әйгерім Һамитқызы',
        'Agreed',
        'Checked: the record matches version 2026-10-01 of the policy word for word.',
        'aigerim@example.kz',
        words.title,
        words.agree,
        'Language of the text Russian',
        `What is not stated: ${record.gaps.length}`,
        '2.2.4 ads : not asked',
      ]) {
        assert.ok(said.includes(part), `${part} in:\n${said}`);
      }
      for (const gap of record.gaps) assert.ok(html.includes(`<code>${gap}</code>`), gap);
      assert.ok(html.includes(`datetime="${time.toISOString()}"`));
      assert.ok(html.includes(`<p><strong>${words.title}`) && html.includes('<div lang="ru">'));
    });

    test('shows names as text, whatever is in them', async () => {
      const {text, record} = decision();
      const hostile = '"><script>alert(1)</script>';
      await register(app, text, {...aigerim, surname: hostile, email: "'onx=1&@x.kz"});
      const {html} = await readLedger(
        app,
        `q=${encodeURIComponent(hostile)}&version=${encodeURIComponent(hostile)}`,
      );
      assert.ok(!html.includes('<script'), html);
      const entry = await entryOf(app, record.id);
      assert.ok(entry.includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;'), entry);
      assert.ok(!entry.includes('<script'));
    });

    test('shows declined and withdrawn ones, each with the one before and after', async () => {
      const given = decision();
      await register(app, given.text);
      const declined = decision({state: 'declined', method: 'banner-button', nameFields: []});
      assert.equal((await decide(declined)).status, 200);
      const prev = await prevOf(given);
      const withdrawn = decision({state: 'withdrawn', method: 'status-button', nameFields: [], prev});
      assert.equal((await decide(withdrawn)).status, 200);

      assert.match(plain(await entryOf(app, declined.record.id)), /No name given Declined ✓ Checked/);
      const last = await entryOf(app, withdrawn.record.id);
      assert.match(plain(last), /Өтеғұлова Әйгерім Һамитқызы Withdrawal notice recorded ✓ Checked/);
      assert.match(plain(last), /Previous decision Agreed, /);
      assert.ok(last.includes(`record=${given.record.id}`));
      const first = await entryOf(app, given.record.id);
      assert.match(plain(first), /Next decision Withdrawal notice recorded, /);
      assert.ok(first.includes(`record=${withdrawn.record.id}`));
    });

    test('does not lend a name to a decision that names other bytes', async () => {
      const given = decision();
      await register(app, given.text);
      const prev = {id: given.record.id, sha256: '0'.repeat(64)};
      const forged = decision({state: 'withdrawn', method: 'status-button', prev});
      await decide(forged);
      const entry = await entryOf(app, forged.record.id);
      assert.match(plain(entry), /No name given Withdrawal notice recorded ⚠ The check failed/);
      assert.match(entry, /<code>prev prev\.sha256<\/code>/);
    });

    test('gives decisions the same answer again, and refuses another under the same id', async () => {
      const declined = decision({state: 'declined', method: 'banner-button'});
      const first = await decide(declined);
      const {id} = declined.record;
      assert.deepEqual(first, {status: 200, answer: {id}});
      now = new Date(now.getTime() + HOUR);
      assert.deepEqual(await decide(declined), first);
      const other = await decide(decision({state: 'declined', method: 'banner-button', id}));
      assert.deepEqual([other.status, other.answer.errors[0].code], [422, 'replayed']);

      const fresh = decision({state: 'declined', method: 'banner-button'});
      const forged = await decide({
        ...fresh,
        text: fresh.text.replace('"automated":true', '"automated":false'),
      });
      assert.deepEqual([forged.status, codesOf(forged)[0]], [422, ['altered', 'automated']]);
      assert.equal((await decide(fresh)).status, 200);
    });

    test('keeps one of ten decisions that arrive at once, as when two tabs send', async () => {
      const before = await count('ipsm_consent.record');
      const declined = decision({state: 'declined', method: 'banner-button'});
      const answers = await Promise.all(Array.from({length: 10}, () => decide(declined)));
      assert.equal(await count('ipsm_consent.record'), before + 1);
      assert.deepEqual(new Set(answers.map(({status}) => status)), new Set([200]));
    });

    test('keeps a decision that a page without a manifest took by the policy of the package', async () => {
      const bundled = (await recordsOf(ipsmPolicy.manifest))({method: 'banner-button', source: 'bundled'});
      assert.equal((await decide(bundled)).status, 200);
      assert.match(await entryOf(app, bundled.record.id), /data-check="good"/);
    });

    test('says that the clock of the device was off', async () => {
      const early = decision({time: new Date(now.getTime() + 26 * HOUR + 61_000)});
      assert.deepEqual(
        (await register(app, early.text)).answer.warnings.map(({code}) => code),
        ['clock'],
      );
      assert.match(
        plain(await entryOf(app, early.record.id)),
        /The device’s clock was 1 d 2 h 1 min ahead of the server’s\./,
      );
      const late = decision({
        state: 'declined',
        method: 'banner-button',
        time: new Date(now.getTime() - 25 * HOUR),
      });
      await decide(late);
      assert.match(plain(await entryOf(app, late.record.id)), /1 d 1 h before it was received/);
    });

    test('goes from page to page, newest first, and none is lost or shown twice', async () => {
      const made = Array.from({length: 105}, () => decision({state: 'declined', method: 'banner-button'}));
      for (const each of made) await decide(each);
      const seen = [];
      for (let query = ''; ;) {
        const {html} = await readLedger(app, query);
        const ids = [...html.matchAll(/<tr id="record-([^"]+)"/g)].map(([, id]) => id);
        assert.ok(ids.length <= 50);
        seen.push(...ids);
        query = /rel="next" href="ledger\?lang=en&amp;(after=[^"&]+)"/.exec(html)?.[1];
        if (!query) break;
        // comes in while somebody reads
        await decide(decision({state: 'declined', method: 'banner-button'}));
      }
      assert.deepEqual(seen.slice(0, 105), made.map(({record}) => record.id).reverse());
      assert.equal(new Set(seen).size, seen.length);
    });

    test('finds decisions by name, version, decision, language and day, and gives the same away as files', async () => {
      const surname = `Тауып${Date.now()}`;
      const made = decision({lang: 'ru'});
      await register(app, made.text, {...aigerim, surname});
      const ids = (html) => [...html.matchAll(/<tr id="record-([^"]+)"/g)].map(([, id]) => id);
      const day = new Date(now.getTime() + 5 * HOUR).toISOString().slice(0, 10);
      const version = made.record.policy.version;
      const all = `q=${encodeURIComponent(surname)}&version=${version}&state=given&in=ru&from=${day}&to=${day}`;
      const {html} = await readLedger(app, all);
      assert.deepEqual(ids(html), [made.record.id]);
      assert.match(
        plain(html),
        new RegExp(`${surname} Әйгерім Һамитқызы Agreed ${version} Russian tick in the form ✓ checked`),
      );
      for (const other of [
        'version=text-x',
        'state=withdrawn',
        'in=en',
        'to=2020-01-01',
        'from=2099-01-01',
      ]) {
        const found = await readLedger(app, `q=${encodeURIComponent(surname)}&${other}`);
        assert.deepEqual(ids(found.html), [], other);
        assert.match(plain(found.html), /No decision matches these filters\./);
      }
      const byId = await app.request(`/ledger?lang=en&q=${made.record.id}`, {headers: {Authorization}});
      assert.equal(byId.headers.get('Location'), `ledger?lang=en&record=${made.record.id}`);

      for (const format of ['jsonl', 'csv']) {
        const response = await app.request(`/ledger/export?format=${format}&${all}`, {
          headers: {Authorization},
        });
        assert.match(
          response.headers.get('Content-Disposition'),
          new RegExp(`filename="consents.${format}"`),
        );
        const text = await response.text();
        const entry = format === 'csv' ? /"(\{.*\})"/.exec(text)[1].replaceAll('""', '"') : text.trim();
        assert.deepEqual(JSON.parse(entry), made.record);
      }
    });

    test('takes a day that there is none of for no day, and says so', async () => {
      for (const day of ['0000-01-01', '0001-01-01', '9999-12-31', '2026-02-31', '2026-13-01', 'x']) {
        const {status, html} = await readLedger(app, `from=${day}&to=${day}`);
        assert.equal(status, 200, day);
        assert.ok(!html.includes(day === 'x' ? 'value="x"' : day), day);
        const response = await app.request(`/ledger/export?from=${day}`, {headers: {Authorization}});
        assert.deepEqual([response.status, (await response.text()) !== ''], [200, true], day);
      }
      assert.ok((await readLedger(app, 'from=2024-02-29')).html.includes('value="2024-02-29"'));
    });

    test('finds by a name what that person decided afterwards, and by no word that nobody typed', async () => {
      const surname = `Іздеп${now.getTime()}`;
      const given = decision();
      await register(app, given.text, {...aigerim, surname});
      const withdrawn = decision({
        state: 'withdrawn',
        method: 'status-button',
        nameFields: [],
        prev: await prevOf(given),
      });
      const again = decision({method: 'banner-button', nameFields: [], prev: await prevOf(withdrawn)});
      const forged = decision({
        state: 'withdrawn',
        method: 'status-button',
        nameFields: [],
        prev: {...(await prevOf(given)), sha256: '0'.repeat(64)},
      });
      for (const each of [withdrawn, again, forged]) assert.equal((await decide(each)).status, 200);
      const found = async (text) => {
        const {html} = await readLedger(app, `q=${encodeURIComponent(text)}`);
        return [...html.matchAll(/<tr id="record-([^"]+)"/g)].map(([, id]) => id);
      };
      const line = [again, withdrawn, given].map(({record}) => record.id);
      for (const text of [surname, `${surname} ${aigerim.given}`])
        assert.deepEqual(await found(text), line, text);
      for (const text of ['surname', 'patronymic', '":"', '","', '{', `${surname}%`, `${surname}_`])
        assert.deepEqual(await found(text), [], text);
    });

    test('gives away everything that is found, however much it is', async () => {
      const surname = `Көп${now.getTime()}`;
      const made = Array.from({length: 501}, () => decision());
      await database.transaction(async (tx) => {
        const ledger = createLedger(database, {verifier: await createVerifier(demoManifest)});
        for (const [i, {text, record}] of made.entries()) {
          assert.equal((await ledger.accept(tx, text, {key: String(i), now})).outcome, 'new');
          const values = [record.id, JSON.stringify({...aigerim, surname}), '[]'];
          await tx.query('insert into ipsm_demo.person values ($1::uuid, $2, $3)', values);
        }
      });
      const address = `/ledger/export?q=${encodeURIComponent(surname)}`;
      const response = await app.request(address, {headers: {Authorization}});
      assert.equal((await response.text()).trim().split('\n').length, made.length);
      assert.match(plain((await readLedger(app, `q=${surname}`)).html), /Decisions: 501/);
    });

    for (const format of ['jsonl', 'csv']) {
      test(`says of ${format} that it is not whole: by an error, or by an end that is none`, async () => {
        for (const failing of [1, 2]) {
          let batches = 0;
          const query = (sql) => (text, values) => {
            const isBatch = text.includes('order by r.received_at, r.number');
            if (isBatch && ++batches === failing) throw new Error('The database is gone.');
            return sql.query(text, values);
          };
          const breaking = {
            ...database,
            query: query(database),
            transaction: (work, options) =>
              database.transaction((tx) => work({...tx, query: query(tx)}), options),
          };
          const broken = await createApp({database: breaking, ledgerPassword});
          const response = await broken.request(`/ledger/export?format=${format}`, {
            headers: {Authorization},
          });
          if (failing === 1) assert.equal(response.status, 500);
          else await assert.rejects(response.text(), /The database is gone/);
        }
      });
    }

    test('takes a form that was sent without script, and makes its record itself', async () => {
      const notice = await noticeField(demoManifest, '2026-10-01', 'en');
      const body = formOf({...aigerim, lang: 'en', consent: 'on', 'consent-notice': notice});
      const response = await app.request('/register', {
        method: 'POST',
        body,
        headers: {Accept: 'application/json'},
      });
      const {stored} = await response.json();
      assert.deepEqual([response.status, stored.record.event.method], [200, 'form-fallback']);
      assert.deepEqual(stored.record.subject.nameFields, ['surname', 'given', 'patronymic']);
      assert.match(
        plain(await entryOf(app, stored.record.id)),
        /tick in the form, before its script or without it/,
      );
    });

    test('tells the page what it needs to ask again', async () => {
      const {text, record} = decision();
      const {answer} = await register(app, text.replace('"version":"2026-10-01"', '"version":"2020-01-01"'));
      assert.deepEqual(answer.refusal, {
        ...{code: 'unknown-version', id: record.id, version: '2026-10-01', now: now.toISOString()},
      });
    });

    test('judges what testers did by what they had published, also when their switches are gone', async () => {
      const qa = `test-${now.getTime()}`;
      const body = new URLSearchParams({token: qa, setting: 'release', value: 'hostile'});
      assert.equal((await app.request('/qa', {method: 'POST', body})).status, 200);
      const manifest = await (await app.request(`/policy/${qa}/manifest.json`)).json();
      const {record, text} = (await recordsOf(manifest))();
      const form = formOf({...aigerim, qa, 'consent-record': text});
      const response = await app.request('/register', {method: 'POST', body: form});
      assert.equal(response.status, 200, await response.text());

      const later = await createApp({database, ledgerPassword});
      const entry = await entryOf(later, record.id);
      assert.match(entry, /data-check="good"/);
      assert.doesNotMatch(entry, /<script|<img|href="javascript/);
      assert.match(entry, /&lt;script&gt;alert\(1\)/);
    });
  });
}
