import {mkdirSync} from 'node:fs';
import {dirname, resolve, sep} from 'node:path';

/**
 * Server side of test/helpers/commands.ts. Input goes through the driver and not through scripts, so that events
 * are trusted. Puppeteer drives Chromium (DevTools protocol) and Firefox (WebDriver BiDi); WebKit has plain
 * WebDriver, spoken to directly because the test runner's wrapper holds all keys of a text down at once.
 */

/** Code points that WebDriver gives to keys without a character. */
const WEBDRIVER_KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** @param {string} value */
const keyDown = (value) => ({type: 'keyDown', value});
/** @param {string} value */
const keyUp = (value) => ({type: 'keyUp', value});

/** Presses one key in WebKit. @param {any} driver @param {string[]} held @param {string} key */
function pressInWebDriver(driver, held, key) {
  const code = (name) => WEBDRIVER_KEYS[name] ?? name;
  const modifiers = held.map(code);
  const down = [...modifiers, code(key)].map(keyDown);
  const up = [code(key), ...modifiers.reverse()].map(keyUp);
  return driver.performActions([{type: 'key', id: 'keyboard', actions: [...down, ...up]}]);
}

/** @param {any} driver @param {{x: number, y: number, held: string[]}} at */
async function clickInWebDriver(driver, {x, y, held}) {
  const keys = held.map((name) => WEBDRIVER_KEYS[name]);
  const type = (actions) => driver.performActions([{type: 'key', id: 'keyboard', actions}]);
  const actions = [
    {type: 'pointerMove', duration: 0, x, y},
    {type: 'pointerDown', button: 0},
    {type: 'pointerUp', button: 0},
  ];
  if (keys.length > 0) await type(keys.map(keyDown));
  await driver.performActions([{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}]);
  if (keys.length > 0) await type(keys.map(keyUp));
}

/** The simplified form of one node of Chromium's accessibility tree. @param {any} node */
function simpleNode({role, name, description, value, properties = []}) {
  return {
    role: role?.value ?? '',
    name: name?.value ?? '',
    description: description?.value ?? '',
    value: value?.value ?? '',
    properties: Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
  };
}

/** @param {any} tree @returns {string[]} */
const frameIds = (tree) => [tree.frame.id, ...(tree.childFrames ?? []).flatMap(frameIds)];

/** @param {{screenshots: string}} options @returns {import('@web/test-runner-core').TestRunnerPlugin} */
export function commandsPlugin({screenshots}) {
  /** @type {WeakMap<object, Promise<any>>} */
  const cdpSessions = new WeakMap();

  /** Emulation lasts as long as the session that asked for it, so each page keeps one. @param {any} page */
  function cdp(page) {
    const session = cdpSessions.get(page) ?? page.createCDPSession();
    cdpSessions.set(page, session);
    return session;
  }

  /** @param {any} session */
  const pageOf = ({browser, id}) => (browser.type === 'puppeteer' ? browser.getPage(id) : undefined);

  /** @type {Record<string, (session: any, payload: any) => Promise<unknown>>} */
  const commands = {
    async 'ipsm-press'(session, {key, held}) {
      const page = pageOf(session);
      if (!page) await pressInWebDriver(session.browser.driver, held, key);
      else {
        for (const name of held) await page.keyboard.down(name);
        // in Firefox Puppeteer's 'Enter' is that of the number pad; this is the code point of the other
        const main = key === 'Enter' && session.browser.name === 'Firefox';
        await page.keyboard.press(main ? '\uE006' : key);
        for (const name of held.reverse()) await page.keyboard.up(name);
      }
      return true;
    },

    async 'ipsm-type'(session, {text}) {
      const page = pageOf(session);
      if (page) await page.keyboard.type(text);
      else for (const letter of text) await pressInWebDriver(session.browser.driver, [], letter);
      return true;
    },

    async 'ipsm-click'(session, {x, y, held}) {
      const page = pageOf(session);
      if (page) {
        for (const name of held) await page.keyboard.down(name);
        await page.mouse.click(x, y);
        for (const name of held) await page.keyboard.up(name);
      } else await clickInWebDriver(session.browser.driver, {x, y, held});
      return true;
    },

    async 'ipsm-emulate'(session, {media, features}) {
      if (session.browser.name !== 'Chromium') return false;
      const client = await cdp(pageOf(session));
      await client.send('Emulation.setEmulatedMedia', {media, features});
      return true;
    },

    async 'ipsm-viewport'(session, {width, height}) {
      const page = pageOf(session);
      if (!page) return false;
      await page.setViewport({width, height});
      return true;
    },

    async 'ipsm-accessibility-tree'(session) {
      if (session.browser.name !== 'Chromium') return false;
      const client = await cdp(pageOf(session));
      const {frameTree} = await client.send('Page.getFrameTree');
      const trees = [];
      for (const frameId of frameIds(frameTree))
        trees.push(await client.send('Accessibility.getFullAXTree', {frameId}));
      return trees.flatMap(({nodes}) => nodes.filter((node) => !node.ignored).map(simpleNode));
    },

    async 'ipsm-memory'(session) {
      if (session.browser.name !== 'Chromium') return false;
      const client = await cdp(pageOf(session));
      await client.send('Performance.enable');
      await client.send('HeapProfiler.collectGarbage');
      const {metrics} = await client.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({name, value}) => [name, value]));
    },

    async 'ipsm-screenshot'(session, {path}) {
      if (session.browser.name !== 'Chromium') return false;
      const file = resolve(screenshots, path);
      if (!file.startsWith(screenshots + sep))
        throw new Error(`${path} is outside of the screenshot folder.`);
      mkdirSync(dirname(file), {recursive: true});
      await pageOf(session).screenshot({path: file});
      return true;
    },
  };

  return {
    name: 'ipsm-commands',
    async executeCommand({command, payload, session}) {
      return commands[command]?.(session, payload ?? {});
    },
  };
}
