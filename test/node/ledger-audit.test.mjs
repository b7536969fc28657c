import assert from 'node:assert/strict';
import {createHash, randomUUID} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {createLedger, createVerifier, migrate} from 'ipsm-consent/server';
import {databases} from '../helpers/databases.mjs';
import {FIRST, manifest as both, prevOf, recordsOf, SECOND} from '../helpers/records.mjs';

const [verifier, makeFirst, makeSecond] = await Promise.all([
  createVerifier(both),
  recordsOf(both, FIRST),
  recordsOf(both, SECOND),
]);
const {each, stop} = await databases();
after(stop);

const at = (text) => new Date(`${text}Z`);
async function all(pieces) {
  const found = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}
const idsOf = (entries) => entries.map(({id}) => id);
const verified = (entry) => verifier.verifyRecord(entry).record;
const collect = async (pieces) => (await all(pieces)).join('');
/** Rows of a CSV text after RFC 4180, by its first line. */
function readCsv(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === '\r\n') rows.push([]);
  }
  const [names, ...lines] = rows.filter((row) => row.length > 1);
  return lines.map((line) => Object.fromEntries(names.map((name, i) => [name, line[i]])));
}

for (const {name, open, skip} of each) {
  describe(`the audit of the ledger on ${name}`, {skip}, () => {
    const [aigerim, natalya, zoe] = ['a-aigerim', 'b-natalya', "c-zoe'"];
    const decided = {};
    let database, ledger;
    const register = async (subject, make, of, time) => {
      const made = make({time, subjectRef: subject, ...of});
      const outcome = await database.transaction((tx) =>
        ledger.accept(tx, made.text, {key: subject, subject, now: time}),
      );
      assert.equal(outcome.outcome, 'new');
      return made;
    };
    const keep = async (subject, make, of, time) => {
      const made = make({time, subjectRef: subject, nameFields: [], ...of});
      assert.equal((await ledger.keep(made.text, {subject, now: time})).outcome, 'new');
      return made;
    };

    before(async () => {
      database = await open();
      await migrate(database);
      ledger = createLedger(database, {verifier: () => Promise.resolve(verifier)});
      decided.first = await register(aigerim, makeFirst, {}, at('2026-10-05T10:00:00.000'));
      decided.natalya = await register(natalya, makeFirst, {lang: 'ru'}, at('2026-10-06T10:00:00.000'));
      decided.zoe = await register(zoe, makeFirst, {lang: 'en'}, at('2026-10-07T10:00:00.000'));
      const of = {method: 'banner-button', prev: await prevOf(decided.first)};
      decided.second = await keep(aigerim, makeSecond, of, at('2026-12-02T10:00:00.000'));
      const prev = await prevOf(decided.zoe);
      const withdrawal = {state: 'withdrawn', method: 'status-button', lang: 'en', prev};
      decided.withdrawn = await keep(zoe, makeFirst, withdrawal, at('2026-12-03T10:00:00.000'));
    });
    after(() => database?.close());

    /** The one whose row is changed. */
    const natalyaIn = async (ledger) => (await ledger.chainOf(decided.natalya.record.id))[0];
    /** A subject's lines of an export. */
    const linesOf = async (subject) => (await collect(ledger.exportSubject(subject))).trimEnd().split('\n');

    it('says by one call what a person had agreed to on a day, and in which words', async () => {
      for (const [subject, day, status, made, version] of [
        [aigerim, '2026-10-31T00:00:00.000', 'given', decided.first, FIRST],
        [aigerim, '2026-12-01T12:00:00.000', 'outdated', decided.first, FIRST],
        [aigerim, '2026-12-31T00:00:00.000', 'given', decided.second, SECOND],
        [zoe, '2026-11-01T00:00:00.000', 'given', decided.zoe, FIRST],
        [zoe, '2026-12-31T00:00:00.000', 'withdrawn', decided.zoe, FIRST],
      ]) {
        const {consent, last, ...rest} = await ledger.consentAt(subject, at(day));
        assert.equal(rest.status, status, day);
        assert.equal(consent.id, made.record.id);
        assert.deepEqual(consent.problems, []);
        const {lang} = made.record.notice;
        const notice = both.releases.find((release) => release.version === version).notice[lang];
        assert.equal(consent.words.agree, notice.agree);
        assert.deepEqual(
          consent.words.points.map(({text}) => text),
          notice.points.map(({text}) => text),
        );
        assert.equal(last.record.event.state, status === 'withdrawn' ? 'withdrawn' : 'given');
      }
      assert.equal(await ledger.consentAt(aigerim, at('2026-10-01T00:00:00.000')), undefined);
      assert.equal(await ledger.consentAt('nobody', at('2026-12-31T00:00:00.000')), undefined);
    });

    it('says by one call who has not agreed to a version, page by page', async () => {
      const all = await ledger.outstanding(SECOND);
      assert.deepEqual(all, {
        subjects: [
          {subject: natalya, version: FIRST, state: 'given'},
          {subject: zoe, version: FIRST, state: 'withdrawn'},
        ],
        next: undefined,
      });
      const first = await ledger.outstanding(SECOND, {limit: 1});
      assert.deepEqual([first.subjects.map(({subject}) => subject), first.next], [[natalya], natalya]);
      const second = await ledger.outstanding(SECOND, {limit: 1, after: first.next});
      assert.deepEqual([second.subjects.map(({subject}) => subject), second.next], [[zoe], undefined]);
      assert.deepEqual(
        (await ledger.outstanding(FIRST)).subjects.map(({subject}) => subject),
        [zoe],
      );
      await assert.rejects(ledger.outstanding('2020-01-01'), /no release "2020-01-01"/);
    });

    it('knows by what a decision names that it came later, whatever the clocks said', async () => {
      const outstandingOf = async (subject) =>
        (await ledger.outstanding(SECOND, {limit: 1000})).subjects.find((each) => each.subject === subject);
      const hour = (n) => new Date(at('2027-03-01T00:00:00.000').getTime() + n * 3_600_000);
      const banner = {method: 'banner-button'};
      const withdrawal = async (of) => ({
        ...{state: 'withdrawn', method: 'status-button'},
        prev: await prevOf(of),
      });
      // each line of decisions: what was decided, by the clock of the device and by that of the server
      const decide = async (subject, make, of, acted, received) => {
        const made = make({time: hour(acted), subjectRef: subject, nameFields: [], ...of});
        assert.equal((await ledger.keep(made.text, {subject, now: hour(received)})).outcome, 'new');
        return made;
      };
      const [back, anew, twice, late, same] = Array.from({length: 5}, () => `y-${randomUUID()}`);

      const given = await decide(back, makeSecond, banner, 5, 6);
      await decide(back, makeSecond, await withdrawal(given), 1, 7);

      const first = await decide(anew, makeSecond, banner, 5, 6);
      const second = await decide(anew, makeSecond, await withdrawal(first), 1, 7);
      await decide(anew, makeSecond, {...banner, prev: await prevOf(second)}, 2, 8);

      // an outbox sends the last of three first, and all of it came after a clock was set back
      const one = await decide(twice, makeSecond, banner, 5, 6);
      const two = makeSecond({time: hour(1), subjectRef: twice, nameFields: [], ...(await withdrawal(one))});
      const three = makeSecond({
        ...{time: hour(2), subjectRef: twice, nameFields: []},
        ...{...banner, prev: await prevOf(two)},
      });
      for (const [i, {text}] of [three, two].entries())
        assert.equal((await ledger.keep(text, {subject: twice, now: hour(7 + i)})).outcome, 'new');

      // a device that was used before the last yes sends what it took back then
      const old = await decide(late, makeSecond, banner, 1, 2);
      await decide(late, makeSecond, {...banner, prev: await prevOf(old)}, 5, 6);
      await decide(late, makeSecond, await withdrawal(old), 3, 9);

      const yes = await decide(same, makeSecond, banner, 5, 5);
      await decide(same, makeSecond, await withdrawal(yes), 5, 5);

      for (const [subject, status] of [
        [back, 'withdrawn'],
        [anew, 'given'],
        [twice, 'given'],
        [late, 'given'],
        [same, 'withdrawn'],
      ]) {
        assert.equal((await ledger.standing(subject, hour(10))).status, status);
        const expected = status === 'given' ? undefined : {subject, version: SECOND, state: status};
        assert.deepEqual(await outstandingOf(subject), expected);
      }
      assert.equal(await ledger.consentAt(back, hour(3)), undefined);
      assert.equal((await ledger.consentAt(back, hour(5))).status, 'withdrawn');
    });

    it('comes to an end with decisions that name each other in a circle', async () => {
      const subject = `z-${randomUUID()}`;
      const ids = Array.from({length: 3}, () => randomUUID());
      for (const [i, id] of ids.entries()) {
        const prev = {id: ids[(i + 1) % 3], sha256: '0'.repeat(64)};
        await keep(subject, makeFirst, {id, method: 'banner-button', prev}, at('2027-03-02T00:00:00.000'));
      }
      assert.equal((await ledger.standing(subject, at('2027-03-03T00:00:00.000'))).status, 'outdated');
      const {subjects} = await ledger.outstanding(SECOND, {limit: 1000});
      assert.deepEqual(
        subjects.filter((each) => each.subject === subject),
        [{subject, version: FIRST, state: 'given'}],
      );
    });

    it('gives everything of one person away, which verifies again', async () => {
      const lines = await linesOf(aigerim);
      const records = [decided.first.record, decided.second.record];
      assert.deepEqual(lines.map(verified), records);
      for (const line of lines) assert.match(line, /^[\x20-\x7e]*$/);
      const consents = await ledger.consentsOf(aigerim);
      assert.deepEqual(idsOf(consents), idsOf(records));
      for (const {problems} of consents) assert.deepEqual(problems, []);
    });

    it('gives a period away as JSON lines and as CSV, which verify again', async () => {
      const period = {from: at('2026-10-06T00:00:00.000'), to: at('2026-12-03T00:00:00.000')};
      const wanted = [decided.natalya, decided.zoe, decided.second].map(({record}) => record);
      const lines = (await collect(ledger.exportPeriod(period))).trimEnd().split('\n');
      assert.deepEqual(lines.map(verified), wanted);
      const rows = readCsv(await collect(ledger.exportPeriod(period, 'csv')));
      for (const [i, {entry, id, subject, version, lang, state, method, acted}] of rows.entries()) {
        const {policy, notice, event, ...record} = verified(entry);
        assert.deepEqual({policy, notice, event, ...record}, wanted[i]);
        assert.deepEqual(
          [id, subject, version, lang, state, method, acted],
          [record.id, record.subject.ref, policy.version, notice.lang, event.state, event.method, event.time],
        );
      }
      assert.equal(rows.length, wanted.length);
      const russian = await collect(ledger.exportPeriod({...period, lang: 'ru'}));
      assert.deepEqual(verified(russian.trimEnd()), decided.natalya.record);
    });

    it('gives nothing away where nobody and no time is named, rather than all', () => {
      for (const subject of [undefined, null, '', 1, 'a\0b'])
        assert.throws(() => ledger.exportSubject(subject), {name: 'TypeError', message: /^"subject" is /});
      const [from, to] = [at('2026-10-06T00:00:00.000'), at('2026-12-03T00:00:00.000')];
      for (const [period, name] of [
        [{}, 'from'],
        [{from}, 'to'],
        [{to}, 'from'],
        [{from, to: new Date('no')}, 'to'],
        [{from: '2026-10-06', to}, 'from'],
      ])
        assert.throws(() => ledger.exportPeriod(period), {
          name: 'TypeError',
          message: new RegExp(`^"${name}" is `),
        });
    });

    it('reads in transactions that only read, and that have a limit of time', async () => {
      const seen = [];
      const watched = createLedger(
        {
          query: () => Promise.reject(new Error('outside of a transaction')),
          transaction(work, options) {
            seen.push(options);
            return database.transaction(work, options);
          },
        },
        {verifier},
      );
      const period = {from: at('2026-10-06T00:00:00.000'), to: at('2026-12-03T00:00:00.000')};
      await watched.standing(zoe);
      await collect(watched.exportSubject(zoe));
      await collect(watched.exportPeriod(period));
      assert.equal(seen.length, 3);
      assert.ok(seen.every(({readOnly}) => readOnly));
    });

    it('keeps a spreadsheet from running a reference as a formula', async () => {
      const subject = '=HYPERLINK("https://evil.example")';
      await register(subject, makeSecond, {}, at('2027-01-01T00:00:00.000'));
      const [row] = readCsv(await collect(ledger.exportSubject(subject, 'csv')));
      assert.equal(row.subject, `'${subject}`);
    });

    it('gives more than one batch away, each entry once and in order', async () => {
      const subject = randomUUID();
      const time = at('2027-02-01T00:00:00.000');
      const ids = [];
      for (let i = 0; i < 1100; i++)
        ids.push((await keep(subject, makeSecond, {method: 'banner-button'}, time)).record.id);
      const lines = await linesOf(subject);
      assert.deepEqual(idsOf(lines.map((line) => JSON.parse(line))), ids);
    });

    it('finds pages by version, state, language, subject and day, newest first, and loses none', async () => {
      const to = at('2027-01-01T00:00:00.000');
      const find = async (filter) => idsOf((await ledger.page({to, ...filter})).entries);
      const ids = (...of) => idsOf(of.map(({record}) => record));
      const {first, natalya: second, zoe: third, second: fourth, withdrawn} = decided;
      assert.deepEqual(await find({}), ids(withdrawn, fourth, third, second, first));
      assert.deepEqual(await find({version: SECOND}), ids(fourth));
      assert.deepEqual(await find({state: 'withdrawn'}), ids(withdrawn));
      assert.deepEqual(await find({lang: 'en', state: 'given'}), ids(third));
      assert.deepEqual(await find({subject: aigerim}), ids(fourth, first));
      assert.deepEqual(
        await find({from: at('2026-10-07T00:00:00.000'), version: FIRST}),
        ids(withdrawn, third),
      );
      assert.equal(await ledger.count({to, version: FIRST}), 4);
      assert.equal(await ledger.count({to, subject: zoe}), 2);

      const seen = [];
      for (let after; ;) {
        const {entries, next} = await ledger.page({to}, {limit: 2, after});
        seen.push(...idsOf(entries));
        if (!next) break;
        after = next;
      }
      assert.deepEqual(seen, ids(withdrawn, fourth, third, second, first));
      for (const after of [
        ...['x', '9999-99-99T99:99:99.999Z_1', '2026-02-31T00:00:00.000Z_1', '0000-01-01T00:00:00.000Z_1'],
        '2026-10-05T10:00:00.000Z_9999999999999999999',
      ])
        assert.equal((await ledger.page({to}, {after, limit: -1})).entries[0].id, seen[0], after);
      assert.deepEqual(await find({ids: ['x', natalya]}), []);
      assert.deepEqual(await find({ids: ['x', seen[1]]}), [seen[1]]);
      assert.equal(await ledger.count({to, ids: ['x', seen[1]]}), 1);
    });

    it('shows a decision with those before and after it', async () => {
      for (const {record} of [decided.zoe, decided.withdrawn]) {
        const ids = [decided.zoe.record.id, decided.withdrawn.record.id];
        assert.deepEqual(idsOf(await ledger.chainOf(record.id)), ids);
      }
      for (const id of [randomUUID(), 'x', '', undefined]) assert.deepEqual(await ledger.chainOf(id), []);
    });

    it('proves an old record when the manifest of today has lost its release', async () => {
      const of = {verifier: await createVerifier({...both, releases: both.releases.slice(1)})};
      const entry = await natalyaIn(createLedger(database, of));
      assert.deepEqual(entry.problems, []);
      assert.equal(entry.words.title, both.releases[0].notice.ru.title);
    });

    it('sends the statements of one transaction one after another', async () => {
      let [running, most] = [0, 0];
      const counted = (tx) => ({
        async query(...args) {
          most = Math.max(most, ++running);
          try {
            return await tx.query(...args);
          } finally {
            running--;
          }
        },
      });
      const watched = {
        ...database,
        transaction: (work, options) => database.transaction((tx) => work(counted(tx)), options),
      };
      const {entries} = await createLedger(watched, {verifier}).page({to: at('2027-01-01T00:00:00.000')});
      assert.equal(new Set(entries.map(({record}) => record.policy.version)).size, 2);
      assert.equal(most, 1);
    });

    it('does not take a database that fails for a row that was changed', async () => {
      let isDown = true;
      const failing = (tx) => ({
        query: (text, ...values) =>
          isDown && text.includes('select manifest')
            ? Promise.reject(new Error('the connection is gone'))
            : tx.query(text, ...values),
      });
      const shaky = createLedger(
        {
          ...database,
          transaction: (work, options) => database.transaction((tx) => work(failing(tx)), options),
        },
        {verifier},
      );
      await assert.rejects(natalyaIn(shaky), /the connection is gone/);
      isDown = false;
      assert.deepEqual((await natalyaIn(shaky)).problems, []);
    });

    describe('of rows that somebody has changed in spite of all', () => {
      const tampered = async (table, statement, look) => {
        await database.query(`alter table ipsm_consent.${table} disable trigger append_only`);
        await assert.rejects(
          database.transaction(async (tx) => {
            await tx.query(statement, table === 'record' ? [decided.natalya.record.id] : []);
            const inside = {...database, transaction: (work) => work(tx), query: tx.query.bind(tx)};
            await look(createLedger(inside, {verifier}));
            throw new Error('as before');
          }),
          /as before/,
        );
        await database.query(`alter table ipsm_consent.${table} enable trigger append_only`);
      };

      for (const [what, change, found] of [
        ['the time of the act', `entry = replace(entry, '"time":"2', '"time":"1')`, 'digest '],
        ['a decision', `entry = replace(entry, '"not-asked"', '"given"')`, 'digest '],
        [
          'the version',
          "entry = replace(entry, '2026-10-01', '2027-01-01')",
          'unknown-version policy.version',
        ],
        ['the whole record', "entry = '<script>'", 'json '],
        ['the column version', "version = '2026-12-01'", 'column version'],
        ['the column state', "state = 'withdrawn'", 'column state'],
        ['the column acted_at', "acted_at = acted_at - interval '1 day'", 'column acted_at'],
      ]) {
        it(`tells that ${what} is not what came`, async () => {
          const update = `update ipsm_consent.record set ${change} where id = $1`;
          await tampered('record', update, async (ledger) => {
            const problems = (await natalyaIn(ledger)).problems.map(({code, path}) => `${code} ${path}`);
            assert.ok(problems.includes(found), problems.join());
          });
        });
      }

      const notTrusted = async (ledger) => {
        const {problems, words} = await natalyaIn(ledger);
        assert.deepEqual([problems.map(({code}) => code), words], [['release'], undefined]);
      };
      for (const text of ['{', '{}'])
        it(`does not trust a release of which nothing can be read, though its digest is right: ${text}`, async () => {
          const digest = createHash('sha256').update(text).digest('hex');
          const update = `with added as (insert into ipsm_consent.release values ('${digest}', '${text}'))
            update ipsm_consent.record set release_sha256 = '${digest}' where id = $1`;
          await tampered('record', update, notTrusted);
        });

      it('does not trust a release that is not as it was kept', async () => {
        const change = `update ipsm_consent.release set manifest = replace(manifest, 'IPSM', 'ISPM')`;
        await tampered('release', change, notTrusted);
      });
    });
  });
}
