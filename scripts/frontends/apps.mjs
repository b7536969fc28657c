import {serve as listen} from '@hono/node-server';
import {spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {createSite} from '../../examples/server/site.mjs';
import {freePort} from '../../test/helpers/free-port.mjs';
import {json, ROOT} from '../../test/helpers/project.mjs';
import {WATCH} from './drive.mjs';
import {run} from './install.mjs';

/**
 * The examples, and the ways of sending a form in each: `?way=…` in its address. `everywhere`: in all engines, else in
 * Chromium alone. `isPosted`: by the browser itself, so that a page answers. `resetCause`: of the event after a reset, where the
 * form library empties the box before the browser does. `isPrinted`: the words and a native box are in the page before the script;
 * `isEnough`: and they are without it, too. `pages`: the folder of what is built; `modes`: commands of an app that
 * is its own server.
 * @typedef {{name: string, path: string, isPosted?: boolean, resetCause?: string, isPrinted?: boolean, isEnough?: boolean}} Way
 * @typedef {{ways: Way[], pages?: string, modes?: string[], everywhere?: boolean}} App
 */
const ways = (...names) => names.map((name) => ({name, path: `/?way=${name}`}));

/** @type {Record<string, App>} */
export const APPS = {
  plain: {
    pages: 'dist',
    everywhere: true,
    ways: [{name: '', path: '/', isPosted: true, isPrinted: true, isEnough: true}],
  },
  react: {pages: 'dist', everywhere: true, ways: ways('form', 'hook-form', 'action')},
  vue: {
    pages: 'dist',
    everywhere: true,
    ways: [...ways('v-model'), {...ways('vee-validate')[0], resetCause: 'script'}],
  },
  svelte: {pages: 'dist', ways: ways('form', 'tanstack')},
  preact: {pages: 'dist', ways: ways('form')},
  solid: {pages: 'dist', ways: ways('form', 'tanstack')},
  angular: {pages: 'dist/browser', ways: [{...ways('reactive')[0], resetCause: 'script'}]},
  lit: {pages: 'dist', ways: [{...ways('hydrated')[0], isPrinted: true}]},
  next: {
    modes: ['start', 'dev'],
    ways: [
      {name: 'client', path: '/client', isPrinted: true},
      {name: 'server', path: '/server', isPrinted: true, isEnough: true},
    ],
  },
};

/** @param {string} name */
export const folderOf = (name) => join(ROOT, 'examples', name);

/** The app's own check of its types; `undefined` where it has none. @param {string} name */
export function checkTypes(name) {
  const {scripts} = json(folderOf(name), 'package.json');
  return scripts.types ? run(folderOf(name), ['npm', 'run', '--silent', 'types']) : undefined;
}

const fileOf = ({upload}) => join(upload, 'policy.json');

/** @param {string} name @param {any} policy */
export const build = (name, policy) =>
  run(folderOf(name), ['npm', 'run', '--silent', 'build'], {
    POLICY: fileOf(policy),
    POLICY_PAGE: policy.page,
  });

/**
 * Serves what was built, and tells what was registered.
 * @typedef {{url: string, kept: () => import('./scenario.mjs').Registration[], close: () => void}} Site
 * @param {string} name @param {any} policy
 * @param {boolean} isWatched whether pages watch themselves, for drivers that cannot
 * @returns {Promise<Site>}
 */
export async function serve(name, policy, isWatched) {
  const kept = [];
  const site = createSite({
    pages: join(folderOf(name), APPS[name].pages),
    policy: policy.upload,
    keep: (registration) => kept.push(registration),
  });
  async function answer(request) {
    const response = await site.fetch(request);
    if (!isWatched || !response.headers.get('Content-Type')?.startsWith('text/html')) return response;
    const html = (await response.text()).replace('<head>', `$&${WATCH}`);
    const headers = new Headers(response.headers);
    headers.delete('Content-Length');
    return new Response(html, {status: response.status, headers});
  }
  const server = await new Promise((resolve) => {
    const made = listen({fetch: answer, port: 0, hostname: '127.0.0.1'}, () => resolve(made));
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    kept: () => kept,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Starts an app that is its own server.
 * @param {string} name @param {string} mode @param {any} policy
 * @returns {Promise<Site>}
 */
export async function start(name, mode, policy) {
  const folder = folderOf(name);
  const registrations = join(policy.upload, '..', `${name}-${mode}.jsonl`);
  writeFileSync(registrations, '');
  const port = await freePort();
  const [program, args] = [process.execPath, [`node_modules/${name}/dist/bin/${name}`, mode]];
  const env = {
    ...process.env,
    POLICY: fileOf(policy),
    REGISTRATIONS: registrations,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(program, [...args, '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
        if (/Ready in/.test(data)) resolve(true);
      });
    child.once('exit', (status) => reject(new Error(`${name} ${mode} ended with ${status}:\n${said}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    kept: () =>
      readFileSync(registrations, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    close: () => child.kill(),
  };
}
