import {readFile} from '@web/test-runner-commands';
import {screenshot} from '../helpers/commands.js';
import {frames} from './kit.js';

/** The page as it looks, with what the browser draws over it: of the bubble there is no other trace. Chromium only. */
async function look(path: string): Promise<Uint8ClampedArray> {
  await screenshot(path);
  const png = await readFile({path: `../../.cache/screenshots/${path}`, encoding: 'base64'});
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const {width, height} = image;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, width, height).data;
}

/** Whether an act changes so many pixels, as soon as it has: bubbles fade in. */
export async function changesPixels(atLeast: number, act: () => unknown): Promise<boolean> {
  const path = 'conformance/bubble.png';
  const before = await look(path);
  await act();
  for (let looks = 0; looks < 60; looks++) {
    await frames();
    const now = await look(path);
    let changed = 0;
    for (let index = 0; index < now.length; index += 4) if (now[index] !== before[index]) changed++;
    if (changed >= atLeast) return true;
  }
  return false;
}
