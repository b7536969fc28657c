import {codeOf} from '../sqlstate.js';
import {postedId} from '../posted-id.js';
import type {Refusal} from '../refusal.js';
import type {Verdict} from '../verifier.js';
import {readBody} from './body.js';
import {corsHeaders, preflight} from './cors.js';
import {BUSY, errorResponse, FAILED, json, KEY, METHOD, TOO_LARGE, TYPE} from './error-answers.js';

/** What became of a decision: `new` and `again` are acknowledged, the others refused for good. */
type KeepOutcome = {outcome: 'new' | 'again'} | {outcome: 'replayed' | 'refused'; errors: Refusal[]};

/** What keeps decisions: the ledger of this package, or any store that tells apart what is new and what came before. */
export interface DecisionStore<J> {
  /**
   * Keeps a decision, once for each id.
   * @param entry the body as it came
   * @param verifier judges it, unless it came before
   */
  keep(
    entry: string,
    options: {now: Date; subject: string | undefined; session: string | undefined},
    verifier: J,
  ): Promise<KeepOutcome>;
}

/** What the handler needs. */
export interface HandlerOptions<J> {
  /** For the operator's policy; a function gives the newest one after a release was published. */
  verifier: J | ((request: Request) => J | Promise<J>);
  ledger: DecisionStore<NoInfer<J>>;
  /** Whose decision it is: the opaque reference of whoever is signed in. By the request's cookies, not by its body. */
  subject?: (request: Request) => string | undefined | Promise<string | undefined>;
  /** The server's session, for a later `link`. */
  session?: (request: Request) => string | undefined | Promise<string | undefined>;
  /** Origins of other sites whose pages may send decisions, such as `https://shop.example`. None unless named. */
  origins?: readonly string[];
  /** The server's clock. */
  now?: () => Date;
  /** Is told of what made the answer 503; default `console.error`. */
  onError?: (error: unknown) => void;
}

/** Postgres waited for somebody else's row for as long as it may. */
const LOCKED = '55P03';

/**
 * Makes the endpoint of the elements: what is decided in the banner or in the status is posted to it. Answers 200 with the
 * id once the decision is kept, now or before; 4xx to what it will never keep; 409 and 503 to what may be sent again.
 */
export function createConsentHandler<J extends {verifyRecord(entry: unknown): Verdict}>({
  verifier,
  ledger,
  subject,
  session,
  origins = [],
  now = () => new Date(),
  onError = (error) => console.error(error),
}: HandlerOptions<J>): (request: Request) => Promise<Response> {
  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'POST') return errorResponse(METHOD);
    if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? ''))
      return errorResponse(TYPE);
    const body = await readBody(request);
    if (body === undefined) return errorResponse(TOO_LARGE);
    const id = postedId(body);
    if (id === undefined || request.headers.get('Idempotency-Key') !== id) return errorResponse(KEY);

    const [judge, owner, visit] = await Promise.all([
      typeof verifier === 'function' ? verifier(request) : verifier,
      subject?.(request),
      session?.(request),
    ]);
    const options = {now: now(), subject: owner, session: visit};
    const kept = await ledger.keep(body, options, judge);
    return 'errors' in kept ? json(422, {errors: kept.errors}) : json(200, {id});
  }

  return async (request) => {
    const cors = corsHeaders(request, origins);
    const response =
      preflight(request, cors) ??
      (await answer(request).catch((error: unknown) => {
        onError(error);
        return errorResponse(codeOf(error) === LOCKED ? BUSY : FAILED);
      }));
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    return response;
  };
}
