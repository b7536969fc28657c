import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {published, write} from '../cli/policy.mjs';
import {cli, cliJson} from '../cli/run.mjs';

/** Serves a folder; `answers` may answer in its place. */
async function serve(t, cwd, answers = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    if (answers[path]) return answers[path](request, response);
    try {
      response.end(readFileSync(join(cwd, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const place = ({code, path}) => `${code} ${path}`.trim();

async function live(cwd, url, ...more) {
  // A busy machine is slow to answer; the test that is about time gives its own limit, and the last one counts.
  const patient = ['--timeout', '60'];
  const {status, json} = await cliJson(cwd, ['check', 'manifest.json', '--live', url, ...patient, ...more]);
  return {status, problems: json.problems?.map(place), json};
}

describe('ipsm-policy check --live', {concurrency: 8}, () => {
  it('is content when everything is served as it is', async (t) => {
    const cwd = published(t);
    assert.deepEqual((await live(cwd, `${await serve(t, cwd)}/manifest.json`)).problems, []);
  });

  it('follows a redirect, as pages do', async (t) => {
    const cwd = published(t);
    const origin = await serve(t, cwd, {
      '/elsewhere/policy': (_, response) => response.writeHead(302, {location: '/manifest.json'}).end(),
    });
    assert.deepEqual((await live(cwd, `${origin}/elsewhere/policy`)).problems, []);
  });

  it('finds a manifest of other bytes, even if it says the same', async (t) => {
    const cwd = published(t);
    const origin = await serve(t, cwd, {
      '/manifest.json': (_, response) =>
        response.end(JSON.stringify(JSON.parse(readFileSync(join(cwd, 'manifest.json'), 'utf8')))),
    });
    const {status, problems} = await live(cwd, `${origin}/manifest.json`);
    assert.deepEqual([status, problems], [1, ['live-mismatch']]);
  });

  it('finds documents that are missing or altered where they are served', async (t) => {
    const cwd = published(t);
    const origin = await serve(t, cwd, {
      '/one.kk.html': (_, response) => response.end('other'),
      '/two.ru.html': (_, response) => response.writeHead(404).end('gone'),
      '/two.en.html': (request) => request.socket.destroy(),
    });
    const {status, problems, json} = await live(cwd, `${origin}/manifest.json`);
    assert.equal(status, 1);
    assert.deepEqual(problems, [
      'live-mismatch releases[0].documents.kk',
      'live-unreachable releases[1].documents.ru',
      'live-unreachable releases[1].documents.en',
    ]);
    assert.match(json.problems[1].message, /two\.ru\.html cannot be had: the answer has status 404\./);
  });

  it('compares documents that are only there', async (t) => {
    const cwd = published(t);
    const elsewhere = await serve(t, cwd);
    const manifest = JSON.parse(readFileSync(join(cwd, 'manifest.json'), 'utf8'));
    manifest.releases[0].documents.kk.url = `${elsewhere}/one.kk.html`;
    manifest.releases[0].documents.ru.url = `${elsewhere}/two.ru.html`;
    write(cwd, {'manifest.json': manifest});
    const {problems, json} = await live(cwd, `${await serve(t, cwd)}/manifest.json`);
    assert.deepEqual(problems, ['live-mismatch releases[0].documents.ru']);
    assert.deepEqual(json.notCompared, []);
  });

  it('does not wait for ever', async (t) => {
    const cwd = published(t);
    const origin = await serve(t, cwd, {'/manifest.json': () => {}});
    const {status, problems, json} = await live(cwd, `${origin}/manifest.json`, '--timeout', '3');
    assert.deepEqual([status, problems[0]], [1, 'live-unreachable']);
    assert.match(json.problems[0].message, /no answer within 3 seconds/);
  });

  it('says that nobody answers', async (t) => {
    const cwd = published(t);
    const {status, problems, json} = await live(cwd, 'http://127.0.0.1:9/manifest.json');
    assert.equal(status, 1);
    assert.ok(problems.includes('live-unreachable'));
    assert.doesNotMatch(json.problems[0].message, /fetch failed/);
  });

  for (const args of [
    ['--live', 'http://operator.example/manifest.json'],
    ['--live', 'manifest.json'],
    ['--timeout', '0'],
    ['--timeout', 'soon'],
  ]) {
    it(`cannot use ${args.join(' ')}`, async (t) => {
      const {status, stderr} = await cli(published(t), ['check', 'manifest.json', ...args]);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`^usage ${args[0]}: Expected .*"${args[1]}"\\.`));
    });
  }
});
