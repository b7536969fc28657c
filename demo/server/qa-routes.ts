import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {setTimeout as wait} from 'node:timers/promises';
import {sendBytes, sendFile} from './files.js';
import {hangUp} from './hang-up.js';
import {tokenIn, type QaDesk} from './qa-desk.js';
import {manifestOf} from './qa-releases.js';
import {mendedDocument, servedManifest} from '../shared/served.js';
import {HANGING_MS, SLOW_MS} from '../shared/switches.js';

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

/**
 * The policy as a tester's switches have it, in a folder of the token's own: its documents lie beside it under the names
 * that everybody's manifest has, since a browser remembers what was published. Without a token plain files come next.
 */
export function qaPolicyRoute(folder: string, desk: QaDesk) {
  const route = new Hono();

  route.get('/:token/manifest.json', async (context, next) => {
    const token = tokenIn(context.req.param('token'));
    if (!token) return next();
    const settings = desk.of(token);
    if (settings.network === 'offline') return hangUp(context);
    if (settings.network === 'slow') await wait(SLOW_MS, undefined, {ref: false});
    if (settings.network === 'hanging') await wait(HANGING_MS, undefined, {ref: false});
    const {status, type, text} = servedManifest(await manifestOf(folder, settings), settings.manifest);
    return status === 200 ? sendBytes(context, Buffer.from(text), type) : context.text(text, status);
  });

  // Their own links lead to the pages beside them.
  route.get('/:token/:document{[\\w-]+\\.\\w\\w\\.html}', (context, next) => {
    const token = tokenIn(context.req.param('token'));
    return token
      ? Promise.resolve(context.redirect(`../${context.req.param('document')}?qa=${token}`))
      : next();
  });

  route.get('/:document{[\\w-]+\\.\\w\\w\\.html}', async (context, next) => {
    const token = tokenIn(context.req.query('qa'));
    if (!token || desk.of(token).manifest !== 'other-document') return next();
    return sendFile(context, folder, context.req.param('document'), mendedDocument);
  });

  return route;
}
