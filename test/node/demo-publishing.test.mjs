/** The way of a release: from the operator's files to the page that a person has left open. */
import assert from 'node:assert/strict';
import {cpSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {it} from 'node:test';
import puppeteer from 'puppeteer-core';
import {createApp} from '../../out/demo/server/app.js';
import {listen} from '../../out/demo/server/listen.js';
import {findBrowsers} from '../../scripts/browsers.mjs';
import {write} from '../cli/policy.mjs';
import {ROOT, folder, json} from '../cli/run.mjs';

const VERSION = '2026-12-01';

/** The demo with a policy folder of its own, on a port of its own. @param {import('node:test').TestContext} t */
async function startDemo(t) {
  const root = folder(t);
  cpSync(join(ROOT, 'demo'), join(root, 'demo'), {recursive: true});
  for (const built of ['dist', 'out']) symlinkSync(join(ROOT, built), join(root, built), 'junction');
  const {server, port} = await listen(await createApp({root}), 0);
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return {policy: join(root, 'demo/policy'), url: `http://localhost:${port}/`};
}

/** Puts the second release beside the first, as an upload of the operator's does, and in force already. */
function publish(policy) {
  const manifest = json(policy, 'manifest.json');
  const second = json(policy, `releases/${VERSION}.json`);
  const releases = [...manifest.releases, {...second, effectiveFrom: '2026-11-01T00:00:00+05:00'}];
  write(policy, {'manifest.json': {...manifest, releases}});
}

const {chromium: browser} = findBrowsers();

it(
  'shows a release that is published in the files of the demo in a page that was open all along',
  {skip: browser.path ? false : browser.why},
  async (t) => {
    const {policy, url} = await startDemo(t);
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const chromium = await puppeteer.launch({executablePath: browser.path, args});
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
    assert.deepEqual((({checked, version}) => [checked, version])(await state()), [true, '2026-10-01']);

    publish(policy);

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
      VERSION,
    );
    const after = await state();
    assert.equal(after.checked, false);
    assert.match(after.said, /Саясаттың жаңа нұсқасы шықты/);
    assert.equal(await page.$eval('[name=surname]', ({value}) => value), 'Әбдірахманов');
    await (await page.$('ipsm-consent-checkbox >>> input')).click();
    assert.equal(await page.$eval('ipsm-consent-checkbox', ({record}) => record.policy.version), VERSION);
  },
);
