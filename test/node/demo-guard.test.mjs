import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createApp} from '../../out/demo/server/app.js';
import {openInMemory} from '../../out/demo/server/database.js';
import {Authorization, aigerim, decision, ledgerPassword, register} from '../helpers/demo-server.mjs';

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
    ['a page that does not say which, in an old browser', {Origin: 'null'}, 403],
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
    ...['Content-Disposition:', 'content-disposition:', '\tContent-DISPOSITION :'].map((header) => [
      `hundreds of thousands of parts with ${JSON.stringify(header)}`,
      '/register',
      'multipart/form-data; boundary=b',
      `${`--b\r\n${header} form-data; name="a"\r\n\r\n\r\n`.repeat(350_000)}--b--\r\n`,
    ]),
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
  const PATHS = ['ledger', 'ledger?record=x', 'ledger/export', 'ledger/export?format=csv'];
  const ASKED = [401, 'Basic realm="ledger", charset="UTF-8"'];
  const basic = (text) => `Basic ${Buffer.from(text).toString('base64')}`;
  const read = async (app, url, headers = {}) => {
    const response = await app.request(url, {headers});
    return [response.status, response.headers.get('WWW-Authenticate')];
  };

  it('opens to whoever has the password, and to nobody else', async () => {
    const app = await createApp({database, ledgerPassword});
    for (const path of PATHS) {
      const url = `http://localhost/${path}`;
      for (const wrong of [basic('x:y'), basic(ledgerPassword), 'Bearer x', 'Basic !'])
        assert.deepEqual(await read(app, url, {Authorization: wrong}), ASKED, wrong);
      assert.deepEqual(await read(app, url, {Authorization}), [200, null]);
    }
  });

  for (const [whence, url, headers] of [
    ['this machine', 'http://localhost'],
    ['another machine', 'http://192.168.1.5'],
    ['a proxy on this machine, which says so', 'http://127.0.0.1', {'X-Forwarded-For': '203.0.113.5'}],
    ['a proxy on this machine, as nginx hands on', 'http://127.0.0.1:8080', {Connection: 'close'}],
  ]) {
    it(`asks whoever comes from ${whence} for a password, whether somebody has set one or not`, async () => {
      for (const options of [{}, {ledgerPassword}]) {
        const app = await createApp({database, ...options});
        for (const path of PATHS) assert.deepEqual(await read(app, `${url}/${path}`, headers), ASKED, path);
      }
    });
  }

  it('says in the language of whoever asks where the password is', async () => {
    const app = await createApp({database});
    for (const [address, lang, said] of [
      ['/ledger', 'ru', 'терминал'],
      ['/ledger?lang=en', 'ru', 'terminal'],
      ['/ledger', '', 'терминалда'],
    ]) {
      const response = await app.request(address, {headers: {'Accept-Language': lang}});
      assert.match(await response.text(), new RegExp(`${said}.*LEDGER_PASSWORD`));
    }
  });
});
