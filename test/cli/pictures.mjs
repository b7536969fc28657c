/** Takes the pictures of the operator's guides: `node test/cli/pictures.mjs`, after a build. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';
import {planBrowsers} from '../../scripts/browsers.mjs';
import {createPreview} from '../../out/src/cli/preview/server.js';
import {deskIn, drafted, edit, LANGS, look, newTerms, policy, ROOT} from './desk.mjs';

const after = [];
const t = {after: (work) => after.push(work)};
const chromium = planBrowsers().run.find(({name}) => name === 'chromium');
const profile = mkdtempSync(join(tmpdir(), 'ipsm-pictures-'));
const browser = await puppeteer.launch({
  executablePath: chromium.path,
  userDataDir: profile,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

const CHANGES = {
  kk: 'Құжаттардың көшірмелері 2.3-тармақтағы тізімге қосылды.',
  ru: 'Копии документов добавлены в перечень пункта 2.3.',
  en: 'Copies of documents were added to the list in clause 2.3.',
};

try {
  // The browser's clock is today's.
  const now = new Date();
  const version = new Date(now.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);
  const cwd = await drafted(t);
  await look(cwd);
  const {status, stderr} = await policy(cwd, ['publish', '--date', 'now', '--yes', version], {now});
  if (status) throw new Error(stderr);
  newTerms(cwd, '–');
  for (const lang of LANGS)
    edit(cwd, `draft/notice.${lang}.yaml`, /^changes:[^]*$/m, `changes:\n  - ${CHANGES[lang]}\n`);
  for (const lang of LANGS) {
    const preview = await createPreview(await deskIn(cwd, {lang, now: new Date()}), 0);
    const page = await browser.newPage();
    await page.setViewport({width: 1640, height: 1000, deviceScaleFactor: 0.6});
    await page.goto(preview.url);
    await page.waitForSelector('#state.seen');
    await page.screenshot({path: join(ROOT, `docs/pictures/preview.${lang}.png`)});
    const frame = await page.$(`iframe[data-view=changed][data-lang=${lang}]`);
    await frame.screenshot({path: join(ROOT, `docs/pictures/changed.${lang}.png`)});
    await page.close();
    await preview.close();
  }
} finally {
  await browser.close();
  for (const work of after) work();
  rmSync(profile, {recursive: true, force: true});
}
