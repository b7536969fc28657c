import {existsSync, readFileSync} from 'node:fs';
import {extname} from 'node:path';
import {fileURLToPath} from 'node:url';

const BYTE_ORDER_MARK = 3;
const TYPES = {'.js': 'text/javascript', '.html': 'text/html'};

/**
 * Serves files for script tags, and the pages that load them, as a plain server or a CDN does: the bytes as they are,
 * no charset named, open to other origins. The test runner would compile the scripts once more, and call all of it UTF-8.
 * `?charset=` names one, `?mark=lost` leaves out the byte order mark, as a proxy may.
 * @returns {import('koa').Middleware}
 */
export function cdnMiddleware() {
  return async (ctx, next) => {
    const type = TYPES[extname(ctx.path)];
    const file = fileURLToPath(new URL(`../..${ctx.path}`, import.meta.url));
    if (!/^\/(dist\/cdn|test\/bundles\/pages)\/[^/]+$/.test(ctx.path) || !type || !existsSync(file))
      return next();
    // Koa's own ctx.type would name a charset
    const {charset, mark} = ctx.query;
    const named = charset ? `${type}; charset=${charset}` : type;
    ctx.set({'Content-Type': named, 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache'});
    const bytes = readFileSync(file);
    ctx.body = mark === 'lost' ? bytes.subarray(BYTE_ORDER_MARK) : bytes;
  };
}
