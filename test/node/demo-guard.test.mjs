import assert from 'node:assert/strict';
import {request} from 'node:http';
import {networkInterfaces} from 'node:os';
import {after, before, describe, it} from 'node:test';
import {createApp} from '../../out/demo/server/app.js';
import {openInMemory} from '../../out/demo/server/database.js';
import {listen} from '../../out/demo/server/listen.js';
import {aigerim, decision, register} from '../helpers/demo-server.mjs';

describe('the demo’s server', () => {
  let database, app;
  before(async () => {
    database = await openInMemory();
    app = await createApp({database, hosts: ['qa.example']});
  });
  after(() => database.close());

  for (const [url, status] of [
    ['http://localhost:8080/', 200],
    ['http://127.0.0.1/', 200],
    ['http://[::1]:8080/', 200],
    ['http://192.168.1.5:8080/', 200],
    ['https://qa.example/', 200],
    ['http://evil.example/', 421],
    ['http://localhost.evil.example/', 421],
    ['http://qa.example.evil.example/policy/manifest.json', 421],
  ]) {
    it(`answers a request for ${url} with ${status}`, async () => {
      assert.equal((await app.request(url)).status, status);
    });
  }

  const SWITCH = {token: 'a-token-of-a-tester', setting: 'release', value: 'second'};
  for (const [what, headers, status] of [
    ['a page of its own', {'Sec-Fetch-Site': 'same-origin', Origin: 'null'}, 200],
    ['a program', {}, 200],
    ['another site', {'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example'}, 403],
    ['another port of this machine', {'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:3000'}, 403],
    ['another site, in an old browser', {Origin: 'https://evil.example'}, 403],
    ['its own site, in an old browser', {Origin: 'http://localhost'}, 200],
  ]) {
    it(`answers a switch posted by ${what} with ${status}`, async () => {
      const body = new URLSearchParams(SWITCH);
      assert.equal((await app.request('/qa', {method: 'POST', body, headers})).status, status);
    });
  }

  for (const [what, path, type, body] of [
    ['millions of fields', '/plain-register', 'application/x-www-form-urlencoded', 'a=&'.repeat(4_900_000)],
    [
      'as many fields as go into what a form may weigh',
      '/plain-register',
      'application/x-www-form-urlencoded',
      'a=&'.repeat(80_000),
    ],
    [
      'hundreds of thousands of parts',
      '/register',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(350_000),
    ],
  ]) {
    it(`refuses ${what}, cheaply`, async () => {
      const headers = {'Content-Type': type, Accept: 'application/json'};
      const before = process.cpuUsage();
      const response = await app.request(path, {method: 'POST', body, headers});
      const {user, system} = process.cpuUsage(before);
      assert.equal(response.status, 413);
      assert.equal((await response.json()).errors[0].code, 'body-too-large');
      assert.ok(user + system < 1_000_000, `${(user + system) / 1000} ms of CPU`);
    });
  }

  it('still takes a form with nine fields and files', async () => {
    const files = new File([new Uint8Array(2 ** 20)], 'a.png', {type: 'image/png'});
    assert.equal((await register(app, decision().text, {...aigerim, documents: files})).status, 200);
  });
});

describe('the demo’s ledger', () => {
  let database;
  before(async () => (database = await openInMemory()));
  after(() => database.close());
  const read = async (app, url, authorization) => {
    const response = await app.request(url, {headers: authorization ? {Authorization: authorization} : {}});
    return [response.status, response.headers.get('WWW-Authenticate')];
  };

  it('opens to this machine alone while it has no password', async () => {
    const app = await createApp({database, hosts: ['qa.example']});
    for (const path of ['ledger', 'ledger/export?format=csv']) {
      assert.deepEqual(await read(app, `http://localhost/${path}`), [200, null]);
      assert.deepEqual(await read(app, `https://qa.example/${path}`), [403, null]);
      assert.deepEqual(await read(app, `http://192.168.1.5/${path}`), [403, null]);
    }
  });

  it('opens to whoever has the password, once there is one', async () => {
    const app = await createApp({database, ledgerPassword: 'құпия:сөз'});
    const basic = (text) => `Basic ${Buffer.from(text).toString('base64')}`;
    const asked = [401, 'Basic realm="ledger", charset="UTF-8"'];
    for (const path of ['ledger', 'ledger?record=x', 'ledger/export']) {
      const url = `http://localhost/${path}`;
      for (const wrong of [undefined, basic('x:y'), basic('құпия:сөз'), 'Bearer x', 'Basic !'])
        assert.deepEqual(await read(app, url, wrong), asked, wrong);
      assert.deepEqual(await read(app, url, basic('auditor:құпия:сөз')), [200, null]);
    }
  });

  const elsewhere = Object.values(networkInterfaces())
    .flat()
    .find(({family, internal}) => family === 'IPv4' && !internal)?.address;
  it(
    'is not opened by a name that a request gives itself',
    {skip: elsewhere ? false : 'this machine has no other address'},
    async () => {
      const {server, port} = await listen(await createApp({database}), 0, '0.0.0.0');
      const status = (host) =>
        new Promise((resolve, reject) => {
          const headers = {Host: 'localhost'};
          request({host, port, path: '/ledger', headers, agent: false}, (response) => {
            response.resume();
            resolve(response.statusCode);
          })
            .on('error', reject)
            .end();
        });
      assert.deepEqual([await status('127.0.0.1'), await status(elsewhere)], [200, 403]);
      server.close();
      server.closeAllConnections();
    },
  );
});
