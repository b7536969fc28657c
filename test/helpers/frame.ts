import {next} from './page.js';

/** Opens a page of this origin in a frame, as large as asked for, and waits until it has loaded. */
export async function openFrame(
  url: string,
  {width = 700, height = 500} = {},
): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.className = 'place';
  frame.width = String(width);
  frame.height = String(height);
  const loaded = next(frame, 'load');
  frame.src = url;
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Window & typeof globalThis;
}
