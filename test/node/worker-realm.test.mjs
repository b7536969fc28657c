import {buildSync} from 'esbuild';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {brotliCompressSync} from 'node:zlib';
import {createContext, runInContext} from 'node:vm';
import {ROOT} from '../helpers/project.mjs';
import {recordsOf} from '../helpers/records.mjs';

/** What the server entry exports, or these names of it, with everything that is needed for that, as one script. */
function serverScript(names = '*', format = 'iife') {
  const {metafile, outputFiles} = buildSync({
    absWorkingDir: ROOT,
    stdin: {contents: `export ${names} from './dist/server/index.js'`, resolveDir: ROOT},
    bundle: true,
    minify: true,
    format,
    globalName: 'server',
    metafile: true,
    write: false,
  });
  const [{inputs}] = Object.values(metafile.outputs);
  const modules = Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0 && path !== '<stdin>');
  return {modules, code: outputFiles[0].text};
}

const {modules, code} = serverScript();

test('the server is made of itself and core: no lit, no package, nothing of Node', () => {
  assert.ok(modules.includes('dist/server/verifier.js'));
  assert.deepEqual(
    modules.filter((path) => !/^dist\/(server|core)\/([\w-]+\/)?[\w-]+\.js$/.test(path)),
    [],
  );
});

test('the server works where there is nothing but what every worker has: URL, TextEncoder, Web Crypto', async () => {
  const {text: posted} = (await recordsOf(ipsmPolicy.manifest))({time: new Date('2026-03-05T10:00:00Z')});
  const realm = createContext({
    URL,
    TextEncoder,
    crypto,
    manifest: JSON.stringify(ipsmPolicy.manifest),
    posted,
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

test('verifier and handler come to less than 8 kB in a worker, and leave the ledger out', () => {
  const {modules, code} = serverScript('{createVerifier, createConsentHandler}', 'esm');
  assert.ok(modules.includes('dist/server/handler/handler.js'));
  assert.deepEqual(
    modules.filter((path) => /ledger|openapi|node\.js/.test(path)),
    [],
  );
  const bytes = brotliCompressSync(code).length;
  assert.ok(bytes < 8000, `${bytes} bytes`);
});
