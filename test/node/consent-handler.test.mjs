import assert from 'node:assert/strict';
import {EventEmitter, once} from 'node:events';
import {createServer, request as httpRequest} from 'node:http';
import {readFileSync} from 'node:fs';
import {connect} from 'node:net';
import {text as textOf} from 'node:stream/consumers';
import {after, before, describe, it} from 'node:test';
import {setImmediate as turn} from 'node:timers/promises';
import {serve} from '@hono/node-server';
import Ajv from 'ajv/dist/2020.js';
import express from 'express';
import fastify from 'fastify';
import {Hono} from 'hono';
import {
  createConsentHandler,
  createLedger,
  createVerifier,
  describeConsentHandler,
  migrate,
  toNodeListener,
} from 'ipsm-consent/server';
import {openEmbedded} from '../helpers/databases.mjs';
import {FIRST, manifest, recordsOf} from '../helpers/records.mjs';

const [verifier, decision] = await Promise.all([createVerifier(manifest), recordsOf(manifest, FIRST)]);
const PATH = '/consent/decisions';
const SHOP = 'https://shop.example';
const NOW = new Date('2026-10-05T10:00:00.000Z');
const made = (of = {}) => decision({time: NOW, method: 'banner-button', nameFields: [], ...of});

const database = await openEmbedded();
await migrate(database);
const ledger = createLedger(database, {verifier});
after(() => database.close());

/** A ledger that fails when it is asked to. */
let fault;
const failing = {
  keep: (...args) => (fault ? Promise.reject(fault) : ledger.keep(...args)),
};
const handler = createConsentHandler({
  verifier: () => verifier,
  ledger: failing,
  subject: (request) => request.headers.get('X-Test-Subject') ?? undefined,
  session: () => 'a session',
  origins: [SHOP],
  now: () => NOW,
  onError: () => {},
});

const listening = async (server) => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}${PATH}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** The same handler in every server. These lines are the ones of docs/server.md. */
const SERVERS = {
  async 'node:http'() {
    return listening(createServer(toNodeListener(handler)));
  },
  async Express() {
    const app = express();
    app.all(PATH, toNodeListener(handler));
    return listening(createServer(app));
  },
  async 'Express after its JSON parser'() {
    const app = express();
    app.use(express.json());
    app.all(PATH, toNodeListener(handler));
    app.use((error, _request, response, _next) =>
      response.status(error.status).json({errors: [{code: 'its-own', path: '', message: ''}]}),
    );
    return listening(createServer(app));
  },
  async Fastify() {
    const app = fastify();
    app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _body, done) => done(null));
      scope.all(PATH, (request, reply) => {
        reply.hijack();
        return toNodeListener(handler)(request.raw, reply.raw);
      });
    });
    await app.listen({port: 0, host: '127.0.0.1'});
    return {url: `http://127.0.0.1:${app.server.address().port}${PATH}`, close: () => app.close()};
  },
  async Hono() {
    const app = new Hono();
    app.all(PATH, (context) => handler(context.req.raw));
    const server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'});
    await once(server, 'listening');
    return {url: `http://127.0.0.1:${server.address().port}${PATH}`, close: () => server.close()};
  },
  async 'a worker'() {
    const worker = {fetch: (request) => handler(request)};
    return {
      url: `https://worker.example${PATH}`,
      fetch: (...args) => worker.fetch(new Request(...args)),
      close() {},
    };
  },
};

const answered = new Set();
for (const [name, start] of Object.entries(SERVERS)) {
  describe(`the consent handler in ${name}`, () => {
    let server;
    const post = async (text, headers = {}, of = {}) => {
      let id = '';
      try {
        ({id} = JSON.parse(text));
      } catch {
        // some bodies are none
      }
      const all = {'Content-Type': 'application/json', 'Idempotency-Key': String(id), ...headers};
      const init = {method: 'POST', body: text, headers: all, ...of};
      const response = await (server.fetch ?? fetch)(server.url, init);
      const body = await response.text();
      answered.add(response.status);
      return {status: response.status, headers: response.headers, answer: body && JSON.parse(body)};
    };
    const codes = ({status, answer}) => [
      status,
      ...answer.errors.map(({code, path}) => `${code} ${path}`.trim()),
    ];
    const parses = name.includes('parser');

    before(async () => (server = await start()));
    after(() => server.close());

    it('keeps a decision, and acknowledges it again to who has not heard', async () => {
      const {text, record} = made();
      for (let n = 0; n < 2; n++) {
        const {status, answer, headers} = await post(text);
        assert.deepEqual([status, answer], [200, {id: record.id}]);
        assert.equal(headers.get('Cache-Control'), 'no-store');
      }
      const [entry] = await ledger.chainOf(record.id);
      assert.deepEqual([entry.record, entry.receivedAt, entry.problems], [record, NOW, []]);
    });

    it('keeps whose it is by the server’s word alone', async () => {
      const {text, record} = made({subjectRef: name});
      await post(text, {'X-Test-Subject': name});
      assert.equal((await ledger.chainOf(record.id))[0].subject, name);
      const claimed = made({subjectRef: name});
      await post(claimed.text);
      assert.equal((await ledger.chainOf(claimed.record.id))[0].subject, null);
    });

    it('refuses for good what the verifier refuses, and another record under the same id', async () => {
      const {text, record} = made();
      const altered = text.replace('"automated":true', '"automated":false');
      assert.deepEqual(codes(await post(altered)), [422, 'altered automated']);
      await post(text);
      const other = made({id: record.id, time: new Date(+NOW - 1)});
      assert.deepEqual(codes(await post(other.text)), [422, 'replayed id']);
    });

    it('refuses other methods, types and keys, and what is no record', async () => {
      const {text} = made();
      const get = await post(undefined, {}, {method: 'GET'});
      assert.deepEqual([codes(get), get.headers.get('Allow')], [[405, 'method'], 'POST']);
      assert.deepEqual(codes(await post(text, {'Content-Type': 'text/plain'})), [
        415,
        'body-type Content-Type',
      ]);
      assert.deepEqual(codes(await post(text, {'Idempotency-Key': 'x'})), [400, 'key Idempotency-Key']);
      for (const body of ['{}', '[]', '{"id":"../../x"}'])
        assert.deepEqual(codes(await post(body)), [400, 'key Idempotency-Key'], body);
      if (parses) return;
      for (const body of ['null', 'on', '', '{"id":'])
        assert.deepEqual(
          codes(await post(body, {'Idempotency-Key': 'x'})),
          [400, 'key Idempotency-Key'],
          body,
        );
      assert.deepEqual(codes(await post(new Uint8Array([0x22, 0xff, 0x22]))), [400, 'key Idempotency-Key']);
    });

    it('reads no further than a record can be long', async () => {
      const long = `{"id":"${'x'.repeat(70_000)}"}`;
      assert.deepEqual(codes(await post(long, {'Idempotency-Key': 'x'})), [413, 'too-large']);
      if (server.fetch || parses) return;
      // without a length, and without an end
      const {status, sent} = await new Promise((resolve, reject) => {
        let sent = 0;
        const headers = {'Content-Type': 'application/json', 'Idempotency-Key': 'x'};
        const sending = httpRequest(server.url, {method: 'POST', headers}, (response) => {
          response.resume();
          sending.destroy();
          resolve({status: response.statusCode, sent});
        });
        const more = () => {
          if (sending.destroyed || sent > 2 ** 26) return;
          sent += 2 ** 14;
          sending.write('x'.repeat(2 ** 14), () => setImmediate(more));
        };
        sending.on('error', (error) =>
          error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
        );
        more();
      });
      assert.equal(status, 413);
      assert.ok(sent < 2 ** 26, `${sent} bytes were taken`);
    });

    it('asks to send later where the decision could not be kept', async () => {
      const {text} = made();
      fault = new Error('no connection');
      const failed = await post(text);
      assert.deepEqual(codes(failed), [503, 'failed']);
      assert.ok(failed.headers.get('Retry-After'));
      assert.doesNotMatch(JSON.stringify(failed.answer), /no connection/);
      fault = Object.assign(new Error('lock timeout'), {code: '55P03'});
      assert.deepEqual(codes(await post(text)), [409, 'busy Idempotency-Key']);
      fault = undefined;
      assert.equal((await post(text)).status, 200);
    });

    it('lets pages of other sites send where their origin is named, and no others', async () => {
      const allowed = (headers) => headers.get('Access-Control-Allow-Origin');
      const asking = {
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,idempotency-key',
      };
      const ask = (origin) => post(undefined, {Origin: origin, ...asking}, {method: 'OPTIONS'});
      const yes = await ask(SHOP);
      assert.deepEqual([yes.status, allowed(yes.headers)], [204, SHOP]);
      assert.equal(yes.headers.get('Access-Control-Allow-Headers'), 'content-type, idempotency-key');
      const no = await ask('https://evil.example');
      assert.deepEqual([no.status, allowed(no.headers)], [405, null]);
      const {text} = made();
      assert.equal(allowed((await post(text, {Origin: SHOP})).headers), SHOP);
      assert.equal(allowed((await post(text, {Origin: 'https://evil.example'})).headers), null);
      assert.equal(allowed((await post(text)).headers), null);
    });
  });
}

describe('a consent handler that names no other site', () => {
  it('says nothing of other sites, to whoever asks', async () => {
    const own = createConsentHandler({verifier, ledger});
    const response = await own(
      new Request('https://x.example/', {method: 'OPTIONS', headers: {Origin: SHOP}}),
    );
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
  });
});

describe('a listener of Node', () => {
  const started = [];
  after(() => started.forEach((server) => server.close()));
  const start = async (listener, options = {}) => {
    const server = await listening(createServer(options, listener));
    started.push(server);
    return server;
  };
  const keyed = ({text, record}, url) =>
    fetch(url, {
      method: 'POST',
      body: text,
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': record.id},
    });
  /** Sends bytes that no client would, and gives all that comes back until the server hangs up. */
  const raw = (url, request) => {
    const {port, hostname} = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.end(request);
    return textOf(socket);
  };
  const failed = async (response) => {
    assert.equal(response.status, 503);
    assert.ok(response.headers.get('Retry-After'));
    assert.deepEqual(
      (await response.json()).errors.map(({code}) => code),
      ['failed'],
    );
  };
  const listener = toNodeListener(handler);

  it('reads a body that had come as a whole before it was its turn', async () => {
    const {url} = await start(async (incoming, outgoing) => {
      while (!incoming.complete) await turn();
      await listener(incoming, outgoing);
    });
    const decided = made();
    const response = await keyed(decided, url);
    assert.deepEqual([response.status, await response.json()], [200, {id: decided.record.id}]);
  });

  it('waits for no body of which there is nothing to come any more', async () => {
    const {url} = await start(async (incoming, outgoing) => {
      await textOf(incoming);
      await listener(incoming, outgoing);
    });
    assert.equal((await keyed(made(), url)).status, 400);
  });

  it('refuses the methods that no request of the Web may have', async () => {
    const {url} = await start(listener);
    const response = await new Promise((resolve, reject) =>
      httpRequest(url, {method: 'TRACE'}, resolve).on('error', reject).end(),
    );
    const {errors} = JSON.parse(await textOf(response));
    assert.deepEqual([response.statusCode, errors.map(({code}) => code)], [405, ['method']]);
    assert.deepEqual([response.headers.allow, response.headers.connection], ['POST', 'close']);
  });

  it('refuses a header that no request of the Web may have', async () => {
    const {url} = await start(listener, {insecureHTTPParser: true});
    const answer = await raw(url, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nX-Odd: a\0b\r\n\r\n');
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.match(answer, /"code":"header","path":"x-odd"/);
    assert.match(answer, /^connection: close\r$/im);
  });

  for (const [what, broken] of [
    [
      'throws',
      () => {
        throw new Error('no handler');
      },
    ],
    ['fails', () => Promise.reject(new Error('no answer'))],
    ['gives no answer', () => Promise.resolve(undefined)],
    ['answers what cannot be sent', () => Promise.resolve(Response.error())],
    [
      'breaks off in its answer',
      () => Promise.resolve(new Response(new ReadableStream({pull: (c) => c.error(new Error('broken'))}))),
    ],
  ])
    it(`asks to send later where the handler ${what}, and tells the operator`, async (t) => {
      const told = t.mock.method(console, 'error', () => {});
      const {url} = await start(toNodeListener(broken));
      await failed(await keyed(made(), url));
      assert.equal(told.mock.callCount(), 1);
    });

  it('asks to send later where what a body parser has read is no JSON', async (t) => {
    const told = t.mock.method(console, 'error', () => {});
    const {url} = await start((incoming, outgoing) => {
      incoming.body = {id: 1n};
      return listener(incoming, outgoing);
    });
    await failed(await keyed(made(), url));
    assert.equal(told.mock.callCount(), 1);
  });

  it('hangs up where somebody else has begun to answer', async (t) => {
    const told = t.mock.method(console, 'error', () => {});
    const {url} = await start((incoming, outgoing) => {
      outgoing.write('half');
      return listener(incoming, outgoing);
    });
    await assert.rejects(keyed(made(), url).then((response) => response.text()));
    assert.equal(told.mock.callCount(), 1);
  });

  it('takes no notice of the end of a body that it has stopped reading', async () => {
    const incoming = Object.assign(new EventEmitter(), {
      ...{method: 'POST', headers: {}, complete: false, readableEnded: false, destroyed: false},
      ...{pause() {}, destroy() {}},
    });
    const outgoing = {writeHead() {}, end() {}};
    const stop = async ({body}) => {
      await body.cancel();
      return new Response();
    };
    await toNodeListener(stop)(incoming, outgoing);
    assert.doesNotThrow(() => incoming.emit('end'));
  });

  it('ends with a request that had been broken off before it was its turn', async () => {
    const ended = new Promise((resolve) => {
      void start(async (incoming, outgoing) => {
        await new Promise((closed) => incoming.once('close', closed));
        resolve(listener(incoming, outgoing));
      }).then(({url}) => {
        const sending = httpRequest(url, {method: 'POST', headers: {'Content-Type': 'application/json'}});
        sending.on('error', () => {});
        sending.write('{', () => sending.destroy());
      });
    });
    await ended;
  });
});

describe('the OpenAPI description of the handler', () => {
  const {paths} = describeConsentHandler({path: '/x'});
  const {post} = paths['/x'];

  it('names every status that the handler gives to a POST, and no other', () => {
    // the answer to another question, by another method
    const others = [204];
    const given = [...answered].filter((status) => !others.includes(status)).sort();
    assert.deepEqual(Object.keys(post.responses).map(Number).sort(), given);
  });

  it('has a schema that each answer fits', async () => {
    const ajv = new Ajv({strict: true, formats: {uuid: true}});
    const answer = async (text, headers) => {
      const all = {'Content-Type': 'application/json', ...headers};
      const response = await handler(
        new Request('https://x.example/', {method: 'POST', body: text, headers: all}),
      );
      const {schema} = post.responses[response.status].content['application/json'];
      const body = await response.json();
      assert.ok(ajv.validate(schema, body), `${response.status} ${JSON.stringify(body)} ${ajv.errorsText()}`);
      return response.status;
    };
    const {text, record} = made();
    const key = {'Idempotency-Key': record.id};
    assert.equal(await answer(text.replace('"automated":true', '"automated":false'), key), 422);
    assert.equal(await answer(text, key), 200);
    assert.equal(await answer(text, {}), 400);
    assert.equal(await answer('x'.repeat(70_000), {}), 413);
    assert.equal(await answer(text, {'Content-Type': 'text/plain'}), 415);
  });

  it('names the schema of a record that the package has', () => {
    const {$ref} = post.requestBody.content['application/json'].schema;
    const file = new URL(import.meta.resolve(`ipsm-consent/schemas/${$ref}`));
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).type, 'object');
  });
});
