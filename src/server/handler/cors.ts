const ALLOWED = 'Access-Control-Allow-';

/** Headers for a request from a page of another site, if its origin is named. */
export function corsHeaders(request: Request, origins: readonly string[]): Record<string, string> {
  if (!origins.length) return {};
  const origin = request.headers.get('Origin') ?? '';
  return {Vary: 'Origin', ...(origins.includes(origin) && {[`${ALLOWED}Origin`]: origin})};
}

/** Answers a browser that asks whether a page may send; nothing where the request is no such question. */
export const preflight = (request: Request, cors: Record<string, string>): Response | undefined =>
  request.method === 'OPTIONS' && cors[`${ALLOWED}Origin`]
    ? new Response(null, {
        status: 204,
        headers: {
          ...cors,
          [`${ALLOWED}Methods`]: 'POST',
          [`${ALLOWED}Headers`]: 'content-type, idempotency-key',
          'Access-Control-Max-Age': '86400',
        },
      })
    : undefined;
