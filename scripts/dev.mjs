/**
 * The demo while it is worked on: made from the sources, made again at every change, with its open pages loaded again.
 * Types are not checked (npm run types), and a database in memory ends with the process.
 */
import {spawnSync} from 'node:child_process';
import {watch} from 'node:fs';
import {join} from 'node:path';
import {devRoot, loadServer, prepareBuilds, root} from './dev/builds.mjs';
import {reloadPages, withReload} from './dev/reload.mjs';

/** One save is many events, and some editors write a file twice. */
const SETTLE_MS = 30;

const build = await prepareBuilds();
await build();
const first = await loadServer();
const database = await first.openInMemory();
const {ledgerPassword, hint} = first.passwordOfLedger();
let app = await first.createApp({database, root: devRoot, ledgerPassword});
const host = process.env.HOST ?? '127.0.0.1';
const answer = withReload((request) => app.fetch(request));
const {port} = await first.listen({fetch: answer}, Number(process.env.PORT ?? 8080), host);
console.log(`ipsm-consent demo, rebuilt on save: http://localhost:${port}/`);
console.log(`ipsm-consent demo: http://localhost:${port}/${hint}`);

async function rebuild() {
  const began = performance.now();
  try {
    await build();
    app = await (await loadServer()).createApp({database, root: devRoot, ledgerPassword});
    reloadPages();
    console.log(`Rebuilt in ${Math.round(performance.now() - began)} ms`);
  } catch (error) {
    // esbuild has said what is wrong in the sources
    if (!('errors' in error)) console.error(error);
  }
}

/** @type {NodeJS.Timeout | undefined} */
let timer;
let running = Promise.resolve();
function changed(folder, name) {
  // records name the digest of the notice's words
  if (folder === 'src' && name?.startsWith('policies'))
    spawnSync(process.execPath, ['scripts/digest-notices.mjs'], {cwd: root, stdio: 'inherit'});
  clearTimeout(timer);
  timer = setTimeout(() => (running = running.then(rebuild)), SETTLE_MS);
}
for (const folder of ['src', 'demo'])
  watch(join(root, folder), {recursive: true}, (_, name) => changed(folder, name));
