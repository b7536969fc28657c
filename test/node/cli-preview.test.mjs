import assert from 'node:assert/strict';
import {rmSync} from 'node:fs';
import {request} from 'node:http';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {readManifest} from '../../dist/core/index.js';
import {disk} from '../../out/src/cli/folder/disk.js';
import {createPreview} from '../../out/src/cli/preview/server.js';
import {readState} from '../../out/src/cli/preview/state.js';
import {wasPreviewed} from '../../out/src/cli/publish/previewed.js';
import {
  deskIn,
  does,
  drafted,
  edit,
  FIRST,
  LANGS,
  look,
  mend,
  newTerms,
  policy,
  published,
  write,
} from '../cli/desk.mjs';
import {launchChromium, skip} from '../helpers/chromium.mjs';
import {wordsOfPdf} from '../helpers/pdf-words.mjs';

/** A preview that is gone after the test. */
async function previewIn(t, desk) {
  const preview = await createPreview(desk, 0);
  t.after(() => preview.close());
  const get = async (path) => (await fetch(new URL(path, preview.url))).text();
  return {...preview, get, page: () => get('')};
}
/** A preview of a folder. */
const previewOf = async (t, cwd, options) => previewIn(t, await deskIn(cwd, options));

/** The desk of a draft; once it is armed, somebody saves a file right after another has been read so many times. */
async function savingAfter(t, times) {
  const cwd = await drafted(t);
  const desk = await deskIn(cwd);
  let left = Infinity;
  const readFile = async (path) => {
    const bytes = await disk.readFile(path);
    if (path.endsWith('notice.ru.yaml') && --left === 0) mend(cwd, 'Since then:');
    return bytes;
  };
  const arm = () => (left = times);
  return {cwd, arm, desk: {...desk, io: {...desk.io, disk: {...disk, readFile}}}};
}
const markIn = (page) => /data-mark="(\w+)"/.exec(page)[1];
const digestIn = (page) => /data-digest="(\w+)"/.exec(page)[1];

/** Asks under any name; fetch would not. */
const statusFor = (url, headers) =>
  new Promise((resolve, reject) => {
    request(url, {headers}, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('ipsm-policy preview', () => {
  it('shows form, banner and status in three languages, with faults and questions beside them', async (t) => {
    const cwd = await drafted(t);
    edit(cwd, 'draft/notice.ru.yaml', /^accept: .*/m, 'accept:');
    edit(cwd, 'draft/notice.en.yaml', /^accept: .*/m, `accept: ${'Yes '.repeat(20)}`);
    for (const lang of ['kk', 'ru', 'en']) {
      const {page} = await previewOf(t, cwd, {lang});
      const text = await page();
      assert.match(text, new RegExp(`<html lang="${lang}">`));
      assert.equal(text.match(/<iframe /g).length, 12);
      assert.match(text, /class="problem">draft\/notice\.ru\.yaml:\d+: accept/);
      assert.match(text, /<b>bin<\/b>/);
      assert.match(text, /<li class="warning">[^<]* accept 79 \(40\)/);
      assert.doesNotMatch(text, /undefined|NaN|\[object/);
    }
  });

  it('lets a draft without a language of the last version be published: publish asks whether that is meant', async (t) => {
    const cwd = await published(t);
    rmSync(join(cwd, 'draft/notice.en.yaml'));
    const {page} = await previewOf(t, cwd);
    const text = await page();
    assert.match(text, /class="problem">draft\/notice\.en\.yaml: .*publish --without en/);
    assert.match(text, /data-sound="true"/);
    assert.match(text, /data-seen="This text has been shown/);
    edit(cwd, 'draft/notice.ru.yaml', /^accept: .*/m, 'accept:');
    assert.match(await page(), /data-sound="false"/);
  });

  it('serves the real elements with the draft, also where it is unfinished', async (t) => {
    const cwd = await drafted(t);
    for (const spoil of [
      () => undefined,
      () => edit(cwd, 'draft/notice.kk.yaml', /^agree: [^]*?\n\n/m, '\n'),
      () => edit(cwd, 'draft/notice.en.yaml', /^points:[^]*?\n(?=# )/m, 'points:\n'),
      () => write(cwd, 'draft/answers.yaml', 'name: x'),
      () => write(cwd, 'draft/document.kk.txt', ''),
    ]) {
      spoil();
      const {page, get} = await previewOf(t, cwd);
      const mark = markIn(await page());
      const {releases} = readManifest(JSON.parse(await get(`policy.json?mark=${mark}`)));
      assert.deepEqual(Object.keys(releases[0].notice).sort(), ['en', 'kk', 'ru']);
      assert.match(await get('elements.js'), /customElements/);
      assert.match(await get('frame?view=form&lang=kk'), /<ipsm-consent-checkbox name="consent"/);
    }
  });

  it('shows what changed to people who agreed before', async (t) => {
    const cwd = await published(t);
    const {page, get} = await previewOf(t, cwd);
    assert.equal((await page()).match(/<iframe /g).length, 12);
    const fresh = await previewOf(t, await drafted(t));
    assert.match(await fresh.page(), /This is the first version\./);
    assert.doesNotMatch(await page(), /This is the first version\./);
    newTerms(cwd, 'Anew');
    const text = await page();
    assert.equal(text.match(/<iframe /g).length, 15);
    assert.match(text, /<th>notice\.kk\.yaml · agree<\/th>/);
    const {releases} = readManifest(JSON.parse(await get('policy.json?with=before')));
    assert.deepEqual(
      releases.map(({effectiveFrom, notice}) => [effectiveFrom === null, notice.en.changes]),
      [
        [true, undefined],
        [false, ['NewsAnew en']],
      ],
    );
    assert.equal(readManifest(JSON.parse(await get('policy.json?only=before'))).releases.length, 1);
  });

  it('lets the words be published that a browser has drawn, and no others', async (t) => {
    const cwd = await drafted(t);
    const {url, page} = await previewOf(t, cwd);
    const seen = (digest) => fetch(new URL('seen', url), {method: 'POST', body: digest});
    const digest = digestIn(await page());
    mend(cwd, 'Since then:');
    assert.equal((await seen(digest)).status, 409);
    assert.equal((await policy(cwd, FIRST)).status, 1);
    assert.equal((await seen(digestIn(await page()))).status, 204);
    await does(cwd, FIRST);
  });

  it('notes the words that were shown and no others, in whichever moment a file is saved', async (t) => {
    for (let times = 1; times <= 6; times++) {
      const {cwd, desk, arm} = await savingAfter(t, times);
      const {url, page} = await previewIn(t, desk);
      const digest = digestIn(await page());
      arm();
      const {status} = await fetch(new URL('seen', url), {method: 'POST', body: digest});
      const isNoted = await wasPreviewed(disk, cwd, digest);
      assert.equal(isNoted, status === 204, `saved after ${times}`);
    }
  });

  it('takes the mark and the words of one draft, in whichever moment a file is saved', async (t) => {
    for (let times = 1; times <= 3; times++) {
      const {desk, arm} = await savingAfter(t, times);
      const before = await readState(desk);
      arm();
      const {mark, digest} = await readState(desk);
      assert.equal(mark === before.mark, digest === before.digest, `saved after ${times}`);
    }
  });

  it('tells the page when a file was saved', async (t) => {
    const cwd = await drafted(t);
    const {url, page} = await previewOf(t, cwd);
    const events = await fetch(new URL(`events?mark=${markIn(await page())}`, url));
    const reader = events.body.getReader();
    await reader.read();
    mend(cwd, 'Saved.');
    const {value} = await reader.read();
    assert.match(new TextDecoder().decode(value), /^event: changed/);
    await reader.cancel();
  });

  it('answers this machine only, under its own name', async (t) => {
    const cwd = await drafted(t);
    const {url} = await previewOf(t, cwd);
    assert.equal(await statusFor(url, {}), 200);
    assert.equal(await statusFor(url, {host: 'evil.example'}), 403);
    assert.equal(await statusFor(url, {origin: 'https://evil.example'}), 403);
    for (const path of [
      '../settings.yaml',
      'draft/answers.yaml',
      'frame?view=form&lang=xx',
      'document/ru.html',
    ]) {
      assert.equal((await fetch(new URL(path, url))).status, 404, path);
    }
    assert.match(await (await fetch(new URL('document/kk.html', url))).text(), /id="2\.2\.1"/);
  });

  it('runs until it is stopped, and says where', async (t) => {
    const cwd = await drafted(t);
    const stop = new AbortController();
    const opened = [];
    const {stdout} = await does(cwd, ['preview'], {
      stop: stop.signal,
      open: (url) => {
        opened.push(url);
        stop.abort();
      },
    });
    const [, url] = /Open in a browser: (http:\/\/127\.0\.0\.1:\d+\/)\n/.exec(stdout);
    assert.deepEqual(opened, [url]);
    await assert.rejects(fetch(url));
  });

  it('says of a port that it is none, or is taken', async (t) => {
    const cwd = await drafted(t);
    const {url} = await previewOf(t, cwd);
    for (const [port, status, pattern] of [
      ['x', 2, /“x” is not a valid port number/],
      ['70000', 2, /“70000” is not a valid port number/],
      [new URL(url).port, 2, /Port \d+ is taken/],
    ]) {
      const result = await policy(cwd, ['preview', '--port', port]);
      assert.equal(result.status, status, port);
      assert.match(result.stderr, pattern);
    }
  });
});

describe('ipsm-policy preview, in a browser', {skip}, () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  /** Opens it, waits until the bar says how it ended, and gives its words and those of every frame. */
  async function opened(t, cwd, end, isCut = () => false) {
    // The browser's clock is today's.
    const {url} = await previewOf(t, cwd, {now: new Date()});
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.setRequestInterception(true);
    page.on('request', (asked) => void (isCut(asked.url()) ? asked.abort() : asked.continue()));
    await page.goto(url);
    await page.waitForSelector(`#state.${end}`);
    const frames = await Promise.all(
      page
        .frames()
        .filter((frame) => frame.url().includes('/frame?'))
        .map(async (frame) => ({
          view: new URL(frame.url()).searchParams.get('view'),
          lang: new URL(frame.url()).searchParams.get('lang'),
          text: await frame.evaluate(() => {
            const wordsOf = (root) =>
              [...root.querySelectorAll('*')]
                .map(({shadowRoot}) => (shadowRoot ? shadowRoot.textContent + wordsOf(shadowRoot) : ''))
                .join(' ');
            return wordsOf(document);
          }),
        })),
    );
    return {page, said: await page.$eval('#state', ({textContent}) => textContent), frames};
  }

  it('draws the words of a policy of any id, and lets them be published', async (t) => {
    const cwd = await drafted(t);
    await look(cwd);
    const now = new Date();
    const today = new Date(now.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);
    await does(cwd, [...FIRST.slice(0, -1), today], {now});
    newTerms(cwd, 'Anew:');
    const {said, frames} = await opened(t, cwd, 'seen');
    assert.match(said, /it can be published now/);
    assert.equal(frames.length, 15);
    for (const {view, lang, text} of frames) {
      if (view === 'changed') assert.match(text, new RegExp(`NewsAnew: ${lang}`));
      if (view === 'form') assert.match(text, /Anew: /);
    }
    const args = ['publish', '--new-terms', '--date', 'now', '--yes', `${today}-2`];
    await does(cwd, args, {now});
  });

  it('draws the sentence of a representative before it may be published, where there is one', async (t) => {
    const cwd = await drafted(t);
    for (const lang of LANGS)
      edit(
        cwd,
        `draft/notice.${lang}.yaml`,
        /^agreeFor: \|\n {2}/m,
        `agreeFor: |\n  For\u00a0a child (${lang}) `,
      );
    const {get} = await previewOf(t, cwd);
    // Nothing is taken for seen before these words are.
    assert.match(await get('frame?view=representative&lang=kk'), /data-drawn="For\s+a child \(kk\)/);
    const {frames} = await opened(t, cwd, 'seen');
    const drawn = frames.filter(({view}) => view === 'representative');
    assert.deepEqual(drawn.map(({lang}) => lang).sort(), [...LANGS].sort());
    for (const {lang, text} of drawn) assert.ok(text.includes(`For\u00a0a child (${lang})`), text);
    for (const lang of LANGS)
      edit(cwd, `draft/notice.${lang}.yaml`, /^agreeFor: .*\n( {2}.*\n)*/m, 'agreeFor:\n');
    const without = await opened(t, cwd, 'seen');
    assert.deepEqual([...new Set(without.frames.map(({view}) => view))].sort(), ['banner', 'form', 'status']);
  });

  it('prints the words of every language, and what is one press away', async (t) => {
    const cwd = await drafted(t);
    const {page} = await opened(t, cwd, 'seen');
    await page.evaluate(() => {
      window.print = () => (document.body.dataset.printed = '');
    });
    await page.click('#print');
    await page.waitForSelector('[data-printed]');
    const words = wordsOfPdf(await page.pdf({preferCSSPageSize: true}));
    const {release} = await readState(await deskIn(cwd));
    for (const lang of LANGS) {
      const {title, agree, agreeFor, points, details, purposes} = release.notice[lang];
      for (const text of [
        ...[title, agree, agreeFor, points.at(-1).text, ...Object.values(purposes)],
        ...details.map((row) => row.label),
      ])
        assert.ok(words.includes(text.replace(/\s+/g, '')), `${lang}: ${text}`);
    }
  });

  it('shows what was saved without being asked', async (t) => {
    const cwd = await drafted(t);
    const {page} = await opened(t, cwd, 'seen');
    mend(cwd, 'Saved just now.');
    await page.waitForFunction(() =>
      document.querySelector('.banner .whole')?.innerText.includes('Saved just now.'),
    );
    await page.waitForSelector('#state.seen');
  });

  it('is no wider than the window of a phone or a small computer, whichever device it shows', async (t) => {
    const cwd = await drafted(t);
    const {page} = await opened(t, cwd, 'seen');
    for (const width of [320, 390, 1024]) {
      await page.setViewport({width, height: 844});
      for (const device of ['phone', 'desktop']) {
        await page.click(`[value=${device}]`);
        const {whole, frames} = await page.evaluate(() => ({
          whole: document.documentElement.scrollWidth,
          frames: [...document.querySelectorAll('iframe')].map((frame) => {
            const {left, right} = frame.getBoundingClientRect();
            return [left, right, frame.clientWidth];
          }),
        }));
        assert.ok(whole <= width, `${device} at ${width}: ${whole}`);
        for (const [left, right, inside] of frames)
          assert.ok(
            left >= 0 && right <= width && inside > 200,
            `${device} at ${width}: ${left} to ${right}`,
          );
        // A frame that was higher while it was narrower is not left so.
        await page.waitForFunction(() =>
          [...document.querySelectorAll('[data-view=form]')].every(
            ({clientHeight, contentDocument}) =>
              Math.abs(clientHeight - contentDocument.body.scrollHeight) < 3,
          ),
        );
      }
    }
  });

  it('shows all of a long message, and names of files in one line', async (t) => {
    const cwd = await published(t);
    const long = 'A sentence that a lawyer wrote at length and wants to see to its end. '.repeat(8);
    mend(cwd, long);
    const {page} = await opened(t, cwd, 'seen');
    const {whole, lines} = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('tbody th'));
      return {
        whole: [...document.querySelectorAll('.banner .whole')].map(({innerText}) => innerText),
        lines: new Set([...range.getClientRects()].map(({top}) => top)).size,
      };
    });
    assert.equal(whole.length, 3);
    for (const text of whole) assert.ok(text.includes(long.trim()), text);
    assert.ok(lines <= 2, `${lines} lines`);
  });

  it('says that faults come first, however well it is drawn', async (t) => {
    const cwd = await drafted(t);
    edit(cwd, 'draft/answers.yaml', /^email: .*/m, 'email: hello');
    assert.match((await opened(t, cwd, 'failed')).said, /^Correct the errors first/);
  });

  it('says why nothing is drawn', async (t) => {
    const cwd = await drafted(t);
    const {said} = await opened(t, cwd, 'failed', (url) => url.includes('policy.json'));
    assert.match(said, /^The draft could not be shown.*policy\.json/);
  });
});
