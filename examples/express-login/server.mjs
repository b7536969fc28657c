import {fileURLToPath} from 'node:url';
import express from 'express';
import {currentRelease} from 'ipsm-consent/core';
import {printFallback} from 'ipsm-consent/fallback';
import {createConsentHandler, createLedger, keyOf, pageRefusal, toNodeListener} from 'ipsm-consent/server';
import {askPage, consentPage, dataPage, signInPage} from './pages.mjs';
import {createSessions, isPassword} from './session.mjs';
import {inLang, langOf} from './words.mjs';

const CSP = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'",
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
].join('; ');
const COOKIE = {httpOnly: true, sameSite: 'lax', path: '/'};
const HOME = '/my';
const FILES = fileURLToPath(new URL('dist/cdn/', import.meta.resolve('ipsm-consent/package.json')));

const OTHER_PERSON = {errors: [{code: 'other-subject', path: '', message: '', version: null}]};

/** A path of this site, whoever wrote it: `//elsewhere.example` is none. */
const pathOf = (next) =>
  typeof next === 'string' && /^(?:\/[\w-]+)+(?:\?[\w&=.%+-]*)?$/.test(next) ? next : HOME;

const textOf = (value) => (typeof value === 'string' ? value : '');

/**
 * People sign in, and see their data once they have agreed to the terms in force.
 * @param database the kit's, with the ledger's tables and schema.sql
 * @param verifier gives the newest one: a release may be published while this runs
 * @param secret signs the sessions
 * @param origin of the site, such as `https://shop.example`
 */
export function createApp({database, verifier, secret, origin}) {
  const ledger = createLedger(database, {verifier});
  const sessions = createSessions(secret);
  const app = express();
  const form = express.urlencoded({extended: false});

  app.disable('x-powered-by');
  app.use((request, response, next) => {
    response.set({'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff'});
    response.locals.lang = langOf(request);
    // `SameSite` lets no other site act for who is signed in here; this, that none signs anybody in.
    if (request.method === 'POST' && request.get('Sec-Fetch-Site') === 'cross-site') response.sendStatus(403);
    else next();
  });
  app.use('/ipsm-consent', express.static(FILES));
  app.get('/page.css', (_request, response) =>
    response.sendFile(fileURLToPath(new URL('page.css', import.meta.url))),
  );
  app.get('/policy/manifest.json', async (_request, response) => {
    response.set('Cache-Control', 'no-cache').json((await verifier()).manifest);
  });

  /** Nothing of a person stays in a browser that the next one uses, not even behind the button "Back". */
  const unkept = (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  };
  const signedIn = async (request, response, next) => {
    const subject = sessions.subjectIn(request.get('Cookie'));
    const {rows} = await database.query('select name, email from people where subject = $1', [subject]);
    Object.assign(response.locals, {subject, person: rows[0]});
    if (rows[0]) return next();
    const wanted = request.method === 'GET' ? request.originalUrl : HOME;
    const query = new URLSearchParams({lang: response.locals.lang, next: pathOf(wanted)});
    response.redirect(303, `/sign-in?${query}`);
  };

  async function ask(response, {next, refusal, status = 200}) {
    const {lang, subject} = response.locals;
    const {manifest} = await verifier();
    const [standing, fallback] = await Promise.all([
      ledger.standing(subject),
      printFallback(manifest, {lang, manifestUrl: `${origin}/policy/manifest.json`}),
    ]);
    response.status(status).send(askPage({lang, manifest, standing, fallback, next, refusal}));
  }
  /** Lets those through who have agreed to what is in force; asks the others, here and now. */
  const agreed = async (request, response, next) => {
    const {status} = await ledger.standing(response.locals.subject);
    if (status === 'given') next();
    else await ask(response, {next: pathOf(request.originalUrl)});
  };

  app.use(unkept);
  app.get(['/', '/agree'], (_request, response) => response.redirect(303, HOME));
  app.get('/sign-in', (request, response) => {
    response.send(signInPage({lang: response.locals.lang, next: pathOf(request.query.next)}));
  });
  app.post('/sign-in', form, async (request, response) => {
    const [login, password] = [request.body?.login, request.body?.password].map(textOf);
    const next = pathOf(request.body?.next);
    const {rows} = await database.query('select subject, password from people where login = $1', [login]);
    if (!(await isPassword(password, rows[0]?.password))) {
      return response.status(401).send(signInPage({lang: response.locals.lang, next, login, isWrong: true}));
    }
    response.cookie('session', sessions.valueFor(rows[0].subject), {
      ...COOKIE,
      secure: origin.startsWith('https:'),
    });
    response.redirect(303, inLang(next, response.locals.lang));
  });
  app.post('/sign-out', (_request, response) => {
    response.clearCookie('session', COOKIE);
    response.redirect(303, inLang('/sign-in', response.locals.lang));
  });

  app.get('/my', signedIn, agreed, (request, response) => {
    const {lang, person} = response.locals;
    response.send(dataPage({lang, here: pathOf(request.originalUrl), person}));
  });

  // What else is to be written once somebody has agreed goes into the same transaction.
  const accept = async (tx, body, subject) =>
    ledger.acceptForm(tx, body, {name: 'consent', key: await keyOf({subject}), subject});
  app.post('/agree', form, signedIn, async (request, response) => {
    const {subject} = response.locals;
    const {body = {}} = request;
    // A form without script holds no record that names somebody: a field says for whom it was printed.
    const isTheirs = body.person === subject;
    const outcome = isTheirs ? await database.transaction((tx) => accept(tx, body, subject)) : OTHER_PERSON;
    const next = pathOf(body.next);
    if (!outcome.errors) return response.redirect(303, next);
    const why = outcome.errors[0].code === 'other-subject' ? 'otherPerson' : 'refused';
    const attribute = pageRefusal(body['consent-record'], outcome.errors)?.attribute;
    await ask(response, {next, refusal: {why, attribute}, status: 422});
  });

  app.get('/consent', signedIn, async (_request, response) => {
    const {lang, subject} = response.locals;
    const {manifest} = await verifier();
    const release = currentRelease(manifest, new Date());
    response.send(consentPage({lang, manifest, release, standing: await ledger.standing(subject)}));
  });
  const handler = createConsentHandler({
    verifier,
    ledger,
    subject: (request) => sessions.subjectIn(request.headers.get('Cookie')),
  });
  app.all('/consent/decisions', toNodeListener(handler));
  return app;
}
