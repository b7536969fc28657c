const A_DAY = '86400';

/** Headers for a request from a page of another site that is named; none for the others. */
export function corsHeaders(
  request: Request,
  origins: readonly string[],
): Record<string, string> | undefined {
  if (origins.length === 0) return undefined;
  const origin = request.headers.get('Origin');
  if (!origin || !origins.includes(origin)) return {Vary: 'Origin'};
  return {'Access-Control-Allow-Origin': origin, Vary: 'Origin'};
}

/** Answers a browser that asks whether a page may send. */
export function preflight(cors: Record<string, string>): Response {
  if (!('Access-Control-Allow-Origin' in cors)) return new Response(null, {status: 403, headers: cors});
  const headers = {
    ...cors,
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': 'content-type, idempotency-key',
    'Access-Control-Max-Age': A_DAY,
  };
  return new Response(null, {status: 204, headers});
}
