/** The whole way of a release: the operator's command line, the server's files, the page that a person has left open. */
import assert from 'node:assert/strict';
import {cpSync, renameSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {it} from 'node:test';
import {createApp} from '../../out/demo/server/app.js';
import {listen} from '../../out/demo/server/listen.js';
import {drafted, folder, look, newTerms, policy, ROOT} from '../cli/desk.mjs';
import {launchChromium, skip} from '../helpers/chromium.mjs';

/** The day in Kazakhstan, which is what the version is called. */
const today = () => new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);

/** Publishes the draft to apply now, and copies the folder to upload to the site. */
async function publish(cwd, site, version) {
  await look(cwd);
  const args = ['publish', '--new-terms', '--date', 'now', '--yes', version];
  const {status, stderr} = await policy(cwd, args, {now: new Date()});
  assert.equal(status, 0, stderr);
  cpSync(join(cwd, 'upload'), site, {recursive: true});
  renameSync(join(site, 'policy.json'), join(site, 'manifest.json'));
}

/** The demo with a policy of ours, on a port of its own. @param {import('node:test').TestContext} t */
async function startDemo(t) {
  const root = folder(t);
  cpSync(join(ROOT, 'demo'), join(root, 'demo'), {recursive: true});
  for (const built of ['dist', 'out']) symlinkSync(join(ROOT, built), join(root, built), 'junction');
  // as the demo's pages name it
  const cwd = await drafted(t, {}, 'ipsm-privacy');
  const site = join(root, 'demo/policy');
  await publish(cwd, site, today());
  const {server, port} = await listen(await createApp({root}), 0);
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return {cwd, site, url: `http://localhost:${port}/`};
}

it('shows a release that ipsm-policy publishes in a page that was open all along', {skip}, async (t) => {
  const {cwd, site, url} = await startDemo(t);
  const [first, second] = [today(), `${today()}-2`];
  const chromium = await launchChromium();
  t.after(() => chromium.close());
  const page = await chromium.newPage();
  await page.goto(`${url}?lang=kk`);
  const box = await page.waitForSelector('ipsm-consent-checkbox:state(ready) >>> input');
  await page.type('[name=surname]', 'Әбдірахманов');
  await box.click();
  const state = () =>
    page.$eval('ipsm-consent-checkbox', (element) => ({
      checked: element.checked,
      version: element.release.version,
      said: element.shadowRoot.querySelector('[part=status]').textContent,
      text: element.shadowRoot.textContent,
    }));
  assert.deepEqual((({checked, version}) => [checked, version])(await state()), [true, first]);

  newTerms(cwd, '–');
  await publish(cwd, site, second);

  // The person was away for six minutes.
  await page.evaluate(() => {
    const {now} = Date;
    Date.now = () => now() + 6 * 60_000;
  });
  const other = await chromium.newPage();
  await other.bringToFront();
  await page.bringToFront();
  await page.waitForFunction(
    (version) => document.querySelector('ipsm-consent-checkbox').release.version === version,
    {},
    second,
  );
  const after = await state();
  assert.equal(after.checked, false);
  assert.match(after.said, /Саясаттың жаңа нұсқасы шықты/);
  assert.equal(await page.$eval('[name=surname]', ({value}) => value), 'Әбдірахманов');
  // A yes to words that have only just come is held back for a second.
  const shown = await page.evaluate(() => performance.now());
  await page.waitForFunction((from) => performance.now() > from + 1000, {}, shown);
  await (await page.$('ipsm-consent-checkbox >>> input')).click();
  assert.equal(await page.$eval('ipsm-consent-checkbox', ({record}) => record.policy.version), second);
});
