import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, describe, it} from 'node:test';
import {createLedger, createVerifier, keyOf, migrate} from 'ipsm-consent/server';
import {databases} from '../helpers/databases.mjs';
import {FIRST, manifest, noticeField, prevOf, recordsOf} from '../helpers/records.mjs';

const [verifier, decision] = await Promise.all([createVerifier(manifest), recordsOf(manifest, FIRST)]);
const {each, stop} = await databases();
after(stop);

const NOW = new Date('2026-10-05T10:00:00.000Z');
const MINUTE = 60_000;
const later = (minutes) => new Date(NOW.getTime() + minutes * MINUTE);
const made = (of = {}) => decision({time: NOW, ...of});
/** A decision of a banner, and what takes one back; both name nothing. */
const answered = (of = {}) => made({method: 'banner-button', nameFields: [], ...of});
const takenBack = async (given, {minutes = 1, ...of} = {}) => {
  const prev = await prevOf(given);
  return answered({state: 'withdrawn', method: 'status-button', prev, time: later(minutes), ...of});
};
const codes = ({errors}) => errors.map(({code, path}) => `${code} ${path}`);

for (const {name, open, skip} of each) {
  describe(`the ledger on ${name}`, {skip}, () => {
    let database, ledger;
    const register = (entry, key, options = {}) =>
      database.transaction(async (tx) => {
        const outcome = await ledger.accept(tx, entry, {key, now: NOW, ...options});
        if (outcome.outcome === 'new')
          await ledger.answer(tx, outcome.record.id, {key}, {subject: options.owner});
        return outcome;
      });
    const standingOf = async (subject, minutes = 0) =>
      (await ledger.standing(subject, later(minutes))).status;
    const rowsIn = async (table) =>
      Number((await database.query(`select count(*)::integer as n from ipsm_consent.${table}`)).rows[0].n);

    before(async () => {
      database = await open();
      await Promise.all([migrate(database), migrate(database)]);
      ledger = createLedger(database, {verifier});
    });
    after(() => database?.close());

    it('takes a consent once, and gives the first answer to who sends it again, in either form', async () => {
      const {text, canonical, record} = made();
      const first = await register(text, 'a');
      assert.equal(first.outcome, 'new');
      assert.deepEqual(first.record, record);
      for (const entry of [text, canonical]) {
        const again = await register(entry, 'a', {now: later(9999)});
        assert.deepEqual(again, {outcome: 'again', id: record.id, answer: {key: 'a'}, receivedAt: NOW});
      }
    });

    it('says replayed to another person, and to other content, under an id that came before', async () => {
      const {text, record} = made();
      await register(text, 'a');
      const before = await rowsIn('record');
      assert.deepEqual(codes(await register(text, 'b')), ['replayed id']);
      const other = made({id: record.id, time: later(-1)});
      assert.deepEqual(codes(await register(other.text, 'a')), ['replayed id']);
      assert.deepEqual(codes(await register(JSON.stringify(record, null, 2), 'a')), ['replayed id']);
      assert.equal(await rowsIn('record'), before);
    });

    it('keeps nothing of what the verifier refuses, and takes the real one afterwards', async () => {
      const {text} = made();
      const before = await rowsIn('record');
      const altered = text.replace('"automated":true', '"automated":false');
      assert.deepEqual(codes(await register(altered, 'a')), ['altered automated']);
      assert.deepEqual(codes(await register(undefined, 'a')), ['missing ']);
      assert.deepEqual(codes(await register('on', 'a')), ['json ']);
      assert.equal(await rowsIn('record'), before);
      assert.equal((await register(text, 'a')).outcome, 'new');
    });

    it('keeps nothing where the caller’s transaction breaks off', async () => {
      const {text} = made();
      const before = await rowsIn('record');
      await assert.rejects(
        database.transaction(async (tx) => {
          await ledger.accept(tx, text, {key: 'a', now: NOW});
          throw new Error('the registration failed');
        }),
        /the registration failed/,
      );
      assert.equal(await rowsIn('record'), before);
      assert.equal((await register(text, 'a')).outcome, 'new');
    });

    for (const isolation of ['read committed', 'serializable']) {
      it(`lets one of twenty in that arrive at once, all with one record (${isolation})`, async () => {
        const {text} = made();
        const run = (key) =>
          database.transaction(
            async (tx) => {
              const outcome = await ledger.accept(tx, text, {key, now: NOW});
              if (outcome.outcome === 'new') await ledger.answer(tx, outcome.record.id, key);
              return outcome.outcome;
            },
            {isolation},
          );
        const count = (answers, what) => answers.filter((outcome) => outcome === what).length;
        const same = await Promise.all(Array.from({length: 20}, () => run('a')));
        assert.deepEqual([count(same, 'new'), count(same, 'again')], [1, 19]);
        const other = await Promise.all(Array.from({length: 5}, (_, i) => run(`b${i}`)));
        assert.equal(count(other, 'replayed'), 5);
      });
    }

    it('takes a form by what it holds: the record, or the tick of a fallback whose record it makes', async () => {
      const registerForm = (fields) =>
        database.transaction((tx) => ledger.acceptForm(tx, fields, {name: 'consent', key: 'a', now: NOW}));
      const {text, record} = made();
      const withRecord = new URLSearchParams({consent: 'on', 'consent-record': text});
      assert.deepEqual((await registerForm(withRecord)).record, record);
      assert.equal((await registerForm({consent: 'on', 'consent-record': text})).outcome, 'again');
      const fallback = {consent: 'on', 'consent-notice': await noticeField(manifest, FIRST, 'ru')};
      const {record: own} = await registerForm(fallback);
      assert.deepEqual(
        [own.event.method, own.event.time, own.notice.lang],
        ['form-fallback', NOW.toISOString(), 'ru'],
      );
      const [kept] = await ledger.chainOf(own.id);
      assert.deepEqual([kept.record, kept.problems], [own, []]);
      for (const [fields, found] of [
        [{}, 'missing '],
        [{'consent-notice': fallback['consent-notice']}, 'missing '],
        [{...fallback, 'consent-notice': `${FIRST} kk ${'0'.repeat(64)}`}, 'altered notice.sha256'],
        [{consent: 'on', 'consent-record': [text, text]}, 'type '],
      ])
        assert.deepEqual(codes(await registerForm(fields)), [found]);
    });

    it('keeps decisions of every kind by themselves, once', async () => {
      const given = answered();
      const declined = answered({state: 'declined'});
      const withdrawn = await takenBack(given, {minutes: 0});
      for (const {text} of [given, declined, withdrawn]) {
        assert.equal((await ledger.keep(text, {now: NOW})).outcome, 'new');
        assert.equal((await ledger.keep(text, {now: later(1)})).outcome, 'again');
      }
      const forged = withdrawn.text.replace('"automated":true', '"automated":false');
      assert.equal((await ledger.keep(forged)).outcome, 'replayed');
      const chain = await ledger.chainOf(given.record.id);
      assert.deepEqual(
        chain.map(({id}) => id),
        [given.record.id, withdrawn.record.id],
      );
    });

    it('lets a registration rest on a tick that came by itself before', async () => {
      const {text} = made();
      assert.equal((await ledger.keep(text, {now: NOW})).outcome, 'new');
      assert.equal((await register(text, 'a')).outcome, 'new');
      assert.equal((await register(text, 'a')).outcome, 'again');
      assert.equal((await register(text, 'b')).outcome, 'replayed');
      assert.equal((await ledger.keep(text, {now: NOW})).outcome, 'again');
    });

    it('takes every character of a reference', async () => {
      const subject = `a’&<b>\\"%_${randomUUID()}`;
      assert.equal((await register(made({subjectRef: subject}).text, 'a', {subject})).outcome, 'new');
      assert.equal((await ledger.consentsOf(subject)).length, 1);
      assert.equal((await ledger.keep(made({subjectRef: 'a\0b'}).text, {now: NOW})).outcome, 'new');
    });

    it('lets no registration rest on a consent that has been taken back, whichever came first', async () => {
      for (const [first, of] of [
        [true, {}],
        [false, {}],
        [true, {state: 'declined', method: 'banner-button'}],
      ]) {
        const given = made();
        if (first) await ledger.keep(given.text, {now: NOW});
        const back = await takenBack(given, of);
        assert.equal((await ledger.keep(back.text, {now: later(1)})).outcome, 'new');
        const refused = await register(given.text, 'a', {now: later(2)});
        assert.deepEqual([refused.outcome, codes(refused)], ['replayed', ['replayed id']]);
        assert.match(refused.errors[0].message, /taken back/);
        assert.equal((await register(made().text, 'a')).outcome, 'new');
      }
      // one that names other bytes takes nothing back
      const given = made();
      const forged = await takenBack(given, {prev: {id: given.record.id, sha256: '0'.repeat(64)}});
      await ledger.keep(forged.text, {now: later(1)});
      assert.equal((await register(given.text, 'a')).outcome, 'new');
      // a registration stays: whoever sends it again gets its answer
      const back = await takenBack(given);
      await ledger.keep(back.text, {now: later(1)});
      assert.equal((await register(given.text, 'a')).outcome, 'again');
    });

    it('asks for a key that tells one person from another', async () => {
      const {text} = made();
      for (const key of [undefined, '', null, 1]) {
        await assert.rejects(register(text, key), {name: 'TypeError', message: /^"key" is /});
        await assert.rejects(
          database.transaction((tx) => ledger.acceptForm(tx, {consent: 'on'}, {name: 'consent', key})),
          {name: 'TypeError', message: /^"key" is /},
        );
      }
    });

    it('takes no empty text, and none that Postgres cannot hold, for a person', async () => {
      const none = {name: 'TypeError', message: /^"subject" is /};
      // no record names nothing, or half a pair
      for (const [subject, subjectRef] of [
        ['', null],
        [' ', null],
        ['a\0b', 'a\0b'],
        ['a\ud800b', null],
      ]) {
        const {text, record} = answered({subjectRef});
        // the decision is kept for all that: the page would send it for ever
        assert.equal((await ledger.keep(text, {subject, session: 's', now: NOW})).outcome, 'new');
        assert.equal((await ledger.chainOf(record.id))[0].subject, null);
        await assert.rejects(ledger.link(record.id, subject, {session: 's'}), none);
        await assert.rejects(register(made({subjectRef}).text, 'a', {subject}), none);
        await assert.rejects(register(made().text, 'a', {owner: subject}), none);
      }
      await assert.rejects(ledger.keep(made().text, {subject: 7, now: NOW}), none);
      await assert.rejects(ledger.link(made().record.id, undefined, {session: 's'}), none);
    });

    describe('of a person who is signed in', () => {
      it('knows where they stand, by the last act and not by the last arrival', async () => {
        const subject = randomUUID();
        const unasked = {status: 'unasked', version: null, at: null, last: null, purposes: {}};
        assert.deepEqual(await ledger.standing(subject, NOW), {subject, ...unasked});
        const given = made({subjectRef: subject, purposes: {ads: 'given'}});
        await register(given.text, 'a', {subject});
        const last = await prevOf(given);
        const purposes = Object.fromEntries(given.record.purposes.map(({id, decision}) => [id, decision]));
        const at = NOW.toISOString();
        assert.deepEqual(await ledger.standing(subject, NOW), {
          ...{subject, status: 'given', version: given.record.policy.version, at, last, purposes},
        });

        // an outbox sends the withdrawal of another device late; that of this one came before it
        const anew = answered({subjectRef: subject, time: later(20), prev: last});
        const withdrawn = await takenBack(given, {subjectRef: subject, minutes: 10});
        await ledger.keep(anew.text, {subject, now: later(21)});
        await ledger.keep(withdrawn.text, {subject, now: later(30)});
        assert.equal(await standingOf(subject, 31), 'given');
        assert.deepEqual((await ledger.standing(subject, later(31))).last, await prevOf(anew));
      });

      it('does not take a clock that is fast for a later act', async () => {
        const subject = randomUUID();
        const given = made({subjectRef: subject, time: later(24 * 60)});
        await register(given.text, 'a', {subject});
        const withdrawn = await takenBack(given, {subjectRef: subject, minutes: 5});
        await ledger.keep(withdrawn.text, {subject, now: later(5)});
        assert.equal(await standingOf(subject, 6), 'withdrawn');
        // nor that of a device which knows nothing of the other
        const elsewhere = answered({subjectRef: subject, state: 'declined', time: later(10)});
        await ledger.keep(answered({subjectRef: subject, time: later(24 * 60)}).text, {
          subject,
          now: later(7),
        });
        await ledger.keep(elsewhere.text, {subject, now: later(10)});
        assert.equal(await standingOf(subject, 11), 'declined');
      });

      it('gives a withdrawal to whom the consent belongs that it names by its very bytes', async () => {
        const subject = randomUUID();
        const given = made();
        await register(given.text, 'a', {owner: subject});
        const forged = await takenBack(given, {prev: {id: given.record.id, sha256: '0'.repeat(64)}});
        await ledger.keep(forged.text, {now: later(1)});
        assert.equal(await standingOf(subject, 2), 'given');
        const real = await takenBack(given);
        await ledger.keep(real.text, {now: later(2)});
        assert.equal(await standingOf(subject, 3), 'withdrawn');
      });

      it('does not give one person’s decision to another who is signed in where it is sent late', async () => {
        const [subject, other] = [randomUUID(), randomUUID()];
        const given = made({subjectRef: subject});
        await register(given.text, 'a', {subject});
        const withdrawn = await takenBack(given, {subjectRef: subject});
        const agreed = answered({subjectRef: subject});
        for (const {text} of [withdrawn, agreed])
          assert.equal((await ledger.keep(text, {subject: other, now: later(2)})).outcome, 'new');
        assert.equal(await standingOf(subject, 3), 'withdrawn');
        assert.equal(await standingOf(other, 3), 'unasked');
        assert.equal((await ledger.chainOf(agreed.record.id))[0].subject, null);
        const name = 'Zoe\u0308';
        const named = answered({subjectRef: name.normalize()});
        await ledger.keep(named.text, {subject: name, now: NOW});
        assert.equal((await ledger.chainOf(named.record.id))[0].subject, name);
        // sent late, and after the session was over
        const late = await takenBack(named, {subjectRef: name.normalize()});
        await ledger.keep(late.text, {now: later(2)});
        assert.equal((await ledger.chainOf(late.record.id)).at(-1).subject, name);
      });

      it('leaves what names nobody to nobody, whoever is signed in when it comes', async () => {
        for (const state of ['given', 'declined']) {
          const [subject, session] = [randomUUID(), randomUUID()];
          const {text, record} = answered({state});
          assert.equal((await ledger.keep(text, {subject, session, now: NOW})).outcome, 'new');
          assert.equal(await standingOf(subject), 'unasked');
          assert.equal(await ledger.link(record.id, subject, {session, now: NOW}), true);
          assert.equal(await standingOf(subject), state);
        }
      });

      it('gives a withdrawal that names nobody to whom the consent belongs, not to who is signed in', async () => {
        const [subject, other] = [randomUUID(), randomUUID()];
        const given = made();
        await register(given.text, 'a', {owner: subject});
        const agreed = answered({subjectRef: other});
        await ledger.keep(agreed.text, {subject: other, now: NOW});
        const {text} = await takenBack(given);
        await ledger.keep(text, {subject: other, now: later(2)});
        assert.equal(await standingOf(subject, 3), 'withdrawn');
        assert.equal(await standingOf(other, 3), 'given');
      });

      it('never takes an agreement for theirs on the client’s word', async () => {
        const subject = randomUUID();
        const given = answered({subjectRef: subject});
        await ledger.keep(given.text, {now: NOW});
        assert.equal(await standingOf(subject), 'unasked');
      });

      it('makes a registration theirs whose account is made with it, unless it names another one', async () => {
        const [subject, other] = [randomUUID(), randomUUID()];
        await register(made().text, 'a', {owner: subject});
        assert.equal(await standingOf(subject), 'given');
        await register(made({subjectRef: subject}).text, 'a', {owner: other});
        assert.equal(await standingOf(other), 'unasked');
      });

      it('makes a tick theirs that came by itself before, once their registration rests on it', async () => {
        // in two Unicode forms: records hold the composed one
        for (const subject of [randomUUID(), `Zoe\u0308 ${randomUUID()}`]) {
          const given = answered({subjectRef: subject.normalize()});
          await ledger.keep(given.text, {now: NOW});
          assert.equal((await register(given.text, 'a', {subject})).outcome, 'new');
          assert.equal(await standingOf(subject), 'given');
          const anew = made({subjectRef: subject.normalize(), time: later(1)});
          await register(anew.text, 'a', {owner: subject});
          assert.equal((await ledger.standing(subject, later(1))).last.id, anew.record.id);
        }
      });

      it('refuses a registration that names somebody else than who is signed in', async () => {
        const subject = randomUUID();
        for (const subjectRef of [null, 'another'])
          assert.deepEqual(codes(await register(made({subjectRef}).text, 'a', {subject})), [
            'other-subject subject.ref',
          ]);
      });

      it('makes what takes back a decision theirs with it, one after another, and no more than that', async () => {
        const [subject, session] = [randomUUID(), randomUUID()];
        const given = made({purposes: {ads: 'given'}});
        const partly = await takenBack(given, {purposes: {ads: 'declined'}});
        const all = await takenBack(partly, {minutes: 2});
        const named = await takenBack(given, {minutes: 3, subjectRef: 'another'});
        const forged = await takenBack(given, {
          minutes: 3,
          prev: {id: given.record.id, sha256: '0'.repeat(64)},
        });
        const anew = await takenBack(all, {minutes: 4, state: 'given', method: 'banner-button'});
        for (const {text} of [all, forged, partly, named, anew, given])
          assert.equal((await ledger.keep(text, {session, now: later(5)})).outcome, 'new');
        assert.equal(await ledger.link(given.record.id, subject, {session}), true);
        assert.equal(await standingOf(subject, 6), 'withdrawn');
        assert.deepEqual(
          new Set((await ledger.consentsOf(subject)).map(({id}) => id)),
          new Set([given, partly, all].map(({record}) => record.id)),
        );
      });

      // PGlite has one connection: there is no other to wait for
      if (name !== 'PGlite')
        it('follows a withdrawal that comes while the registration is being kept', async () => {
          const subject = randomUUID();
          const given = made();
          const withdrawn = await takenBack(given);
          let isKept = false;
          let kept;
          await database.transaction(async (tx) => {
            await ledger.accept(tx, given.text, {key: 'a', now: NOW});
            kept = ledger.keep(withdrawn.text, {now: later(1)}).then(() => (isKept = true));
            const waits = "select 1 from pg_locks where locktype = 'advisory' and not granted";
            while (!isKept && (await tx.query(waits)).rows.length === 0);
            await ledger.answer(tx, given.record.id, 1, {subject});
          });
          await kept;
          assert.equal(await standingOf(subject, 2), 'withdrawn');
        });

      it('follows a withdrawal that came before the consent it takes back', async () => {
        const subject = randomUUID();
        const given = answered({subjectRef: subject});
        const withdrawn = await takenBack(given);
        await ledger.keep(withdrawn.text, {now: later(1)});
        await ledger.keep(given.text, {subject, now: later(2)});
        assert.equal(await standingOf(subject, 3), 'withdrawn');
      });

      it('links a decision of this session, once, to one subject', async () => {
        const [first, second, session] = [randomUUID(), randomUUID(), randomUUID()];
        const given = made();
        const {id} = given.record;
        await register(given.text, 'a', {session});
        assert.equal(await ledger.link(id, first, {session: 'another'}), false);
        assert.equal(await ledger.link('no id', first, {session}), false);
        assert.equal(await ledger.link(randomUUID(), first, {session}), false);
        assert.equal(await ledger.link(id, first, {session}), true);
        assert.equal(await ledger.link(id, second, {session}), false);
        assert.equal(await standingOf(first), 'given');
        assert.equal(await standingOf(second), 'unasked');

        const named = answered({subjectRef: first});
        await ledger.keep(named.text, {session, now: NOW});
        assert.equal(await ledger.link(named.record.id, second, {session}), false);
        const unnamed = made();
        await register(unnamed.text, 'a');
        assert.equal(await ledger.link(unnamed.record.id, first, {session: ''}), false);
        for (const none of [undefined, null, '']) {
          const kept = made();
          await ledger.keep(kept.text, {session: none, now: NOW});
          for (const session of [undefined, null, ''])
            assert.equal(await ledger.link(kept.record.id, second, {session}), false);
        }
        // a text of Postgres' own JSON cannot hold this one character
        const odd = made({nameFields: ['a\0b']});
        await ledger.keep(odd.text, {session, now: NOW});
        assert.equal(await ledger.link(odd.record.id, first, {session}), true);
      });
    });

    describe('append-only', () => {
      for (const statement of [
        "update ipsm_consent.record set state = 'given'",
        "update ipsm_consent.owner set subject = 'x'",
        "update ipsm_consent.answer set answer = '1'",
        'delete from ipsm_consent.acceptance',
        'delete from ipsm_consent.record where false',
        "update ipsm_consent.release set manifest = ''",
        'truncate ipsm_consent.record cascade',
        'update ipsm_consent.migration set number = 99',
        'delete from ipsm_consent.migration',
      ]) {
        it(`refuses to the owner of the tables: ${statement}`, async () => {
          await assert.rejects(database.query(statement), /append-only|insufficient/);
        });
      }

      it('leaves a writer nothing but adding and reading, and a reader only the latter', async () => {
        const roles = {writer: `w "${name}"`, reader: `r "${name}"`};
        const quoted = (role) => `"${role.replaceAll('"', '""')}"`;
        for (const role of Object.values(roles)) await database.query(`create role ${quoted(role)}`);
        await migrate(database, roles);
        const as = (role, work) =>
          database.transaction(async (tx) => {
            await tx.query(`set local role ${quoted(role)}`);
            return work(tx);
          });
        const {text, record} = made();
        const outcome = await as(roles.writer, async (tx) => {
          const {outcome} = await ledger.accept(tx, text, {key: 'a', now: NOW});
          await ledger.answer(tx, record.id, 1, {subject: `s ${name}`});
          return outcome;
        });
        assert.equal(outcome, 'new');
        for (const [role, statement] of [
          [roles.writer, "update ipsm_consent.record set state = 'given'"],
          [roles.writer, 'delete from ipsm_consent.owner'],
          [roles.writer, 'truncate ipsm_consent.answer'],
          [roles.writer, 'insert into ipsm_consent.migration values (99)'],
          [roles.writer, 'alter table ipsm_consent.record disable trigger all'],
          [roles.reader, "insert into ipsm_consent.release values ('', '')"],
        ]) {
          await assert.rejects(
            as(role, (tx) => tx.query(statement)),
            /permission denied|must be owner/,
          );
        }
        const found = await as(roles.reader, (tx) =>
          tx.query('select 1 from ipsm_consent.record where id = $1', [record.id]),
        );
        assert.equal(found.rows.length, 1);
      });
    });
  });
}

describe('the key of a registration', () => {
  it('is the same for the same fields, however they are ordered, spaced or composed', async () => {
    const key = await keyOf({surname: 'Й', given: 'Ә'});
    assert.equal(await keyOf({given: ' Ә ', surname: 'Й'.normalize('NFD')}), key);
    assert.notEqual(await keyOf({given: 'Ә', surname: 'И'}), key);
    assert.notEqual(await keyOf({given: 'Й', surname: 'Ә'}), key);
    assert.equal(await keyOf({a: null, b: undefined}), await keyOf({a: '', b: ' '}));
  });
});
