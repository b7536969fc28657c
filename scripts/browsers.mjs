/**
 * Finds the browser engines that the tests drive, and installs what is missing where that is possible.
 * Only Node's built-ins: scripts/ready.mjs uses this before any dependency is known to work.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {accessSync, constants, readdirSync, statSync} from 'node:fs';
import {homedir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} EngineName
 * @typedef {{name: EngineName, label: string, path: string | undefined, why?: string,
 *   miniBrowser?: string, display?: string[]}} Engine
 *   `path` is undefined when the engine is missing, and `why` then says what is missing.
 *   `display` is the command put before the WebKit driver when there is no display.
 */

const LABELS = /** @type {const} */ ({chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit'});
const APT = {
  chromium: ['chromium', 'fonts-noto-core'],
  firefox: ['firefox-esr'],
  // MiniBrowser itself comes with the library that the driver depends on
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};
const PLAYWRIGHT = 'playwright-core@1.65.1';
const env = process.env;

export const ENGINES = /** @type {EngineName[]} */ (Object.keys(LABELS));
export const inCI = Boolean(env.CI) && env.CI !== 'false' && env.CI !== '0';

/** @param {string | undefined} path */
function isProgram(path) {
  if (!path) return false;
  try {
    accessSync(path, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string[]} names */
function onPath(...names) {
  const ends = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const name of names)
    for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean))
      for (const end of ends) if (isProgram(join(folder, name + end))) return join(folder, name + end);
  return undefined;
}

/** Like a glob of one `*` per level. @param {string} root @param {(string | RegExp)[]} levels @returns {string[]} */
function expand(root, levels) {
  const [level, ...rest] = levels;
  if (level === undefined) return [root];
  if (typeof level === 'string') return expand(join(root, level), rest);
  try {
    const names = readdirSync(root).filter((name) => level.test(name));
    // newest first: cache folders carry the version in their name
    names.sort((a, b) => b.localeCompare(a, 'en', {numeric: true}));
    return names.flatMap((name) => expand(join(root, name), rest));
  } catch {
    return [];
  }
}

/** Folders in which programs are installed, per system. */
function programFolders() {
  if (process.platform === 'darwin') return ['/Applications', join(homedir(), 'Applications')];
  if (process.platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
  return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt'];
}

/** @param {Record<string, string[]>} places relative to the program folders, by process.platform */
function inPrograms(places) {
  const relative = places[process.platform] ?? places.linux ?? [];
  return programFolders()
    .flatMap((folder) => relative.map((place) => join(folder, place)))
    .find(isProgram);
}

/** Chromium downloaded by Playwright or Puppeteer for some other project is as good as any. */
function chromiumInCaches() {
  const home = homedir();
  const caches = [env.PLAYWRIGHT_BROWSERS_PATH, env.PUPPETEER_CACHE_DIR];
  for (const name of ['ms-playwright', 'puppeteer'])
    caches.push(
      join(home, '.cache', name),
      join(home, 'Library', 'Caches', name),
      join(env.LOCALAPPDATA ?? home, name),
    );
  const app = [/\.app$/, 'Contents', 'MacOS', /^(Chromium|Google Chrome for Testing)$/];
  const ends = [[/^chrome$/], [/^chrome\.exe$/], app];
  return caches
    .filter((cache) => cache !== undefined)
    .flatMap((cache) =>
      ends.flatMap((end) => [
        ...expand(cache, [/^chromium-\d+$/, /^chrome-/, ...end]),
        ...expand(cache, ['chrome', /./, /^chrome-/, ...end]),
      ]),
    )
    .find(isProgram);
}

/** A path given in the environment wins, and a wrong one is an error and not a reason to look elsewhere. */
function fromEnvironment(variable) {
  const path = env[variable];
  if (path && !isProgram(path)) throw new Error(`${variable} is set to ${path}, which is not a program.`);
  return path || undefined;
}

function findChromium() {
  return (
    fromEnvironment('CHROME_PATH') ??
    onPath(
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge',
      'msedge',
    ) ??
    inPrograms({
      linux: ['chromium', 'google/chrome/chrome', 'chromium.org/chromium/chrome'],
      darwin: [
        'Chromium.app/Contents/MacOS/Chromium',
        'Google Chrome.app/Contents/MacOS/Google Chrome',
        'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      win32: [
        'Google\\Chrome\\Application\\chrome.exe',
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ],
    }) ??
    chromiumInCaches()
  );
}

function findFirefox() {
  return (
    fromEnvironment('FIREFOX_PATH') ??
    onPath('firefox-esr', 'firefox') ??
    inPrograms({
      linux: ['firefox/firefox'],
      darwin: ['Firefox.app/Contents/MacOS/firefox'],
      win32: ['Mozilla Firefox\\firefox.exe'],
    })
  );
}

/** @returns {Omit<Engine, 'name' | 'label'>} */
function findWebKit() {
  const path = fromEnvironment('WEBKIT_DRIVER_PATH') ?? onPath('WebKitWebDriver');
  if (!path) return {path, why: 'WebKitWebDriver not found (it exists for Linux only)'};
  const folder = /^webkit(2)?gtk-/;
  const miniBrowser =
    fromEnvironment('WEBKIT_MINIBROWSER_PATH') ??
    [
      ...expand('/usr/lib', [/-linux-gnu/, folder, 'MiniBrowser']),
      ...['/usr/lib', '/usr/lib64', '/usr/libexec', join(dirname(path), '..', 'libexec')].flatMap((root) =>
        expand(root, [folder, 'MiniBrowser']),
      ),
    ].find(isProgram);
  if (!miniBrowser) return {path: undefined, why: 'WebKitWebDriver found, but no MiniBrowser beside it'};
  if (env.DISPLAY || env.WAYLAND_DISPLAY) return {path, miniBrowser, display: []};
  const xvfb = onPath('xvfb-run');
  if (!xvfb || !onPath('xauth')) return {path: undefined, why: 'no display, and xvfb-run or xauth not found'};
  return {path, miniBrowser, display: [xvfb, '-a']};
}

/** @returns {Record<EngineName, Engine>} */
export function findBrowsers() {
  const found = {
    chromium: {path: findChromium(), why: 'no Chromium, Chrome or Edge found'},
    firefox: {path: findFirefox(), why: 'no Firefox found'},
    webkit: findWebKit(),
  };
  const entries = ENGINES.map((name) => [name, {name, label: LABELS[name], ...found[name]}]);
  return Object.fromEntries(entries);
}

/** The engines named in BROWSERS=…, or all. @returns {{names: EngineName[], limited: boolean}} */
export function wantedBrowsers() {
  const list = (env.BROWSERS ?? '').split(',').map((name) => name.trim().toLowerCase());
  const names = list.filter((name) => name !== '');
  const unknown = names.find((name) => !(name in LABELS));
  if (unknown !== undefined) throw new Error(`BROWSERS names ${unknown}; known are ${ENGINES.join(', ')}.`);
  if (names.length === 0) return {names: ENGINES, limited: false};
  return {names: ENGINES.filter((name) => names.includes(name)), limited: true};
}

/**
 * Which engines run, and in plain words which do not. Missing: an error for Chromium, for an engine that was
 * asked for by name, and in CI, where a silent gap would look like success; otherwise skipped.
 * @returns {{run: Engine[], notes: string[], errors: string[]}}
 */
export function planBrowsers() {
  const {names, limited} = wantedBrowsers();
  const found = findBrowsers();
  /** @type {{run: Engine[], notes: string[], errors: string[]}} */
  const plan = {run: [], notes: [], errors: []};
  for (const name of ENGINES) {
    const engine = found[name];
    if (!names.includes(name)) plan.notes.push(`${engine.label} left out: BROWSERS=${env.BROWSERS}`);
    else if (engine.path) plan.run.push(engine);
    else if (limited || inCI || name === 'chromium')
      plan.errors.push(`${engine.label} is needed: ${engine.why}.`);
    else plan.notes.push(`${engine.label} skipped: ${engine.why}.`);
  }
  return plan;
}

/** The words before apt-get, or undefined where it cannot be used without asking for a password. */
function aptPrefix() {
  if (process.platform !== 'linux' || !onPath('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  // outside CI nothing is installed on somebody's machine behind their back
  return inCI && spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo'] : undefined;
}

/** @param {string[]} words */
function run(words) {
  console.log(`> ${words.join(' ')}`);
  const options = {stdio: 'inherit', env: {...env, DEBIAN_FRONTEND: 'noninteractive'}};
  const shell = process.platform === 'win32';
  return spawnSync(words[0], words.slice(1), {...options, shell}).status === 0;
}

/**
 * Installs the named engines as far as that is possible here; look with findBrowsers() what came of it.
 * @param {EngineName[]} names
 */
export function installBrowsers(names) {
  const prefix = aptPrefix();
  if (prefix && names.length > 0) {
    run([...prefix, 'apt-get', 'update', '-q']);
    const install = [...prefix, 'apt-get', 'install', '-yq', '--no-install-recommends'];
    // one call when it works; one per engine when a name is unknown to this distribution
    if (!run([...install, ...names.flatMap((name) => APT[name])]))
      for (const name of names) run([...install, ...APT[name]]);
  }
  if (!names.includes('chromium') || findBrowsers().chromium.path) return;
  // a fallback only: Playwright's own build of Chromium, without the system libraries it needs
  run(['npx', '--yes', PLAYWRIGHT, 'install', 'chromium']);
}

/** Installs what the tests need and do not find; throws with advice when a needed engine stays missing. */
export function ensureBrowsers() {
  const found = findBrowsers();
  const missing = wantedBrowsers().names.filter((name) => !found[name].path);
  if (missing.length > 0 && aptPrefix() !== undefined) installBrowsers(missing);
  else if (missing.includes('chromium')) installBrowsers(['chromium']);
  const {errors} = planBrowsers();
  if (errors.length === 0) return;
  throw new Error(
    `${errors.join('\n')}\n` +
      'Install the browser, or say where it is: CHROME_PATH, FIREFOX_PATH, WEBKIT_DRIVER_PATH.\n' +
      'On Debian: apt-get install --no-install-recommends chromium firefox-esr webkit2gtk-driver xvfb xauth\n' +
      'To test with fewer engines: BROWSERS=chromium npm test',
  );
}

/** Only for messages. @param {Engine} engine */
export function versionOf(engine) {
  // Windows browsers answer --version by opening a window
  if (!engine.path || process.platform === 'win32') return '';
  try {
    const text = execFileSync(engine.path, ['--version'], {encoding: 'utf8', timeout: 20_000, stdio: 'pipe'});
    return text.trim().split('\n')[0] ?? '';
  } catch {
    return '';
  }
}
