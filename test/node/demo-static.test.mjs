import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {isState, stateNames} from '../../out/demo/client/gallery/states.js';
import {serveFolders} from '../../scripts/gallery/serve-folder.mjs';
import {writeStaticSite} from '../../scripts/gallery/static-site.mjs';
import {launchChromium, skip} from '../helpers/chromium.mjs';

/** Below a web server's root, as on a site that has other things as well. */
const BELOW = '/qa/consent';
const folder = mkdtempSync(join(tmpdir(), 'ipsm-static-'));
/** @type {string[]} */
const problems = [];
let site, browser, page;

before(async () => {
  if (skip) return;
  writeStaticSite(join(folder, BELOW));
  site = await serveFolders({'/': folder});
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('requestfailed', (request) => problems.push(`${request.url()} failed`));
});

after(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Opens an address of the site, and waits until frames and page show what they are to show. */
async function open(address) {
  await page.goto(`http://localhost:${site.port}${BELOW}/${address}`);
  await page.waitForFunction(() =>
    document.querySelector('iframe')
      ? document.querySelector('iframe').contentDocument?.documentElement.dataset.shown
      : document.documentElement.dataset.shown,
  );
}

const noProblems = () => assert.deepEqual([...problems.splice(0), ...site.missing.splice(0)], []);

test('a web server that knows nothing but files serves every state, without an error', {skip}, async () => {
  for (const state of stateNames) {
    await open(`gallery-frame.html?state=${state}`);
    const shown = await page.evaluate(() => ({
      name: document.documentElement.dataset.shown,
      drawn: [...document.querySelector('#gallery').querySelectorAll('*')].filter((each) => each.shadowRoot)
        .length,
    }));
    assert.equal(shown.name, state);
    assert.ok(shown.drawn > 0, state);
  }
  noProblems();
});

test('the folder alone leads to the gallery, in the language of the address', {skip}, async () => {
  await open('?lang=ru');
  const shown = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    names: [...document.querySelectorAll('article h3 code')].map((each) => each.textContent),
    frame: document.querySelector('iframe').contentDocument.documentElement.lang,
  }));
  assert.deepEqual(shown, {
    lang: 'ru',
    title: 'IPSM — галерея элементов',
    names: stateNames,
    frame: 'ru',
  });
  noProblems();
});

test('a state has an address, and so do its settings', {skip}, async () => {
  await open('gallery.html?state=box-changes&lang=en&theme=dark&host=paper&width=320');
  const frame = await page.$eval('iframe', ({contentDocument, contentWindow}) => ({
    lang: contentDocument.documentElement.lang,
    theme: contentDocument.documentElement.dataset.theme,
    sheets: [...contentDocument.styleSheets].map(({href}) => href.replace(/.*\//, '')),
    width: contentWindow.innerWidth,
    words: contentDocument.querySelector('ipsm-consent-checkbox').shadowRoot.querySelector('[part=changes]')
      .innerText,
  }));
  assert.deepEqual(
    {...frame, words: frame.words.split('\n')[0].trim()},
    {
      lang: 'en',
      theme: 'dark',
      sheets: ['plain.css', 'paper.css'],
      width: 320,
      words: 'What has changed in the policy since you agreed on 21 October 2026:',
    },
  );
  noProblems();
});

for (const [switches, expected] of Object.entries({
  'manifest=server-error': 'The policy text did not load',
  'manifest=foreign-id': 'The policy text did not load',
  'network=offline': 'The policy text did not load',
  'network=endless': 'The policy text is loading',
})) {
  test(`the box says so where ${switches}`, async () => {
    await open(`gallery-frame.html?state=box&lang=en&${switches}`);
    const text = await page.$eval('ipsm-consent-checkbox', ({shadowRoot}) => shadowRoot.textContent);
    assert.match(text, new RegExp(expected));
    noProblems();
  });
}

test('a state that its settings keep from coming is shown as far as it comes', {skip}, async () => {
  await open('gallery-frame.html?state=box-new-words&network=offline');
  problems.splice(0);
  noProblems();
});

test('an unknown state is said to be unknown', {skip}, async () => {
  assert.equal(isState('box-of-pandora'), false);
  await open('gallery.html?state=box-of-pandora&lang=en');
  assert.match(await page.$eval('#unknown', ({innerText}) => innerText), /no such state/);
  noProblems();
});

test('a report says address, build, settings, events, record and what is stored', {skip}, async () => {
  await open('gallery.html?state=box-ticked&lang=en&manifest=good');
  await page.waitForFunction(() => document.querySelector('#build').textContent);
  await page.click('#copy-report');
  const report = await page.waitForFunction(() => document.querySelector('#report').value);
  const text = await report.jsonValue();
  for (const part of [
    page.url(),
    /Version: \d+\.\d+\.\d+, build [0-9a-f]{8}/,
    /Browser: Mozilla/,
    /state=box-ticked/,
    /ipsm-consent-change .*cause: script/,
    /"schema": "ipsm-consent-record\/1"/,
  ])
    assert.ok(part instanceof RegExp ? part.test(text) : text.includes(part), `${part} in ${text}`);
  noProblems();
});
