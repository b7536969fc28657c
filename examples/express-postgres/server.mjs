import express from 'express';
import {
  createConsentHandler,
  createLedger,
  createVerifier,
  fromPg,
  keyOf,
  toNodeListener,
} from 'ipsm-consent/server';

/** Whether a field came once, is filled in, and has nothing in it that Postgres cannot keep. */
const isText = (value) => typeof value === 'string' && /^\P{Cc}+$/u.test(value.trim());

/** A registration that rests on a consent: its form has `name`, `email` and an ipsm-consent-checkbox named `consent`. */
export async function createApp({pool, manifest}) {
  const verifier = await createVerifier(manifest);
  const database = fromPg(pool);
  const ledger = createLedger(database, {verifier});
  const app = express();

  app.post('/register', express.urlencoded({extended: false}), async (request, response) => {
    const {name, email} = request.body ?? {};
    const fault = Object.entries({name, email}).find(([, value]) => !isText(value));
    if (fault) return response.status(422).json({errors: [{code: 'field', path: fault[0]}]});
    const {status, ...answer} = await database.transaction(async (tx) => {
      const outcome = await ledger.acceptForm(tx, request.body, {
        name: 'consent',
        key: await keyOf({name, email}),
      });
      if (outcome.outcome === 'again') return {status: 200, person: outcome.answer};
      if (outcome.outcome !== 'new') return {status: 422, errors: outcome.errors};
      const {id} = outcome.record;
      const insert = 'insert into people (consent, name, email) values ($1, $2, $3) returning id';
      const person = (await tx.query(insert, [id, name, email])).rows[0].id;
      await ledger.answer(tx, id, person, {subject: `person-${person}`});
      return {status: 200, person};
    });
    response.status(status).json(answer);
  });
  app.all('/consent/decisions', toNodeListener(createConsentHandler({verifier, ledger})));
  return app;
}
