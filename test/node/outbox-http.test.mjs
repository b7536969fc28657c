import fc from 'fast-check';
import {canonicalJson} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import {memoryStorage} from '../../dist/platform/memory-storage.js';
import {Outbox} from '../../dist/platform/outbox.js';
import {faultServer} from '../helpers/fault-server.mjs';

/** The outbox against a real server over real sockets, which fails, hangs, dies in mid-answer, goes away and comes back. */

const sample = JSON.parse(readFileSync(new URL('../fixtures/record-example.json', import.meta.url), 'utf8'));
const FAULTS = [
  ...['503', '429', '500 after it was kept', 'hanging', 'hanging after it was kept', 'hung up', 'a page'],
  ...['hung up after it was kept', 'died in mid-answer', 'another id', 'redirect', 'no content', 'fine'],
];
const ROUNDS = 25;
const {timeout} = AbortSignal;

before(() => {
  globalThis.document = {baseURI: 'https://operator.example/'};
  globalThis.navigator ??= {};
  AbortSignal.timeout = () => timeout(100);
});
after(() => {
  AbortSignal.timeout = timeout;
});

async function startServer(serve, port = 0) {
  const server = createServer((req, res) => void serve(req, res));
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}

const stop = (server) =>
  new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });

/** Every moment is one at which there is hope again. */
async function untilAcknowledged(outbox, records) {
  const isDone = () => records.every(({id}) => outbox.delivery(id) === 'acknowledged');
  for (const end = Date.now() + 20_000; !isDone();) {
    assert.ok(Date.now() < end, 'not all were acknowledged');
    outbox.flush(Date.now());
    // gives the server its turn: attempts are made one after another, and nothing tells that one has failed
    await new Promise((later) => setTimeout(later, 5));
  }
}

test(`${ROUNDS} visits with a server that fails: nothing lost, nothing counted twice, in order`, async (t) => {
  const serve = faultServer();
  const sum = {decided: 0, requests: 0, kept: 0};
  const plans = fc.sample(fc.array(fc.constantFrom(...FAULTS), {minLength: 4, maxLength: 10}), ROUNDS);
  let server = await startServer(serve);
  const {port} = server.address();
  for (const [round, plan] of plans.entries()) {
    const desk = `http://127.0.0.1:${port}/faults/${round}`;
    await fetch(`${desk}/plan`, {method: 'PUT', body: JSON.stringify(plan)});
    const outbox = new Outbox(memoryStorage(), 'ipsm-privacy', () => {});
    const records = [1, 2, 3, 4].map((n) => ({...sample, id: `0000000${n}-0000-4000-8000-000000000000`}));
    for (const [n, record] of records.entries()) {
      outbox.add(record, `${desk}/decisions`);
      // in some visits the server goes away altogether, and comes back under its address
      if (n === 2 && round % 5 === 0) {
        await stop(server);
        outbox.flush(Date.now());
        server = await startServer(serve, port);
      }
    }
    await untilAcknowledged(outbox, records);
    const {ledger, requests} = await (await fetch(`${desk}/seen`)).json();
    assert.deepEqual(
      ledger,
      records.map((record) => ({id: record.id, body: canonicalJson(record)})),
      plan.join(),
    );
    sum.decided += records.length;
    sum.requests += requests.length;
    sum.kept += ledger.length;
  }
  await stop(server);
  t.diagnostic(
    `${sum.decided} decided, ${sum.requests} requests, ${sum.kept} kept once each, 0 lost, 0 doubled`,
  );
});
