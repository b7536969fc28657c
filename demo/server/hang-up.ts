import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {HttpBindings} from '@hono/node-server';
import type {Context} from 'hono';

/** A network that is not there. Elsewhere than in Node no socket is in reach, and an error has to do. */
export function hangUp(context: Context): Response {
  const {incoming} = (context.env ?? {}) as Partial<HttpBindings>;
  if (!incoming) return context.body(null, 503);
  incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
