import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {join} from 'node:path';
import type {Release} from '../../core/index.js';
import type {Desk} from '../desk.js';
import {MANIFEST} from '../folder/archive.js';
import {codeOf, readIfThere} from '../folder/disk.js';
import {notePreview} from '../publish/previewed.js';
import {unusable} from '../stop.js';
import {policyOf} from './drawable.js';
import {framePage, VIEWS, type View} from './frame.js';
import {previewPage} from './page.js';
import {readMark, readState} from './state.js';

/** A preview that runs. */
interface Preview {
  url: string;
  close(): Promise<void>;
}

/** How often the files are looked at; watching would miss what editors and network drives do. */
const LOOK_MS = 500;
/** The file with every element and language. */
const ELEMENTS = 'cdn/ipsm-consent-all.min.js';

const HTML = 'text/html; charset=utf-8';

interface Reply {
  type: string;
  body: string | Uint8Array;
}

/** The elements as pages load them. */
async function elementsOf({io, w}: Desk): Promise<Buffer> {
  const bytes = await readIfThere(io.disk, join(io.dist, ELEMENTS));
  if (bytes) return bytes;
  throw unusable('no-elements', w.preview.noElements(io.dist));
}

async function policyFor(desk: Desk, query: URLSearchParams): Promise<Reply> {
  const {release, before} = await readState(desk);
  // Before the draft, whenever it was to begin.
  const earlier: Release[] = before ? [{...before, effectiveFrom: null, change: 'material'}] : [];
  const releases =
    query.get('only') === 'before'
      ? earlier
      : query.get('with') === 'before'
        ? [...earlier, release]
        : [release];
  return {type: 'application/json', body: JSON.stringify(policyOf(desk, releases))};
}

async function replyTo(
  desk: Desk,
  {pathname, searchParams}: URL,
  elements: Buffer,
): Promise<Reply | undefined> {
  if (pathname === '/') return {type: HTML, body: previewPage(await readState(desk), desk)};
  if (pathname === '/elements.js') return {type: 'text/javascript; charset=utf-8', body: elements};
  if (pathname === `/${MANIFEST}`) return policyFor(desk, searchParams);
  if (pathname === '/frame') {
    const state = await readState(desk);
    const [view, lang] = [searchParams.get('view') as View, searchParams.get('lang') ?? ''];
    if (!VIEWS.includes(view) || !state.langs.includes(lang)) return undefined;
    return {type: HTML, body: framePage(view, lang, state)};
  }
  const document = /^\/document\/([a-z]{2,3})\.html$/.exec(pathname)?.[1];
  const found = document && (await readState(desk)).draft.documents.find(({lang}) => lang === document);
  return found ? {type: HTML, body: found.bytes} : undefined;
}

/** Tells a page when the draft is not the one it shows. */
function follow(desk: Desk, mark: string | null, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
  response.write(': here\n\n');
  let last = mark;
  const timer = setInterval(() => {
    void readMark(desk)
      .then((now) => {
        if (now !== last) response.write(`event: changed\ndata: ${now}\n\n`);
        last = now;
      })
      // A file that is being saved right now; the next look finds it.
      .catch(() => undefined);
  }, LOOK_MS);
  request.on('close', () => clearInterval(timer));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 100) break;
  }
  return text;
}

async function answer(desk: Desk, elements: Buffer, request: IncomingMessage, response: ServerResponse) {
  const {host = '', origin} = request.headers;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  // A page of another site must not reach the draft, by whatever name it calls this machine.
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(host) || (origin !== undefined && origin !== `http://${host}`)) {
    response.writeHead(403).end();
    return;
  }
  if (request.method === 'POST' && url.pathname === '/seen') {
    const shown = await bodyOf(request);
    const {digest} = await readState(desk);
    const isShown = shown === digest;
    if (isShown) await notePreview(desk.io.disk, desk.root, digest);
    response.writeHead(isShown ? 204 : 409).end();
    return;
  }
  if (request.method !== 'GET') {
    response.writeHead(405).end();
    return;
  }
  if (url.pathname === '/events') {
    follow(desk, url.searchParams.get('mark'), request, response);
    return;
  }
  const reply = await replyTo(desk, url, elements);
  response.writeHead(reply ? 200 : 404, {
    'content-type': reply?.type ?? 'text/plain',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(reply?.body ?? '');
}

/** Serves the draft to browsers on this machine. @param port 0 for any that is free */
export async function createPreview(desk: Desk, port: number): Promise<Preview> {
  const elements = await elementsOf(desk);
  const server = createServer((request, response) => {
    answer(desk, elements, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      response.writeHead(500, {'content-type': 'text/plain; charset=utf-8'}).end(message);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        codeOf(error) === 'EADDRINUSE' ? unusable('port', desk.w.preview.portTaken(String(port))) : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const number = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${number}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
