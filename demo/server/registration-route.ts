import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {answerPage, type AnswerPage} from './answer-page.js';
import {chooseLang, type Lang} from './language.js';
import type {Ledger} from './ledger.js';
import {messages} from './messages.js';
import type {Published} from './published-policy.js';
import {inWords, type Reason} from './refusal.js';
import {register} from './register.js';
import {readForm, type FormKind, type Received} from './registration-form.js';

const MAX_BODY_BYTES = 20 * 1024 * 1024;

type Status = 200 | 400 | 413 | 415 | 422;

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
  const sentences = [...new Set(answer.refusals.map(({message}) => message))];
  const message = `${messages[lang].refusedTitle}. ${sentences.join(' ')}`;
  return context.json({ok: false, message, errors: answer.refusals}, status);
}

/** Takes one kind of registration form, for browsers and for `fetch`. */
export function registrationRoute(kind: FormKind, published: Published, ledger: Ledger, now: () => Date) {
  const route = new Hono();

  const refuse = (context: Context, status: Status, lang: Lang, reasons: Reason[], received?: Received) =>
    respond(context, status, {
      kind,
      lang,
      received,
      answer: {ok: false, refusals: reasons.map((reason) => inWords(reason, messages[lang]))},
    });

  const headerLang = (context: Context) => chooseLang(context.req.header('Accept-Language'));

  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) => refuse(context, 413, headerLang(context), [{code: 'body-too-large', path: ''}]),
  });

  route.post('/', limit, async (context) => {
    const type = context.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!kind.contentTypes.includes(type)) {
      return refuse(context, 415, headerLang(context), [{code: 'body-type', path: 'Content-Type'}]);
    }
    const form = await context.req.raw.formData().catch(() => undefined);
    if (!form) return refuse(context, 400, headerLang(context), [{code: 'body-unreadable', path: ''}]);
    const received = readForm(kind, form);
    const lang = chooseLang(
      received.lang,
      langOfRecord(received.records[0]),
      context.req.header('Accept-Language'),
    );
    const outcome = await register(kind, received, await published(received.qa), ledger, now());
    if (!outcome.ok) return refuse(context, 422, lang, outcome.reasons, received);
    return respond(context, 200, {kind, lang, received, answer: outcome});
  });

  // Whoever reloads or bookmarks the answer gets the form, not an error.
  route.get('/', (context) => context.redirect(kind.page, 303));
  return route;
}
