import {createHash, timingSafeEqual} from 'node:crypto';
import {isIP} from 'node:net';
import type {Context, MiddlewareHandler} from 'hono';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  // the gallery
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The strictest policy that an operator's site may have: what works here works there. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  context.header('X-Content-Type-Options', 'nosniff');
  // with `no-referrer` a browser names our own pages to us as "null", as it does those of anybody
  context.header('Referrer-Policy', 'same-origin');
};

const bare = (hostname: string) => hostname.toLowerCase().replace(/^\[(.*)\]$/, '$1');

const isThisMachine = (hostname: string) =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '::1' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);

/**
 * Answers to this machine's names, to addresses without a name, and to the names given: a page of another site whose name
 * leads here by its own name server would else read all of it.
 */
export const ownHosts =
  (names: readonly string[]): MiddlewareHandler =>
  async (context, next) => {
    const host = bare(new URL(context.req.url).hostname);
    if (!isThisMachine(host) && !isIP(host) && !names.includes(host)) return context.text('421', 421);
    return next();
  };

/** Whether a browser says that a page of another site sends this. */
function isCrossSite(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('Origin');
  return origin !== null && origin !== new URL(request.url).origin;
}

/** Takes nothing that a page of another site sends in the name of whoever looks at it. */
export const ownPagesOnly: MiddlewareHandler = async (context, next) => {
  const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(context.req.method);
  if (!isReading && isCrossSite(context.req.raw)) return context.text('403', 403);
  return next();
};

const digest = (text: string) => createHash('sha256').update(text).digest();

function isPassword(header: string | undefined, password: string): boolean {
  const [, encoded = ''] = /^Basic (\S+)$/i.exec(header ?? '') ?? [];
  const given = Buffer.from(encoded, 'base64')
    .toString()
    .replace(/^[^:]*:/, '');
  return timingSafeEqual(digest(given), digest(password));
}

/**
 * Opens to whoever has the password, with any name. Where a request comes from is no reason to open: a proxy on this machine
 * hands on what comes from anywhere, and need not say so.
 */
export const ledgerLock =
  (password: string, locked: (context: Context) => string): MiddlewareHandler =>
  async (context, next) => {
    context.header('Cache-Control', 'no-store');
    if (isPassword(context.req.header('Authorization'), password)) return next();
    context.header('WWW-Authenticate', 'Basic realm="ledger", charset="UTF-8"');
    return context.text(locked(context), 401);
  };
