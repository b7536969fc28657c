import {errorResponse, FAILED, HEADER, METHOD} from './error-answers.js';

/** What is needed of an `IncomingMessage` of Node. */
interface Incoming {
  method?: string | undefined;
  url?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  /** Whether the body has arrived as a whole. */
  complete: boolean;
  /** Whether somebody has read it to its end. */
  readableEnded: boolean;
  /** Whether it was broken off. */
  destroyed: boolean;
  /** Where a body parser ran before. */
  body?: unknown;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  removeAllListeners(event: 'data'): unknown;
  pause(): unknown;
  destroy(): unknown;
}

/** What is needed of a `ServerResponse` of Node. */
interface Outgoing {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: Uint8Array, done: () => void): unknown;
  destroy(): unknown;
}

/** A request, or the answer to what no request of the Web can be. */
function requestOf(incoming: Incoming): Request | Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // names of HTTP/2 such as `:path` are no headers
    if (value === undefined || name.startsWith(':')) continue;
    try {
      headers.set(name, [value].flat().join(', '));
    } catch {
      return errorResponse({...HEADER, path: name});
    }
  }
  const init = {method: incoming.method ?? 'GET', headers, body: bodyOf(incoming), duplex: 'half'};
  try {
    // whose host it is does not matter to the handler, and what a client calls it must not break the address
    return new Request('http://localhost/', init);
  } catch {
    // `TRACE` and its like
    return errorResponse(METHOD);
  }
}

function streamOf(incoming: Incoming): ReadableStream<Uint8Array> {
  let isOpen = true;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // its error was told before anybody listened here
      if (incoming.destroyed) return controller.error(new Error('The request was broken off.'));
      incoming.on('data', (chunk) => controller.enqueue(chunk));
      incoming.on('end', () => isOpen && controller.close());
      incoming.on('error', (error) => controller.error(error));
    },
    cancel() {
      isOpen = false;
      incoming.removeAllListeners('data');
      incoming.pause();
    },
  });
}

/** The body: what a parser has read of it keeps the order of its keys, and so its canonical form. */
function bodyOf(incoming: Incoming): BodyInit | null {
  const {method, body} = incoming;
  if (method === 'GET' || method === 'HEAD') return null;
  if (body === undefined) return incoming.readableEnded ? null : streamOf(incoming);
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

/**
 * A handler of Web requests as a listener for Node's `http`, and for what is built on it, such as Express.
 * @param handler what `createConsentHandler` makes
 */
export const toNodeListener =
  (handler: (request: Request) => Promise<Response>) =>
  async (incoming: Incoming, outgoing: Outgoing): Promise<void> => {
    const send = async (response: Response, isUnread: () => boolean) => {
      const body = new Uint8Array(await response.arrayBuffer());
      const unread = isUnread();
      const headers = {...Object.fromEntries(response.headers), ...(unread ? {connection: 'close'} : {})};
      outgoing.writeHead(response.status, headers);
      // What was refused before it had all come is not read to its end.
      outgoing.end(body, () => unread && incoming.destroy());
    };
    try {
      const request = requestOf(incoming);
      if (request instanceof Request) await send(await handler(request), () => !incoming.complete);
      else await send(request, () => true);
    } catch (error) {
      // whoever calls a listener does not wait for it: an error that got out of here would end the process
      console.error(error);
      await send(errorResponse(FAILED), () => true).catch(() => outgoing.destroy());
    }
  };
