import {chromeLauncher} from '@web/test-runner-chrome';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import {spawn} from 'node:child_process';
import {connect} from 'node:net';
import {freePort} from './free-port.mjs';

/** @typedef {import('../../scripts/browsers.mjs').Engine} Engine */

/**
 * Launchers name themselves after the driver, WebKit's only in initialize(); reports want the engine's name.
 * @template {{name: string, initialize?: Function}} T @param {T} launcher @param {string} name
 */
function named(launcher, name) {
  const initialize = launcher.initialize?.bind(launcher);
  return Object.assign(launcher, {
    name,
    /** @param {unknown[]} args */
    async initialize(...args) {
      await initialize?.(...args);
      launcher.name = name;
    },
  });
}

/** How Chromium is started. */
export function chromiumArgs() {
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // containers often give /dev/shm 64 MB
    '--disable-dev-shm-usage',
  ];
  // as root Chromium refuses to start with its sandbox
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return args;
}

/** @param {Engine} engine */
function chromium({path, label}) {
  const args = chromiumArgs();
  return named(chromeLauncher({launchOptions: {executablePath: path, headless: true, args}}), label);
}

/** @param {Engine} engine */
function firefox({path, label}) {
  const launchOptions = /** @type {const} */ ({browser: 'firefox', executablePath: path, headless: true});
  return named(chromeLauncher({launchOptions}), label);
}

/** @param {number} port @param {number} deadline */
async function answers(port, deadline) {
  for (;;) {
    const up = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => (socket.destroy(), resolve(true))).once('error', () => resolve(false));
    });
    if (up) return;
    if (Date.now() > deadline) throw new Error('WebKitWebDriver did not start within 30 seconds.');
    // Polled, since no event tells that the driver listens; the pause only leaves it a core to start on.
    await new Promise((resolve) => setTimeout(resolve, 50)); // no result depends on its length
  }
}

/**
 * Starts WebKit's driver, and says how to ask it for a browser.
 * @param {Engine} engine
 */
export async function startWebKitDriver({path, miniBrowser, display = []}) {
  const port = await freePort();
  const [program, ...args] = [...display, path, `--port=${port}`];
  const driver = spawn(program, args, {stdio: 'ignore', detached: true});
  // the whole group: killing xvfb-run alone leaves Xvfb and the driver behind, and CI waits for them
  process.once('exit', () => {
    try {
      process.kill(-driver.pid);
    } catch {
      // already gone
    }
  });
  // these end a process without an exit event, unless somebody listens
  for (const signal of ['SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  await answers(port, Date.now() + 30_000);
  const capabilities = {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': {binary: miniBrowser, args: ['--automation']},
  };
  return {hostname: '127.0.0.1', port, path: '/', capabilities};
}

/** @param {Engine} engine */
const webkit = async (engine) => named(webdriverLauncher(await startWebKitDriver(engine)), engine.label);

const makers = {chromium, firefox, webkit};

/** @param {Engine[]} engines */
export const launchers = (engines) => Promise.all(engines.map((engine) => makers[engine.name](engine)));
