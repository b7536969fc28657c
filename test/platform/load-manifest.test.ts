import {expect} from 'chai';
import {loadManifest, ManifestError} from '../../src/platform/load-manifest.js';
import {withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';
import {stub} from '../helpers/stub.js';

const URL_OF_MANIFEST = 'https://ipsm.kz/policy/manifest.json';
const LIMIT = 512 * 1024;
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

describe('loading a manifest', () => {
  it('takes the one that the network gives', async () => {
    answer(() => new Response(JSON_TEXT));
    expect(await loadManifest(URL_OF_MANIFEST)).to.deep.equal(aManifest());
  });

  it('takes a real one, and makes its addresses absolute', async () => {
    const url = new URL('/demo/policy/manifest.json', location.href);
    const manifest = await loadManifest(url.href);
    expect(manifest.id).to.equal('ipsm-privacy');
    expect(manifest.releases[0]!.documents.kk!.url).to.equal(
      `${location.origin}/demo/policy/2026-10-01.kk.html`,
    );
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

  it('resolves addresses against where a redirect ended', async () => {
    answer(() => {
      const response = new Response(JSON.stringify(withValue(aManifest(), 'operator.url', 'about.html')));
      Object.defineProperty(response, 'url', {value: 'https://cdn.ipsm.kz/v2/manifest.json'});
      return response;
    });
    expect((await loadManifest(URL_OF_MANIFEST)).operator.url).to.equal('https://cdn.ipsm.kz/v2/about.html');
  });

  it('leaves out addresses that are not safe to link to', async () => {
    answer(() => new Response(JSON.stringify(withValue(aManifest(), 'operator.url', 'javascript:alert(1)'))));
    expect((await loadManifest(URL_OF_MANIFEST)).operator.url).to.equal(null);
  });

  it('puts letters together that came in two pieces', async () => {
    const json = withValue(aManifest(), 'operator.name', 'Қазақша 😀');
    const bytes = new TextEncoder().encode(JSON.stringify(json));
    answer(() => new Response(inPieces(bytes, 1)));
    expect((await loadManifest(URL_OF_MANIFEST)).operator.name).to.equal('Қазақша 😀');
  });

  it('takes a byte order mark for nothing', async () => {
    answer(() => new Response(`\ufeff${JSON_TEXT}`));
    expect((await loadManifest(URL_OF_MANIFEST)).id).to.equal('some-policy');
  });

  it('takes half a mebibyte', async () => {
    answer(() => new Response(JSON_TEXT.padEnd(LIMIT)));
    expect((await loadManifest(URL_OF_MANIFEST)).id).to.equal('some-policy');
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
      '524288',
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
    expect(pieces).to.be.below(12);
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
