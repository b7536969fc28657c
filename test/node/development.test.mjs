// What the author of an app hears while developing, before a page is there.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const cwd = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

const {exports} = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));

/** What a module says in a fresh Node, with the package as it is for development. @param {string} code */
const saidBy = async (code) => {
  const args = ['--conditions=development', '--input-type=module', '-e', code];
  return promisify(execFile)(process.execPath, args, {cwd});
};

it('hears of nothing that the classes do to Lit', async () => {
  const {stdout, stderr} = await saidBy(`
    import * as all from 'ipsm-consent';
    import {ReactiveElement} from 'lit';
    const warnings = [];
    console.warn = (text) => warnings.push(text);
    // so that it is known to warn of what is done to it
    class Other extends ReactiveElement { static createProperty() {} }
    const classes = Object.values(all).filter((each) => each.prototype instanceof ReactiveElement);
    const attributes = [...classes, Other].map((each) => each.observedAttributes.length);
    console.log(JSON.stringify({count: classes.length, attributes, warnings}));`);
  assert.equal(stderr, '');
  const {count, attributes, warnings} = JSON.parse(stdout);
  assert.ok(count >= 4 && attributes.slice(0, count).every((length) => length > 0), stdout);
  assert.deepEqual(
    warnings.filter((text) => !text.includes('createProperty')),
    [],
  );
  assert.ok(
    warnings.some((text) => text.includes('createProperty')),
    stdout,
  );
});

for (const [pattern, {development}] of Object.entries(exports)) {
  if (!development) continue;
  // of a pattern one is as good as another
  const [name, file] = [pattern, development].map((text) =>
    text.slice(1).replace('*', 'ipsm-consent-checkbox'),
  );

  it(`hears of nothing on a server, and is there: ipsm-consent${name}`, async () => {
    const {stdout, stderr} = await saidBy(`
      await import('ipsm-consent${name}');
      console.log(import.meta.resolve('ipsm-consent${name}'));`);
    const said = stderr.split('\n').filter((line) => line && !line.startsWith('Lit is in dev mode.'));
    assert.deepEqual([said, stdout.trim().endsWith(file)], [[], true]);
  });
}
