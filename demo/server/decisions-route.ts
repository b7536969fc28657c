import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {setTimeout as wait} from 'node:timers/promises';
import type {Decide} from './decisions.js';
import {hangUp} from './hang-up.js';
import {tokenIn, type QaDesk} from './qa-settings.js';
import {idOf} from './record-id.js';

/** As large as the verifier takes a record. */
const MAX_BODY_BYTES = 64 * 1024;
/** Longer than a page waits. */
const HANGING_MS = 25_000;

/**
 * The endpoint of the elements. It answers 200 with the id once the decision is kept, 4xx to what it will never keep, and
 * 5xx to what may be sent again. For a tester's token it fails as the switch says.
 */
export function decisionsRoute(decide: Decide, desk: QaDesk, now: () => Date) {
  const route = new Hono();

  route.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });

  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) => context.json({errors: [{code: 'too-large', path: ''}]}, 413),
  });

  route.post('/', limit, async (context) => {
    const qa = tokenIn(context.req.query('qa'));
    const {endpoint} = desk.of(qa ?? '');
    if (endpoint === 'server-error') return context.json({errors: [{code: 'busy', path: ''}]}, 500);
    if (endpoint === 'refused') return context.json({errors: [{code: 'refused', path: ''}]}, 422);
    if (endpoint === 'offline') return hangUp(context);
    if (endpoint === 'hanging') await wait(HANGING_MS, undefined, {ref: false});

    // Other origins may send only texts and forms without asking first.
    if (!context.req.header('Content-Type')?.startsWith('application/json')) {
      return context.json({errors: [{code: 'body-type', path: 'Content-Type'}]}, 415);
    }
    const recordText = await context.req.text();
    const id = idOf(recordText);
    if (context.req.header('Idempotency-Key') !== id) {
      return context.json({errors: [{code: 'key', path: 'Idempotency-Key'}]}, 400);
    }
    const decided = await decide(recordText, now(), qa);
    if (!decided.ok) return context.json({errors: decided.reasons}, 422);
    if (endpoint === 'answer-lost') return hangUp(context);
    return context.json({id, receivedAt: decided.receivedAt});
  });

  return route;
}
