import {openFrame} from '../helpers/frame.js';
import {next} from '../helpers/page.js';

/** A page of this origin, written by the test. `warnings` is what its scripts said in the console. */
export interface WrittenPage {
  window: Window & typeof globalThis;
  document: Document;
  warnings: string[];
}

/** What a page says goes to the test: a frame's console is not the one of its parent. */
const LISTEN = `<script>
  window.warnings = [];
  console.warn = (text) => window.warnings.push(text);
</script>`;

/** Has a frame parse the page from its first byte, and waits until everything in it has loaded. */
export async function openMarkup(head: string, body: string, lang = 'kk', width = 700): Promise<WrittenPage> {
  const frame = document.createElement('iframe');
  frame.className = 'place';
  frame.width = `${width}`;
  frame.height = '500';
  const loaded = next(frame, 'load');
  frame.srcdoc = `<!doctype html><html lang="${lang}"><head><title>Page</title>${LISTEN}${head}</head><body>${body}</body></html>`;
  document.body.append(frame);
  await loaded;
  const window = frame.contentWindow as WrittenPage['window'] & {warnings: string[]};
  return {window, document: window.document, warnings: window.warnings};
}

/** The same with a page in another encoding, or one that is written as a whole. */
export async function openAs(
  encoding: string,
  head: string,
  body: string,
  write = (listen: string) =>
    `<!doctype html><html lang="kk"><head><title>Page</title>${listen}${head}</head><body>${body}</body></html>`,
): Promise<WrittenPage> {
  const markup = write(LISTEN).replaceAll(/(src=")\/(?!\/)/g, `$1${location.origin}/`);
  const url = URL.createObjectURL(new Blob([markup], {type: `text/html;charset=${encoding}`}));
  const window = (await openFrame(url)) as WrittenPage['window'] & {warnings: string[]};
  URL.revokeObjectURL(url);
  return {window, document: window.document, warnings: window.warnings};
}
