const SCRIPT = '/dev/reload.js';
const EVENTS = '/dev/events';

/** Loads the page again after every change, and when the server is back. */
const CODE = `let wasThere = false;
const events = new EventSource('${EVENTS}');
events.onmessage = () => location.reload();
events.onopen = () => {
  if (wasThere) location.reload();
  wasThere = true;
};`;

/** @type {Set<ReadableStreamDefaultController>} */
const pages = new Set();

/** Tells every open page to load itself again. */
export const reloadPages = () => pages.forEach((page) => page.enqueue('data: changed\n\n'));

function openEvents() {
  /** @type {ReadableStreamDefaultController} */
  let page;
  const stream = new ReadableStream({
    start(controller) {
      pages.add((page = controller));
      page.enqueue(': hello\n\n');
    },
    cancel: () => void pages.delete(page),
  });
  const headers = {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'};
  return new Response(stream.pipeThrough(new TextEncoderStream()), {headers});
}

/**
 * Puts the script into the pages that a server answers with. Not into documents of the policy, whose bytes have a digest.
 * A file of the server's own and events from it: both are within the demo's Content-Security-Policy.
 * @param {(request: Request) => Promise<Response> | Response} answer @returns {(request: Request) => Promise<Response>}
 */
export const withReload = (answer) => async (request) => {
  const {pathname} = new URL(request.url);
  if (pathname === EVENTS) return openEvents();
  if (pathname === SCRIPT) return new Response(CODE, {headers: {'Content-Type': 'text/javascript'}});
  const response = await answer(request);
  const isPage = response.body && response.headers.get('Content-Type')?.startsWith('text/html');
  if (!isPage || pathname.startsWith('/policy/')) return response;
  const html = await response.text();
  const edited = html.replace('</head>', `<script src="${SCRIPT}"></script></head>`);
  return new Response(edited, response);
};
