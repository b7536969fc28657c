import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, beforeEach, describe, it} from 'node:test';
import {createLedger, createVerifier, migrate} from 'ipsm-consent/server';
import {createApp} from '../../examples/express-login/server.mjs';
import {hashPassword} from '../../examples/express-login/session.mjs';
import {WORDS} from '../../examples/express-login/words.mjs';
import {launchChromium, skip} from '../helpers/chromium.mjs';
import {openEmbedded} from '../helpers/databases.mjs';
import {FIRST, manifest, noticeField, SECOND} from '../helpers/records.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const {kk} = WORDS;
const PASSWORD = 'a long one';
const BOX = 'ipsm-consent-checkbox';
const STATUS = 'ipsm-consent-status';
const TAGS = `${BOX}, ${STATUS}`;

const [first, second] = manifest.releases.map((release, i) => ({
  ...release,
  effectiveFrom: `202${i}-01-01T00:00:00+05:00`,
}));
const before2nd = {...manifest, releases: [first]};
const since2nd = {...manifest, releases: [first, second]};

describe('the example with a login', {skip}, () => {
  let database, ledger, verifier, server, url, browser;
  /** What a page says of itself that it should not. */
  const faults = [];
  let people = 0;

  /** Somebody with an account. */
  async function somebody() {
    const login = `person-${++people}`;
    const {rows} = await database.query(
      'insert into people (login, password, name, email) values ($1, $2, $3, $4) returning subject',
      [login, await hashPassword(PASSWORD), `Name of ${login}`, `${login}@example.kz`],
    );
    return {login, name: `Name of ${login}`, subject: rows[0].subject};
  }

  const publish = async (json) => (verifier = await createVerifier(json));
  const statusOf = async ({subject}) => (await ledger.standing(subject)).status;
  const recordsOf = async ({subject}) => (await ledger.consentsOf(subject)).map(({record}) => record);

  async function openPage(context) {
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      const told = `${message.text()} ${message.stackTrace()[0]?.url ?? ''}`;
      if (/Content Security Policy|TrustedHTML/i.test(told)) faults.push(told);
    });
    return page;
  }
  const openBrowser = () => browser.createBrowserContext();
  const go = (page, path) => page.goto(`${url}${path}`);
  const press = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
  const heading = (page) => page.$eval('h1', (element) => element.textContent);
  const pathOf = (page) => page.url().slice(url.length);
  const tick = (page) => page.click(`${BOX} >>> #box`);
  const goOn = (page) => press(page, 'form[action^="/agree"] > button');
  const signOut = (page) => press(page, 'form[action^="/sign-out"] button');
  const listOf = (page, selector) =>
    page.$$eval(selector, (found) => found.map(({textContent}) => textContent));

  async function signIn(page, {login}, path = '/my?lang=kk') {
    await go(page, path);
    await page.type('[name=login]', login);
    await page.type('[name=password]', PASSWORD);
    await press(page, 'form button');
  }
  async function agree(page) {
    await tick(page);
    await goOn(page);
    assert.equal(await heading(page), kk.data);
  }

  /** A form posted without a browser, by whoever the cookie says. */
  const post = (path, fields, headers = {}) =>
    fetch(`${url}${path}`, {method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields)});
  async function cookieOf({login}) {
    const answer = await post('/sign-in', {login, password: PASSWORD});
    return {Cookie: answer.headers.get('Set-Cookie').split(';')[0]};
  }

  before(async () => {
    [database, browser] = await Promise.all([openEmbedded(), launchChromium()]);
    await migrate(database);
    await database.query(read('examples/express-login/schema.sql'));
    ledger = createLedger(database, {verifier: () => verifier});
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${server.address().port}`;
    const secret = 'known to the test alone';
    server.on('request', createApp({database, verifier: () => verifier, secret, origin: url}));
  });
  beforeEach(() => publish(before2nd));
  after(async () => {
    await browser?.close();
    server?.close();
    server?.closeAllConnections();
    await database?.close();
  });

  it('asks again after a material release, says what changed, and goes on where one wanted to go', async () => {
    const person = await somebody();
    const page = await openPage(await openBrowser());
    await signIn(page, person, '/my?from=letter&lang=kk');
    assert.equal(await heading(page), kk.unasked);
    await agree(page);
    assert.equal(pathOf(page), '/my?from=letter&lang=kk');

    await publish(since2nd);
    await page.reload();
    assert.equal(await heading(page), kk.outdated);
    assert.ok(!(await page.content()).includes(person.name));
    assert.deepEqual(await listOf(page, '.changed li'), ['2']);
    assert.equal(await page.$eval(BOX, ({checked}) => checked), false);
    await agree(page);
    assert.equal(pathOf(page), '/my?from=letter&lang=kk');
    assert.ok((await page.content()).includes(person.name));

    const records = await recordsOf(person);
    const chain = await ledger.chainOf((await ledger.standing(person.subject)).last.id);
    assert.deepEqual(
      chain.map(({record, subject}) => [record.policy.version, record.prev?.id, subject]),
      [
        [FIRST, undefined, person.subject],
        [SECOND, chain[0].id, person.subject],
      ],
    );
    assert.equal(records.length, 2);
  });

  it('asks no second time in another browser, and asks there too after a withdrawal', async () => {
    const person = await somebody();
    const [here, there] = [await openPage(await openBrowser()), await openPage(await openBrowser())];
    await signIn(here, person);
    await agree(here);
    await signIn(there, person);
    assert.equal(await heading(there), kk.data);

    await go(here, '/consent?lang=kk');
    await Promise.all([
      here.waitForResponse((response) => response.url().endsWith('/consent/decisions') && response.ok()),
      here.click(`${STATUS} >>> [part=actions] button`),
    ]);
    for (const page of [there, here]) {
      await go(page, '/my?lang=kk');
      assert.equal(await heading(page), kk.withdrawn);
    }
    await agree(there);
    const states = (await recordsOf(person)).map(({event, prev}) => [event.state, Boolean(prev)]);
    assert.deepEqual(states.sort(), [
      ['given', false],
      ['given', true],
      ['withdrawn', true],
    ]);
  });

  it('asks the second of two people on one browser, and shows them nothing of the first', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const page = await openPage(await openBrowser());
    await signIn(page, one);
    await agree(page);
    await signOut(page);
    await signIn(page, other);
    assert.equal(await heading(page), kk.unasked);
    const shown = await page.$eval(BOX, (box) => [
      box.status,
      box.shadowRoot.querySelector('[part=status]').textContent.trim(),
      box.shadowRoot.querySelector('[part=changes]'),
    ]);
    assert.deepEqual(shown, ['unasked', '', null]);
    await go(page, '/consent?lang=kk');
    const words = await page.$eval(STATUS, (status) => [
      status.status,
      status.shadowRoot.querySelectorAll('[part=actions] button').length,
      status.shadowRoot.querySelector('.files'),
    ]);
    assert.deepEqual(words, ['unasked', 1, null]);

    await go(page, '/my?lang=kk');
    await agree(page);
    for (const {subject} of [one, other]) {
      const [record, ...more] = await recordsOf({subject});
      assert.deepEqual([record.subject.ref, record.prev, more], [subject, null, []]);
    }
  });

  it('refuses a form that one person ticked and sent in the session of another, and writes nothing', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const context = await openBrowser();
    const page = await openPage(context);
    await signIn(page, one);
    await tick(page);
    const record = await page.$eval(BOX, (box) => new FormData(box.form).get('consent-record'));
    const tab = await openPage(context);
    await go(tab, '/consent?lang=kk');
    await signOut(tab);
    await signIn(tab, other);
    await page.bringToFront();
    const [answer] = await goOn(page);
    assert.equal(answer.status(), 422);
    assert.deepEqual(await listOf(page, '.error[role=alert]'), [kk.otherPerson]);
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => /\/1\//.test(key)));
    assert.deepEqual(kept, []);

    const headers = await cookieOf(other);
    const notice = await noticeField(before2nd, FIRST);
    for (const fields of [
      {person: one.subject, consent: 'on', 'consent-notice': notice},
      {person: one.subject, consent: 'on', 'consent-record': record},
      // as if the page had not said for whom it was printed
      {person: other.subject, consent: 'on', 'consent-record': record},
    ])
      assert.equal((await post('/agree', fields, headers)).status, 422);
    assert.deepEqual([await statusOf(one), await statusOf(other)], ['unasked', 'unasked']);
    assert.equal((await ledger.chainOf(JSON.parse(record).id)).length, 0);

    await agree(page);
    assert.deepEqual([await statusOf(one), await statusOf(other)], ['unasked', 'given']);
  });

  it('lets one agree without JavaScript as well, and says there what changed', async () => {
    const person = await somebody();
    const page = await openPage(await openBrowser());
    await page.setJavaScriptEnabled(false);
    await signIn(page, person);
    const agreeHere = async () => {
      await page.click(`${BOX} input[type=checkbox]`);
      await goOn(page);
      assert.equal(await heading(page), kk.data);
    };
    await agreeHere();
    await publish(since2nd);
    await page.reload();
    assert.equal(await heading(page), kk.outdated);
    assert.deepEqual(await listOf(page, '.changed li'), ['2']);
    await agreeHere();
    const records = await recordsOf(person);
    assert.deepEqual(records.map(({policy, event}) => `${policy.version} ${event.method}`).sort(), [
      `${FIRST} form-fallback`,
      `${SECOND} form-fallback`,
    ]);
  });

  it('is shown in docs/server.md word for word, as far as it matters', () => {
    const plain = (text) => text.replace(/\s+/g, ' ');
    const [code, docs] = ['examples/express-login/server.mjs', 'docs/server.md'].map((path) => read(path));
    const [, section] = /\n## Signed-in people\n([\s\S]*?)\n## /.exec(docs);
    const shown = [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, lines]) => plain(lines));
    assert.equal(shown.length, 3);
    for (const lines of shown) assert.ok(plain(code).includes(lines), lines);
  });

  it('speaks Kazakh first, else what the address or the browser asks for', async () => {
    const titleOf = async (path, headers = {}) =>
      /<h1>(.*?)<\/h1>/.exec(await (await fetch(`${url}${path}`, {headers})).text())[1];
    const russian = {'Accept-Language': 'de, ru;q=0.8'};
    assert.equal(await titleOf('/sign-in'), kk.signIn);
    assert.equal(await titleOf('/sign-in', russian), WORDS.ru.signIn);
    assert.equal(await titleOf('/sign-in?lang=en', russian), WORDS.en.signIn);
    for (const words of Object.values(WORDS)) assert.deepEqual(Object.keys(words), Object.keys(kk));
  });

  it('believes the session that it has signed, and nothing else that comes from a browser', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const wanted = {next: '//elsewhere.example/', password: PASSWORD};
    const answer = await post('/sign-in', {login: one.login, ...wanted});
    assert.equal(answer.headers.get('Location'), '/my?lang=kk');
    assert.match(answer.headers.get('Set-Cookie'), /^session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
    for (const [login, password] of [
      [one.login, 'another'],
      ['nobody', PASSWORD],
    ])
      assert.equal((await post('/sign-in', {login, password})).status, 401);
    const elsewhere = {'Sec-Fetch-Site': 'cross-site'};
    assert.equal((await post('/sign-in', {login: one.login, ...wanted}, elsewhere)).status, 403);

    const {Cookie} = await cookieOf(one);
    const get = (cookie) => fetch(`${url}/my`, {redirect: 'manual', headers: {Cookie: cookie}});
    const mine = await get(Cookie);
    assert.equal(mine.status, 200);
    const html = await mine.text();
    assert.ok(html.includes(one.subject));
    assert.match(mine.headers.get('Content-Security-Policy'), /script-src 'self';/);
    assert.doesNotMatch(html, /<script(?! type="application\/json"|\s+src=)|<style|\sstyle=|\son\w+=/);
    const [, end, signature] = Cookie.split('.');
    for (const forged of [
      `session=${other.subject}.${end}.${signature}`,
      `session=${one.subject}.${end}9.${signature}`,
      `session=${one.subject}.${end}.`,
      '',
    ])
      assert.equal((await get(forged)).status, 303);
  });

  it('has nothing on its pages that the development file would tell of', async () => {
    const page = await openPage(await openBrowser());
    const told = [];
    page.on('console', (message) => told.push(message.text()));
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().endsWith('/ipsm-consent-all.min.js')) return request.continue();
      return request.respond({
        contentType: 'text/javascript',
        body: read('dist/cdn/ipsm-consent.dev.min.js'),
      });
    });
    /** What it tells of a page: all of it has been looked at once it tells of a mistake that comes last. */
    const mistakes = async () => {
      await page.waitForFunction((tags) => document.querySelector(tags)?.matches(':defined'), {}, TAGS);
      await page.$eval(TAGS, (element) => element.setAttribute('polcy', ''));
      while (!told.some((line) => line.includes('polcy')))
        await page.evaluate(() => new Promise(requestAnimationFrame));
      return told.splice(0).filter((line) => /\[(?!gaps)/.test(line) && !line.includes('polcy'));
    };
    await signIn(page, await somebody());
    assert.deepEqual(await mistakes(), []);
    await agree(page);
    await go(page, '/consent?lang=kk');
    assert.deepEqual(await mistakes(), []);
  });

  it('has nothing on its pages that their content security policy holds back', () => {
    assert.deepEqual(faults, []);
  });
});
