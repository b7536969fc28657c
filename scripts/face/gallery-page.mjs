/** A browser with every state of the elements in it: what contact sheets, bars and the walk by ear are made of. */
import {build} from 'esbuild';
import {createServer} from 'node:http';
import puppeteer from 'puppeteer-core';
import {findBrowsers} from '../browsers.mjs';

const HTML = (lang, style, head) => `<!doctype html><html lang="${lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Gallery</title><style>${style}</style>${head}
<main><h1>IPSM</h1><div id="gallery"></div></main><script src="/gallery.js"></script>`;

/** @typedef {{width: number, height: number}} Size */

/** Opens the gallery; `close()` ends browser and server. */
export async function openGallery() {
  const {outputFiles} = await build({
    entryPoints: ['test/helpers/gallery.ts'],
    bundle: true,
    // package.json names the files of dist that have side effects, not those of src
    ignoreAnnotations: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const script = outputFiles[0].contents;
  let html = '';
  const server = createServer(({url}, answer) => {
    const isScript = url === '/gallery.js';
    answer.writeHead(url === '/' || isScript ? 200 : 404, {
      'content-type': `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`,
    });
    answer.end(isScript ? script : url === '/' ? html : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await puppeteer.launch({
    executablePath: findBrowsers().chromium.path,
    args: ['--no-sandbox', '--force-color-profile=srgb', '--hide-scrollbars'],
  });

  /**
   * A page of the gallery, in a language, with a page's own style.
   * @param {{lang: string, size: Size, style?: string, head?: string, features?: {name: string, value: string}[], media?: string, wait?: boolean}} how
   */
  async function open({lang, size, style = '', head = '', features = [], media = ''}) {
    const page = await browser.newPage();
    await page.setViewport({...size, deviceScaleFactor: 1});
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {media, features});
    html = HTML(lang, style, head);
    await page.exposeFunction('pressAt', (x, y) => page.mouse.click(x, y));
    await page.goto(address);
    /** @param {string} state */
    const show = (state) =>
      page.evaluate(async (name) => {
        const frame = () =>
          new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        window.gallery.clearGallery();
        await window.gallery.showState(name, {
          press: async (element) => {
            // an answer counts from half a second after its question has come
            await new Promise((resolve) => setTimeout(resolve, 600));
            element.scrollIntoView({block: 'center'});
            await frame();
            const {x, y, width, height} = element.getBoundingClientRect();
            await window.pressAt(x + width / 2, y + height / 2);
            await frame();
          },
          speak: async (to) => {
            document.documentElement.lang = to;
            await new Promise((resolve) => setTimeout(resolve, 50));
          },
        });
        document.activeElement?.blur();
        scrollTo(0, 0);
        await window.pressAt(0, 0);
        await frame();
      }, state);
    return {page, show};
  }

  return {
    open,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
