import {Hono, type Context} from 'hono';
import {canonicalJson} from 'ipsm-consent/core';
import {createLedger, keyOf, pageRefusal, type Database} from 'ipsm-consent/server';
import {answerPage, type AnswerPage} from './answer-page.js';
import type {Published} from './policies.js';
import {
  faultyFields,
  formIn,
  readForm,
  typeOf,
  type FormKind,
  type Received,
  type StoredFile,
} from './registration-form.js';
import type {Answer, Reason, Registration} from './registration-answer.js';
import {chooseLang, words, type Lang, type Words} from './words.js';

type Status = 200 | 400 | 413 | 415 | 422;

const LABELS = ['surname', 'given', 'patronymic', 'name', 'email', 'phone'] as const;

function sentence(code: string, path: string, say: Words): string {
  const label = LABELS.find((name) => name === path);
  switch (code) {
    case 'field-missing':
      return say.fieldMissing(label ? say[label] : path);
    case 'field-invalid':
      return say.fieldInvalid(label ? say[label] : path);
    case 'missing':
      return say.recordMissing;
    case 'not-current':
    case 'unknown-version':
      return say.notCurrent;
    case 'by-script':
      return say.notByPerson;
    case 'no-digest':
      return say.noDigest;
    case 'replayed':
      return say.replayed;
    case 'body-too-large':
      return say.tooLarge;
    case 'body-type':
      return say.wrongType;
    case 'body-unreadable':
      return say.unreadable;
    default:
      // The other codes of the verifier tell a developer what is forged or broken; a person can only start afresh.
      return say.recordRefused;
  }
}

const inWords =
  (say: Words) =>
  ({code, path, message}: {code: string; path: string; message?: string}): Reason => ({
    code,
    path,
    message: sentence(code, path, say),
    ...(message === undefined ? {} : {detail: message}),
  });

/** What has to undo the transaction. */
class RefusedError extends Error {
  constructor(readonly answer: Answer) {
    super('refused');
  }
}

/** Decides about one registration, and keeps it and the consent it rests on only if everything holds. */
async function register(
  kind: FormKind,
  form: FormData,
  {fields, files, record, qa}: Received,
  {database, published, now, say}: {database: Database; published: Published; now: Date; say: Words},
): Promise<Answer> {
  const {verifier, grace} = await published(qa);
  const ledger = createLedger(database, {verifier});
  const faults = faultyFields(kind, fields);
  const options = {
    name: 'consent',
    subjectFields: [...kind.name],
    purposes: kind.purposes,
    key: await keyOf(fields),
    now,
    ...(grace === undefined ? {} : {grace}),
  };
  const work = database.transaction(async (tx): Promise<Answer> => {
    const outcome = await ledger.acceptForm(tx, form, options);
    if (outcome.outcome === 'again') {
      // A browser that lost our answer sends again: it is told the same, and nothing is registered twice.
      const {rows} = await tx.query(
        `select r.entry, p.fields, p.files from ipsm_consent.record r
         join ipsm_demo.person p on p.record_id = r.id where r.id = $1`,
        [outcome.id],
      );
      const kept = (column: string) => JSON.parse(rows[0]?.[column] as string) as unknown;
      const stored = {
        receivedAt: outcome.receivedAt.toISOString(),
        fields: kept('fields') as Registration['fields'],
        files: kept('files') as StoredFile[],
        record: kept('entry') as Registration['record'],
      };
      return {ok: true, stored, warnings: outcome.answer as unknown[]};
    }
    const errors = outcome.outcome === 'new' ? [] : outcome.errors;
    if (outcome.outcome !== 'new' || faults.length > 0) {
      const reasons = [...faults, ...errors].map(inWords(say));
      throw new RefusedError({ok: false, reasons, page: pageRefusal(record, errors, now)});
    }
    await tx.query('insert into ipsm_demo.person values ($1::uuid, $2, $3)', [
      outcome.record.id,
      JSON.stringify(fields),
      JSON.stringify(files),
    ]);
    await ledger.answer(tx, outcome.record.id, outcome.warnings);
    // to the byte what whoever sends it again will be told
    const own = JSON.parse(canonicalJson(outcome.record)) as Registration['record'];
    const stored = {receivedAt: now.toISOString(), fields, files, record: own};
    return {ok: true, stored, warnings: outcome.warnings};
  });
  return work.catch((error: unknown) => {
    if (error instanceof RefusedError) return error.answer;
    throw error;
  });
}

/** The language of the notice a record claims: it helps where a form has no `lang` field and no `Accept-Language` came. */
function langOfRecord(record: string | undefined): string | undefined {
  try {
    const {notice} = JSON.parse(record ?? 'null') as {notice?: {lang?: unknown}};
    return typeof notice?.lang === 'string' ? notice.lang : undefined;
  } catch {
    return undefined;
  }
}

function respond(context: Context, status: Status, page: AnswerPage) {
  // The answer holds a person's data: no cache may keep it.
  context.header('Cache-Control', 'no-store');
  context.header('Vary', 'Accept');
  const {answer, lang} = page;
  if (!context.req.header('Accept')?.includes('application/json'))
    return context.html(answerPage(page), status);
  if (answer.ok) return context.json(answer, status);
  const sentences = [...new Set(answer.reasons.map(({message}) => message))];
  const message = `${words[lang].refusedTitle}. ${sentences.join(' ')}`;
  return context.json({ok: false, message, errors: answer.reasons, refusal: answer.page?.refusal}, status);
}

/** Takes one kind of registration form, for browsers and for `fetch`. */
export function registrationRoute(kind: FormKind, published: Published, database: Database, now: () => Date) {
  const route = new Hono();

  const refuse = (context: Context, status: Status, code: string, path = '') => {
    const lang = chooseLang(context.req.header('Accept-Language'));
    return respond(context, status, {
      kind,
      lang,
      answer: {ok: false, reasons: [inWords(words[lang])({code, path})]},
    });
  };

  route.post('/', async (context) => {
    if (!kind.contentTypes.includes(typeOf(context.req.raw)))
      return refuse(context, 415, 'body-type', 'Content-Type');
    const form = await formIn(context.req.raw);
    if (form === 'body-too-large') return refuse(context, 413, form);
    if (form === 'body-unreadable') return refuse(context, 400, form);
    const received = readForm(kind, form);
    const lang: Lang = chooseLang(
      received.lang,
      langOfRecord(received.record),
      context.req.header('Accept-Language'),
    );
    const surroundings = {database, published, now: now(), say: words[lang]};
    const answer = await register(kind, form, received, surroundings);
    return respond(context, answer.ok ? 200 : 422, {kind, lang, received, answer});
  });

  // Whoever reloads or bookmarks the answer gets the form, not an error.
  route.get('/', (context) => context.redirect(kind.page, 303));
  return route;
}
