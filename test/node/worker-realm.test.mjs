import {buildSync} from 'esbuild';
import {canonicalJson} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createContext, runInContext} from 'node:vm';
import {ROOT, json} from '../cli/run.mjs';

/** The server entry with everything that it imports, as one script. */
function serverScript() {
  const {metafile, outputFiles} = buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['dist/server/index.js'],
    bundle: true,
    format: 'iife',
    globalName: 'server',
    metafile: true,
    write: false,
  });
  return {modules: Object.keys(metafile.inputs), code: outputFiles[0].text};
}

const {modules, code} = serverScript();

test('the server is made of itself and core: no lit, no package, nothing of Node', () => {
  assert.ok(modules.includes('dist/server/index.js'));
  assert.deepEqual(
    modules.filter((path) => !/^dist\/(server|core)\/[\w-]+\.js$/.test(path)),
    [],
  );
});

test('the server works where there is nothing but what every worker has: URL, TextEncoder, Web Crypto', async () => {
  const example = json(ROOT, 'test/fixtures/record-example.json');
  const realm = createContext({
    URL,
    TextEncoder,
    crypto,
    manifest: JSON.stringify(ipsmPolicy.manifest),
    posted: canonicalJson({...example, notice: {lang: 'kk', sha256: ipsmPolicy.noticeSha256.kk}}),
  });
  const missing = ['window', 'document', 'localStorage', 'self', 'navigator', 'process', 'Buffer', 'require'];
  assert.deepEqual(
    missing.filter((name) => runInContext(`typeof ${name}`, realm) !== 'undefined'),
    [],
  );
  runInContext(code, realm);
  const check = `server.createVerifier(JSON.parse(manifest)).then((verifier) => JSON.stringify([
    verifier.acceptConsent(posted, {now: new Date('2026-03-05T10:00:05Z')}).ok,
    verifier.verifyRecord('ү'.repeat(40_000)).errors[0].code,
    Object.keys(globalThis).filter((name) => ${JSON.stringify(missing)}.includes(name)),
  ]))`;
  assert.equal(await runInContext(check, realm), '[true,"too-large",[]]');
});
