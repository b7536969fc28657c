import {expect} from 'chai';
import {loadManifest, ManifestError, parseManifest} from '../../src/platform/load-manifest.js';
import {withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';
import {stub} from '../helpers/stub.js';

const URL_OF_MANIFEST = 'https://ipsm.kz/policy/manifest.json';
const LIMIT = 2 * 1024 * 1024;
const JSON_TEXT = JSON.stringify(aManifest());

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

/** Answers every request of the test in place of the network; returns what was asked. */
function answer(how: Answer): {url: string; init: RequestInit}[] {
  const asked: {url: string; init: RequestInit}[] = [];
  stub(window, 'fetch', {
    writable: true,
    value: async (url: string, init: RequestInit) => {
      asked.push({url, init});
      return how(url, init);
    },
  });
  return asked;
}

/** How loading fails. */
async function failure(): Promise<{code: string; message: string}> {
  try {
    await loadManifest(URL_OF_MANIFEST);
  } catch (error) {
    if (error instanceof ManifestError) return error;
    throw error;
  }
  throw new Error('It was loaded.');
}

/** Lets the eight seconds pass at once. */
function hurry(): void {
  const original = window.setTimeout.bind(window);
  stub(window, 'setTimeout', {
    writable: true,
    value: (handler: () => void, ms?: number) => original(handler, ms === 8000 ? 0 : ms),
  });
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new DOMException('Aborted.', 'AbortError'))),
  );

/** A body in pieces of this many bytes. */
function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

describe('reading a manifest', () => {
  it('tells what the operator can mend from an error of ours, which stays what it is', () => {
    expect(() => parseManifest('{', null)).to.throw(ManifestError, 'cannot be read');
    expect(() => parseManifest('{}', null)).to.throw(ManifestError, 'schema');
    stub(JSON, 'parse', {
      value: () => {
        throw new TypeError('ours');
      },
    });
    expect(() => parseManifest('{}', null)).to.throw(TypeError, 'ours');
  });
});

describe('loading a manifest', () => {
  it('takes the one that the network gives, with its address', async () => {
    answer(() => new Response(JSON_TEXT));
    expect(await loadManifest(URL_OF_MANIFEST)).to.deep.equal({manifest: aManifest(), url: URL_OF_MANIFEST});
  });

  it('asks once, and has the server confirm what the cache holds', async () => {
    const asked = answer(() => new Response(JSON_TEXT));
    await loadManifest(URL_OF_MANIFEST);
    expect(asked.map(({url, init}) => [url, init.cache])).to.deep.equal([[URL_OF_MANIFEST, 'no-cache']]);
  });

  it('sends nothing but the request', async () => {
    const asked = answer(() => new Response(JSON_TEXT));
    await loadManifest(URL_OF_MANIFEST);
    expect(Object.keys(asked[0]!.init).sort()).to.deep.equal(['cache', 'signal']);
  });

  it('names the address where a redirect ended, and keeps its own addresses as written', async () => {
    answer(() => {
      const response = new Response(
        JSON.stringify(withValue(aManifest(), 'releases[0].operator.url', 'about.html')),
      );
      Object.defineProperty(response, 'url', {value: 'https://cdn.ipsm.kz/v2/manifest.json'});
      return response;
    });
    const {manifest, url} = await loadManifest(URL_OF_MANIFEST);
    expect([manifest.releases[0]!.operator.url, url]).to.deep.equal([
      'about.html',
      'https://cdn.ipsm.kz/v2/manifest.json',
    ]);
  });

  it('puts letters together that came in two pieces', async () => {
    const json = withValue(aManifest(), 'releases[0].operator.name', 'Қазақша 😀');
    const bytes = new TextEncoder().encode(JSON.stringify(json));
    answer(() => new Response(inPieces(bytes, 1)));
    expect((await loadManifest(URL_OF_MANIFEST)).manifest.releases[0]!.operator.name).to.equal('Қазақша 😀');
  });

  it('takes a byte order mark for nothing', async () => {
    answer(() => new Response(`\ufeff${JSON_TEXT}`));
    expect((await loadManifest(URL_OF_MANIFEST)).manifest.id).to.equal('some-policy');
  });

  it('takes half a mebibyte', async () => {
    answer(() => new Response(JSON_TEXT.padEnd(LIMIT)));
    expect((await loadManifest(URL_OF_MANIFEST)).manifest.id).to.equal('some-policy');
  });

  for (const [what, how, code, message] of [
    [
      'nobody answers',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'manifest-unreachable',
      'Failed to fetch',
    ],
    ['there is none', () => new Response('Not found', {status: 404}), 'manifest-unreachable', '404'],
    ['the server fails', () => new Response(JSON_TEXT, {status: 500}), 'manifest-unreachable', '500'],
    ['it is not JSON', () => new Response('<!doctype html>'), 'manifest-malformed', 'JSON'],
    ['it is empty', () => new Response(''), 'manifest-malformed', 'JSON'],
    ['it breaks off', () => new Response(JSON_TEXT.slice(0, -5)), 'manifest-malformed', 'JSON'],
    [
      'it is not UTF-8',
      () => new Response(new Uint8Array([0x22, 0xca, 0x22])),
      'manifest-malformed',
      'UTF-8',
    ],
    [
      'it has another schema',
      () => new Response('{"schema":"ipsm-policy/2"}'),
      'manifest-malformed',
      'schema',
    ],
    [
      'a field is wrong',
      () => new Response(JSON.stringify(withValue(aManifest(), 'releases[0].notice.kk.title', 5))),
      'manifest-malformed',
      'releases[0].notice.kk.title',
    ],
    [
      'it is one byte too large',
      () => new Response(JSON_TEXT.padEnd(LIMIT + 1)),
      'manifest-too-large',
      '2097152',
    ],
  ] as [string, Answer, string, string][]) {
    it(`fails with ${code} where ${what}`, async () => {
      answer(how);
      const error = await failure();
      expect(error.code).to.equal(code);
      expect(error.message).to.include(message);
    });
  }

  it('stops reading what has no end', async () => {
    let pieces = 0;
    let stopped = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pieces++;
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      },
      cancel() {
        stopped = true;
      },
    });
    answer(() => new Response(endless));
    expect((await failure()).code).to.equal('manifest-too-large');
    expect(stopped).to.equal(true);
    expect(pieces).to.be.below(36);
  });

  it('gives up after eight seconds where the server does not answer', async () => {
    hurry();
    const asked = answer((_url, {signal}) => aborted(signal!));
    const error = await failure();
    expect(error.code).to.equal('manifest-unreachable');
    expect(error.message).to.include('8 seconds');
    expect(asked[0]!.init.signal!.aborted).to.equal(true);
  });

  it('gives up after eight seconds where the answer never ends', async () => {
    hurry();
    answer((_url, {signal}) => {
      const stuck = new ReadableStream<Uint8Array>({
        start: (controller) => void aborted(signal!).catch((error) => controller.error(error)),
      });
      return new Response(stuck);
    });
    const error = await failure();
    expect(error.code).to.equal('manifest-unreachable');
    expect(error.message).to.include('8 seconds');
  });

  it('leaves the clock alone once it is done', async () => {
    const cleared: unknown[] = [];
    const started: unknown[] = [];
    const {setTimeout, clearTimeout} = window;
    stub(window, 'setTimeout', {
      writable: true,
      value: (handler: () => void, ms: number) => {
        const timer = setTimeout(handler, ms);
        if (ms === 8000) started.push(timer);
        return timer;
      },
    });
    stub(window, 'clearTimeout', {
      writable: true,
      value: (timer: number) => {
        cleared.push(timer);
        clearTimeout(timer);
      },
    });
    answer(() => new Response(JSON_TEXT));
    await loadManifest(URL_OF_MANIFEST);
    answer(() => new Response('', {status: 404}));
    await failure();
    expect(started).to.have.length(2);
    expect(cleared).to.include.members(started);
  });
});
