import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {request} from 'node:http';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import {Authorization} from './ledger-password.mjs';

export const DEMO_PREFIX = '/demo-site/';
const appUrl = new URL('../../out/demo/server/app.js', import.meta.url);

/** @returns {Promise<number>} the port of the demo's server */
async function startServer() {
  const worker = new Worker(new URL('demo-worker.mjs', import.meta.url));
  const [port] = await once(worker, 'message');
  worker.unref();
  return port;
}

/**
 * Gives every request under /demo-site/ to the demo's server, prefix stripped, on the origin of the tests: so a
 * test can reach into its pages. Bodies arrive as they were sent, and where the server hangs up, so does this one.
 * @returns {import('koa').Middleware}
 */
export function demoMiddleware() {
  /** @type {Promise<number> | undefined} */
  let server;
  return async (ctx, next) => {
    if (!ctx.req.url?.startsWith(DEMO_PREFIX)) return next();
    if (!existsSync(appUrl)) {
      ctx.status = 503;
      ctx.body = `${fileURLToPath(appUrl)} does not exist: run npm run build.`;
      return;
    }
    server ??= startServer();
    const port = await server;
    const {method, url} = ctx.req;
    // nobody is there to type the ledger's password
    const headers = {...ctx.req.headers, authorization: Authorization};
    const path = url.slice(DEMO_PREFIX.length - 1);
    ctx.respond = false;
    const passedOn = request({host: '127.0.0.1', port, method, path, headers}, (answer) => {
      ctx.res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(ctx.res);
    });
    passedOn.on('error', () => ctx.req.socket.destroy());
    ctx.req.pipe(passedOn);
    await once(ctx.res, 'close');
    passedOn.destroy();
  };
}
