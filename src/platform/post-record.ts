/** Longer than a slow mobile network needs, shorter than the claim of the tab that sends. */
const TIME_LIMIT_MS = 10_000;
/**
 * Not now, as opposed to never: a login that has run out, a deployment that has no such address for a while, request
 * timeout, still at work on this key, too early, too many.
 */
const LATER = [401, 403, 404, 408, 409, 425, 429];

/** What became of a record on its way to the server. */
export type Delivery = 'waiting' | 'acknowledged' | 'refused';

/** What is wrong with an endpoint. */
export type EndpointFault = 'endpoint-waiting' | 'endpoint-refused' | 'endpoint-unsafe';

/** One attempt: what came of it, and what the page's developer should know. */
export interface Attempt {
  state: Delivery;
  problem?: {code: EndpointFault; message: string};
}

/**
 * Sends a record, once, within ten seconds, also while the page is being left. Only an answer that shows that the
 * endpoint understood acknowledges it: 204, or another 2xx with JSON that names the id. A page of a proxy, a login or a
 * router for single-page apps is 200 as well. For the same reason redirects are not followed: after one, POST may be GET.
 * Cookies go along on the same origin only, as with a form: without them the operator could not tell whose decision it is.
 * @param url absolute
 * @param body the record as it travels: ASCII
 */
export async function postRecord(url: string, id: string, body: string): Promise<Attempt> {
  let state: Exclude<Delivery, 'acknowledged'> = 'waiting';
  let why: string;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': id},
      body,
      redirect: 'manual',
      // Browsers refuse it above 64 KiB for all that is under way at once.
      keepalive: body.length < 20_000,
      // Chromium has it from 103 on; one before sends without a limit.
      signal: AbortSignal.timeout?.(TIME_LIMIT_MS),
    });
    const {status} = response;
    why = status ? `status ${status}` : 'a redirect';
    if (status >= 400 && status < 500 && !LATER.includes(status)) state = 'refused';
    else if (
      status === 204 ||
      (response.ok && ((await response.json()) as {id?: unknown} | null)?.id === id)
    ) {
      return {state: 'acknowledged'};
    }
  } catch (error) {
    why = String(error);
  }
  const next = state === 'refused' ? 'It is kept aside.' : 'It is sent again until 204, or JSON with its id.';
  const message = `The endpoint ${url} did not acknowledge the record ${id} (${why}). ${next}`;
  return {state, problem: {code: `endpoint-${state}`, message}};
}
