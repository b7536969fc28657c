import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const DEMO_PREFIX = '/demo-site/';
const serverUrl = new URL('../../out/demo/server/', import.meta.url);
const appUrl = new URL('app.js', serverUrl);

/** @typedef {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<void>} Listener */

/** @returns {Promise<Listener>} */
async function makeListener() {
  const [{createApp}, {openInMemory}, {getRequestListener}] = await Promise.all([
    import(appUrl.href),
    import(new URL('database.js', serverUrl).href),
    import('@hono/node-server'),
  ]);
  const app = await createApp({database: await openInMemory()});
  // WTR's Request and Response must stay Node's own
  return getRequestListener(app.fetch, {overrideGlobalObjects: false});
}

/**
 * Gives every request under /demo-site/ to the demo's server, prefix stripped, on the origin of the tests: so a
 * test can reach into its pages. The raw Node request goes through, hence bodies arrive as they were sent.
 * @returns {import('koa').Middleware}
 */
export function demoMiddleware() {
  /** @type {Promise<Listener> | undefined} */
  let listener;
  return async (ctx, next) => {
    if (!ctx.req.url?.startsWith(DEMO_PREFIX)) return next();
    if (!existsSync(appUrl)) {
      ctx.status = 503;
      ctx.body = `${fileURLToPath(appUrl)} does not exist: run npm run build.`;
      return;
    }
    listener ??= makeListener();
    const handle = await listener;
    ctx.req.url = ctx.req.url.slice(DEMO_PREFIX.length - 1);
    ctx.respond = false;
    await handle(ctx.req, ctx.res);
  };
}
