import puppeteer from 'puppeteer-core';
import {chromiumArgs, startWebKitDriver} from '../../test/helpers/launchers.mjs';

/** @typedef {import('../browsers.mjs').Engine} Engine */
/**
 * A tab with a storage of its own, in which everything is done as by a person: clicks and keys go through the driver.
 * @typedef {{
 *   goto(url: string): Promise<unknown>, back(): Promise<unknown>, forward(): Promise<unknown>,
 *   run(what: Function | string, ...args: unknown[]): Promise<any>,
 *   clickAt(x: number, y: number): Promise<unknown>, press(key: string): Promise<unknown>,
 *   type(text: string): Promise<unknown>,
 *   told(): Promise<string[]>, close(): Promise<unknown>,
 *   script?(isOn: boolean): Promise<unknown>, hold?(): Promise<() => Promise<unknown>>}} Tab
 * `script` turns it off and on again, and `hold` keeps it from coming until what it gives is called: not every driver can.
 */

/**
 * Runs in each page before anything of its own. What the console and the browser say against the page outlives it, in
 * `sessionStorage`; how far things moved that nobody had moved is told by Chromium alone.
 */
function watch() {
  if (window.watched) return;
  window.watched = {shift: 0};
  // words that came a moment ago cannot be agreed to yet: all that is drawn has been there for ten seconds
  const now = performance.now.bind(performance);
  performance.now = () => now() - 10_000;
  const tell = (text) => {
    const told = JSON.parse(sessionStorage.getItem('told') ?? '[]');
    sessionStorage.setItem('told', JSON.stringify([...told, text]));
  };
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...parts) => {
      tell(`${parts.map((part) => part?.stack ?? String(part)).join(' ')}`);
      say.apply(console, parts);
    };
  }
  addEventListener('error', ({message}) => tell(`error: ${message}`));
  addEventListener('unhandledrejection', ({reason}) => tell(`rejection: ${reason?.stack ?? reason}`));
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const {hadRecentInput, value} of list.getEntries())
        if (!hadRecentInput) window.watched.shift += value;
    }).observe({type: 'layout-shift', buffered: true});
}

/** For a server to put into its pages, where a driver cannot. */
export const WATCH = `<script>(${watch})()</script>`;

/**
 * What may be said: by the browser of an answer that refuses, since the scenario asks for one; and by Lit of
 * itself, where an app is being developed.
 */
const EXPECTED = /^Failed to load resource: .*\b422\b|^Lit is in dev mode\./;

/** Chromium by its own protocol, Firefox by WebDriver BiDi. @param {Engine} engine */
async function openWithPuppeteer({name, path: executablePath}) {
  const args = name === 'chromium' ? chromiumArgs() : [];
  const browser = await puppeteer.launch({
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    args,
  });
  return {
    /** @returns {Promise<Tab>} */
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({width: 800, height: 1000});
      await page.evaluateOnNewDocument(watch);
      const told = [];
      page.on('pageerror', (error) => told.push(`page: ${error}`));
      page.on('console', (message) => {
        if (/^(error|warn|warning|assert)$/.test(message.type()))
          told.push(`${message.text()} ${message.location().url ?? ''}`);
      });
      return {
        goto: (url) => page.goto(url, {timeout: 120_000}),
        // a page that comes back from where it was kept tells puppeteer of no navigation
        back: () => page.evaluate(() => void history.back()),
        forward: () => page.evaluate(() => void history.forward()),
        run: (what, ...args) => page.evaluate(what, ...args),
        clickAt: (x, y) => page.mouse.click(x, y),
        press: (key) => page.keyboard.press(key),
        type: (text) => page.keyboard.type(text),
        // Firefox's driver cannot
        script: name === 'chromium' ? (isOn) => page.setJavaScriptEnabled(isOn) : undefined,
        async hold() {
          const held = [];
          // by the address: WebDriver BiDi does not tell what a request is for
          const take = (request) =>
            /\.m?js(\?|$)/.test(request.url()) ? held.push(request) : request.continue();
          await page.setRequestInterception(true);
          page.on('request', take);
          return async () => {
            page.off('request', take);
            page.on('request', (request) => request.continue());
            await Promise.all(held.map((request) => request.continue()));
          };
        },
        told: async () => told.splice(0),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** What was told, without what may be. @param {string[]} told */
export const unexpected = (told) => [...new Set(told)].filter((text) => !EXPECTED.test(text));

/** Code points that WebDriver gives to keys without a character. */
const KEYS = {Tab: '\uE004'};

/** WebKitGTK by WebDriver. @param {Engine} engine */
async function openWithWebDriver(engine) {
  const {hostname, port, capabilities} = await startWebKitDriver(engine);
  async function ask(method, path, body) {
    const response = await fetch(`http://${hostname}:${port}${path}`, {
      method,
      ...(method === 'POST' ? {body: JSON.stringify(body ?? {})} : {}),
    });
    const {value} = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  }
  return {
    /** @returns {Promise<Tab>} */
    async open() {
      const {'wdio:enforceWebDriverClassic': _, ...own} = capabilities;
      const {sessionId} = await ask('POST', '/session', {capabilities: {alwaysMatch: own}});
      const session = `/session/${sessionId}`;
      const strike = (keys) =>
        act({
          type: 'key',
          id: 'keyboard',
          actions: keys.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({type, value}))),
        });
      const act = (source) => ask('POST', `${session}/actions`, {actions: [source]});
      return {
        goto: (url) => ask('POST', `${session}/url`, {url}),
        back: () => ask('POST', `${session}/back`),
        forward: () => ask('POST', `${session}/forward`),
        run: (what, ...args) =>
          ask('POST', `${session}/execute/sync`, {script: `return (${what})(...arguments)`, args}),
        clickAt: (x, y) =>
          act({
            type: 'pointer',
            id: 'mouse',
            parameters: {pointerType: 'mouse'},
            actions: [
              {type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y)},
              {type: 'pointerDown', button: 0},
              {type: 'pointerUp', button: 0},
            ],
          }),
        press: (key) => strike([KEYS[key] ?? key]),
        type: (text) => strike([...text]),
        told: async () => [],
        close: () => ask('DELETE', session),
      };
    },
    close: async () => {},
  };
}

/** @param {Engine} engine */
export const openBrowser = (engine) =>
  engine.name === 'webkit' ? openWithWebDriver(engine) : openWithPuppeteer(engine);
