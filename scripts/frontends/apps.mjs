import {serve as listen} from '@hono/node-server';
import {join} from 'node:path';
import {createSite} from '../../examples/server/site.mjs';
import {json, ROOT} from '../../test/helpers/project.mjs';
import {WATCH} from './drive.mjs';
import {run} from './install.mjs';

/**
 * The examples, and the ways of sending a form in each: `?way=…` in its address. `everywhere`: in all engines, else in
 * Chromium alone. `isPosted`: by the browser itself, so that a page answers. `resetCause`: of the event after a reset, where the
 * form library empties the box before the browser does.
 * @typedef {{name: string, path: string, isPosted?: boolean, resetCause?: string}} Way
 * @typedef {{ways: Way[], pages?: string, everywhere?: boolean}} App
 */
const ways = (...names) => names.map((name) => ({name, path: `/?way=${name}`}));

/** @type {Record<string, App>} */
export const APPS = {
  plain: {pages: 'dist', everywhere: true, ways: [{name: '', path: '/', isPosted: true}]},
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
  lit: {pages: 'dist', ways: ways('hydrated')},
};

/** @param {string} name */
export const folderOf = (name) => join(ROOT, 'examples', name);

/** The app's own check of its types; `undefined` where it has none. @param {string} name */
export function checkTypes(name) {
  const {scripts} = json(folderOf(name), 'package.json');
  return scripts.types ? run(folderOf(name), ['npm', 'run', '--silent', 'types']) : undefined;
}

/** @param {string} name @param {any} policy */
export const build = (name, policy) =>
  run(folderOf(name), ['npm', 'run', '--silent', 'build'], {
    POLICY: join(policy.upload, 'policy.json'),
    POLICY_PAGE: policy.page,
  });

/**
 * Serves what was built.
 * @param {string} name @param {any} world @param {boolean} isWatched whether pages watch themselves, for drivers that cannot
 */
export async function serve(name, {policy, kept}, isWatched) {
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
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
