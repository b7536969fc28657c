import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {statSync, utimesSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SOON_MS = 3_000;

/** @type {import('node:child_process').ChildProcess} */
let dev;
let site = '';

before(async () => {
  dev = spawn(process.execPath, ['scripts/dev.mjs'], {cwd: root, env: {...process.env, PORT: '0'}});
  dev.stderr.pipe(process.stderr);
  for await (const text of dev.stdout.setEncoding('utf8').iterator({destroyOnReturn: false})) {
    [site] = /http:\S+/.exec(text) ?? [''];
    if (site) return void dev.stdout.resume();
  }
  assert.fail('npm run dev ended before it had a server');
});

after(async () => {
  dev.kill();
  await once(dev, 'exit');
});

/** The file as it would be after saving it unchanged; its old time comes back, so that nothing is built for it later. */
function save(file) {
  const path = join(root, file);
  const {atime, mtime} = statSync(path);
  utimesSync(path, new Date(), new Date());
  return () => utimesSync(path, atime, mtime);
}

test('the demo gets a script that loads it again, within the policy that it always has', async () => {
  const page = await fetch(site);
  assert.match(await page.text(), /<script src="\/dev\/reload\.js"><\/script><\/head>/);
  assert.match(page.headers.get('Content-Security-Policy'), /script-src 'self';.*connect-src 'self';/);
  const script = await fetch(new URL('/dev/reload.js', site));
  assert.equal(script.headers.get('Content-Type'), 'text/javascript');
});

test('a page that has not changed is not sent again', async () => {
  const {headers} = await fetch(site);
  const again = await fetch(site, {headers: {'If-None-Match': headers.get('ETag')}});
  assert.equal(again.status, 304);
});

test('a document of the policy keeps its bytes: they have a digest', async () => {
  const document = await fetch(new URL('/policy/2026-10-01.kk.html', site));
  assert.doesNotMatch(await document.text(), /reload/);
});

for (const file of [
  'src/elements/checkbox/consent-checkbox-element.ts',
  'src/server/verifier.ts',
  'demo/assets/demo.css',
])
  test(`open pages are loaded again within three seconds of a change to ${file}`, async () => {
    const {body} = await fetch(new URL('/dev/events', site));
    const events = body.pipeThrough(new TextDecoderStream()).getReader();
    await events.read();
    const began = performance.now();
    const restore = save(file);
    const {value} = await events.read();
    const took = performance.now() - began;
    restore();
    await events.cancel();
    assert.match(value, /^data: /);
    assert.ok(took < SOON_MS, `${took} ms`);
  });
