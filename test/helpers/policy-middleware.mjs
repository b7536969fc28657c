const PAGES = '/test/any-page/pages/';
const REPORTS = '/any-page-reports';

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

/**
 * Serves the pages of test/any-page with the content security policy that their query names as a header, and keeps what
 * browsers report about it: `?policy=<policy>&reports=<id>`, then GET `/any-page-reports?reports=<id>`.
 * @returns {import('koa').Middleware}
 */
export function policyMiddleware() {
  /** @type {Map<string, {directive: string, blocked: string}[]>} */
  const received = new Map();
  return async (ctx, next) => {
    const {policy, reports} = ctx.query;
    if (ctx.path === REPORTS) {
      const list = received.get(String(reports)) ?? [];
      received.set(String(reports), list);
      if (ctx.method === 'POST') {
        const report = JSON.parse(await bodyOf(ctx.req))['csp-report'];
        list.push({directive: report['effective-directive'], blocked: report['blocked-uri']});
      }
      ctx.body = list;
      return;
    }
    await next();
    if (ctx.path.startsWith(PAGES) && policy) {
      ctx.set(
        'Content-Security-Policy',
        `${String(policy)}; report-uri ${REPORTS}?reports=${String(reports)}`,
      );
    }
  };
}
