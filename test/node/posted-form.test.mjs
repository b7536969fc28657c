import {PGlite} from '@electric-sql/pglite';
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createLedger, createVerifier, fromPGlite, keyOf, migrate} from 'ipsm-consent/server';
import {manifest, recordsOf} from '../helpers/records.mjs';

const current = {...manifest, releases: [{...manifest.releases[1], effectiveFrom: null}]};
const make = await recordsOf(current);

describe('a posted form whose box names the record’s entry', () => {
  let pglite, database, ledger;
  before(async () => {
    pglite = await PGlite.create();
    database = fromPGlite(pglite);
    await migrate(database);
    ledger = createLedger(database, {verifier: await createVerifier(current)});
  });
  after(() => pglite.close());
  const accept = (fields, options) =>
    database.transaction((tx) => ledger.acceptForm(tx, fields, {name: 'consent', key: 'a', ...options}));

  for (const [what, recordName, fieldsOf] of [
    ['by that name', 'proof', (proof) => ({consent: 'on', proof})],
    ['by that name in an urlencoded body', 'proof', (proof) => new URLSearchParams({consent: 'on', proof})],
    ['in nested objects', 'user[proof]', (proof) => ({consent: 'on', user: {proof}})],
    ['beside the box, without a name', undefined, (proof) => ({consent: 'on', 'consent-record': proof})],
    ['beside the box, with an empty name', '', (proof) => ({consent: 'on', 'consent-record': proof})],
  ]) {
    it(`is taken ${what}`, async () => {
      const {text, record} = make();
      const outcome = await accept(fieldsOf(text), {recordName});
      assert.deepEqual([outcome.outcome, outcome.record?.id], ['new', record.id]);
    });
  }

  it('is refused without the name, with a remedy that names the option', async () => {
    const {errors} = await accept({consent: 'on', proof: make().text});
    assert.deepEqual([errors[0].code, errors.length], ['missing', 1]);
    assert.match(errors[0].message, /record-name.*recordName/);
  });

  it('is refused where the record is at another name than the given one', async () => {
    const {outcome} = await accept({consent: 'on', 'consent-record': make().text}, {recordName: 'proof'});
    assert.equal(outcome, 'refused');
  });
});

describe('the key of what was posted', () => {
  it('is there whatever it is, and another for another', async () => {
    const posted = ['a', ['a'], ['a', 'b'], [['a'], 'b'], {a: 'b'}, {}, 1.5, true, '\ud800', 'a\0', ''];
    const keys = await Promise.all(posted.map((name) => keyOf({name})));
    assert.equal(new Set(keys).size, posted.length);
    assert.equal(await keyOf({name: [' Й ']}), await keyOf({name: ['Й'.normalize('NFD')]}));
  });

  it('is for texts what it always was', async () => {
    assert.equal(
      await keyOf({name: ' Zoë ', email: undefined}),
      'd10a81898f9abf816c74c615b00ffac9fa578b87094846e5b9103f8339c459ed',
    );
  });
});
