/**
 * An operator's server that fails on demand, over real sockets: for the browser tests as middleware of the test runner,
 * for the Node tests on a port of its own. Each desk (`/faults/<name>/…`) has a plan and a ledger of its own.
 */

export const FAULT_PREFIX = '/faults/';

/** @typedef {import('node:http').IncomingMessage} Request @typedef {import('node:http').ServerResponse} Response */

/** @param {Response} res @param {number} status @param {string} text @param {Record<string, string>} [headers] */
const send = (res, status, text, headers = {}) =>
  res.writeHead(status, {'Cache-Control': 'no-store', ...headers}).end(text);

/** @param {Response} res @param {unknown} value */
const json = (res, value) => send(res, 200, JSON.stringify(value), {'Content-Type': 'application/json'});

/** What the server does with a request: `kept` says whether it has the record afterwards. */
const DEEDS = {
  fine: {kept: true, answer: (res, id) => json(res, {id})},
  'no content': {kept: true, answer: (res) => res.writeHead(204).end()},
  503: {kept: false, answer: (res) => send(res, 503, 'busy')},
  429: {kept: false, answer: (res) => send(res, 429, 'slowly')},
  '500 after it was kept': {kept: true, answer: (res) => send(res, 500, 'oh')},
  422: {kept: false, answer: (res) => send(res, 422, '{}')},
  401: {kept: false, answer: (res) => send(res, 401, 'sign in')},
  403: {kept: false, answer: (res) => send(res, 403, 'not from here')},
  404: {kept: false, answer: (res) => send(res, 404, 'nothing here')},
  408: {kept: false, answer: (res) => send(res, 408, 'too slow')},
  409: {kept: false, answer: (res) => send(res, 409, 'still at work on it')},
  425: {kept: false, answer: (res) => send(res, 425, 'too early')},
  hanging: {kept: false, answer: () => {}},
  'hanging after it was kept': {kept: true, answer: () => {}},
  'hung up': {kept: false, answer: (res) => res.socket.destroy()},
  'hung up after it was kept': {kept: true, answer: (res) => res.socket.destroy()},
  'died in mid-answer': {
    kept: true,
    answer(res, id) {
      const text = JSON.stringify({id});
      res.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': text.length});
      res.write(text.slice(0, 10), () => res.socket.destroy());
    },
  },
  'a page': {kept: false, answer: (res) => send(res, 200, '<!doctype html>', {'Content-Type': 'text/html'})},
  'another id': {kept: false, answer: (res) => json(res, {id: 'another'})},
  redirect: {kept: false, answer: (res) => send(res, 302, '', {Location: 'landing'})},
};

/** @param {Request} req */
async function bodyOf(req) {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function newDesk() {
  return {
    /** What to do with the next requests; after them, all is fine. */
    plan: [],
    /** What the server keeps, once for each key. */
    ledger: [],
    /** Every request that came whole. */
    requests: [],
  };
}

/** @returns {(req: Request, res: Response) => Promise<void>} */
export function faultServer() {
  /** @type {Map<string, ReturnType<typeof newDesk>>} */
  const desks = new Map();

  return async (req, res) => {
    const [name, what] = req.url.slice(FAULT_PREFIX.length).split(/[/?]/);
    const desk = desks.get(name) ?? newDesk();
    desks.set(name, desk);
    const body = await bodyOf(req).catch(() => undefined);
    if (body === undefined) return;
    if (what === 'seen') json(res, desk);
    else if (what === 'plan') {
      desk.plan = JSON.parse(body);
      json(res, {});
    } else if (what === 'landing') json(res, {id: 'landing'});
    else {
      const id = req.headers['idempotency-key'];
      const how = desk.plan.shift() ?? 'fine';
      desk.requests.push({
        id,
        how,
        body,
        method: req.method,
        type: req.headers['content-type'],
        cookie: req.headers.cookie,
      });
      const {kept, answer} = DEEDS[how];
      if (kept && !desk.ledger.some((row) => row.id === id)) desk.ledger.push({id, body});
      answer(res, id);
    }
  };
}

/** @returns {import('koa').Middleware} */
export function faultMiddleware() {
  const serve = faultServer();
  return async (ctx, next) => {
    if (!ctx.req.url?.startsWith(FAULT_PREFIX)) return next();
    ctx.respond = false;
    // the runner lists what it takes for missing files
    ctx.status = 200;
    await serve(ctx.req, ctx.res);
  };
}
