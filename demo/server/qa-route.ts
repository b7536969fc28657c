import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {tokenIn, type QaDesk} from './qa-settings.js';

const MAX_BODY_BYTES = 4096;

/** Takes a tester's switches, as form or JSON with `token`, `setting` and `value`, and tells how they stand. */
export function qaRoute(desk: QaDesk, now: () => Date) {
  const route = new Hono();

  route.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });

  route.get('/', (context) => {
    const token = tokenIn(context.req.query('token'));
    return token ? context.json(desk.of(token)) : context.json({error: 'token'}, 400);
  });

  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: (context) => context.json({error: 'too-large'}, 413),
  });

  route.post('/', limit, async (context) => {
    const isJson = context.req.header('Content-Type')?.startsWith('application/json');
    const reading: Promise<unknown> = isJson ? context.req.json() : context.req.parseBody();
    const body = ((await reading.catch(() => null)) ?? {}) as Record<string, unknown>;
    const token = tokenIn(String(body['token']));
    if (!token || !desk.set(token, String(body['setting']), String(body['value']), now()))
      return context.json({error: 'token, setting or value'}, 400);
    return context.json(desk.of(token));
  });

  return route;
}
