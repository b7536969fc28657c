/**
 * What tests ask of the browser: real keys and clicks in all engines, emulation where the driver has it.
 * A function that answers `false` could do nothing in this engine: `if (!(await emulate(…))) this.skip()`.
 */
import {executeServerCommand} from '@web/test-runner-commands';

export {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';

export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

/** One key: a character, or a name as in KeyboardEvent.key. */
export type Key =
  | 'Enter'
  | 'Tab'
  | 'Escape'
  | 'Backspace'
  | 'Delete'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown'
  | 'ArrowLeft'
  | 'ArrowUp'
  | 'ArrowRight'
  | 'ArrowDown'
  | ' '
  | (string & {});
export type Modifier = 'Shift' | 'Control' | 'Alt';

export interface Emulation {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  contrast?: 'more' | 'less' | 'no-preference';
  media?: 'screen' | 'print';
}

export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  value: string | number;
  properties: Record<string, unknown>;
}

const VIEWPORT = {width: 800, height: 600};
let emulated = false;
let resized = false;

/** The engine this test runs in; ask it only for what cannot be asked of the platform itself. */
export function engine(): Engine {
  if (navigator.userAgent.includes('Firefox/')) return 'Firefox';
  return navigator.userAgent.includes('Chrome/') ? 'Chromium' : 'WebKit';
}

/** Replaces everything emulated before; `emulate({})` ends it, and so does the end of each test. Chromium only. */
export async function emulate(wish: Emulation): Promise<boolean> {
  const {colorScheme = '', reducedMotion = '', forcedColors = '', contrast = '', media = ''} = wish;
  const features = [
    {name: 'prefers-color-scheme', value: colorScheme},
    {name: 'prefers-reduced-motion', value: reducedMotion},
    {name: 'prefers-contrast', value: contrast},
    {name: 'forced-colors', value: forcedColors},
  ];
  emulated = await executeServerCommand<boolean, object>('ipsm-emulate', {media, features});
  return emulated;
}

/** Back to 800 × 600 after each test. Chromium and Firefox only: narrow WebKit tests need an iframe. */
export async function setViewport(size: {width: number; height: number}): Promise<boolean> {
  resized = await executeServerCommand<boolean, object>('ipsm-viewport', size);
  return resized;
}

/** What assistive technology is told, all frames, ignored nodes left out. Chromium only. */
export async function accessibilityTree(): Promise<AccessibleNode[] | false> {
  return executeServerCommand<AccessibleNode[] | false, object>('ipsm-accessibility-tree', {});
}

/** What the page keeps after a garbage collection. Chromium only. */
export interface Memory {
  JSEventListeners: number;
  JSHeapUsedSize: number;
  Nodes: number;
}

/** Collects garbage, and counts what is left. Chromium only. */
export async function memory(): Promise<Memory | false> {
  return executeServerCommand<Memory | false, object>('ipsm-memory', {});
}

/** A PNG under .cache/screenshots. Chromium only. */
export async function screenshot(path: string): Promise<boolean> {
  return executeServerCommand<boolean, object>('ipsm-screenshot', {path});
}

/** Presses and releases one key, with modifiers held. */
export async function press(key: Key, ...held: Modifier[]): Promise<void> {
  await executeServerCommand<boolean, object>('ipsm-press', {key: key === 'Space' ? ' ' : key, held});
}

export async function tab({back = false} = {}): Promise<void> {
  await press('Tab', ...(back ? (['Shift'] as const) : []));
}

/** One key after the other, into whatever has the focus. */
export async function typeText(text: string): Promise<void> {
  await executeServerCommand<boolean, object>('ipsm-type', {text});
}

/** In coordinates of the viewport of the test page. */
export async function clickAt(x: number, y: number, ...held: Modifier[]): Promise<void> {
  await executeServerCommand<boolean, object>('ipsm-click', {x: Math.round(x), y: Math.round(y), held});
}

/** A real click in the middle of the element's box, also inside frames of the same origin. */
export async function clickOn(element: Element, ...held: Modifier[]): Promise<void> {
  await untilReadable(element);
  const {x, y} = await middleOf(element);
  await clickAt(x, y, ...held);
}

/** Half a second for a banner, and some more: an engine may round its clocks. */
const READING_MS = 600;
const read = new WeakSet<Window>();

/**
 * What a person cannot have read yet cannot be agreed to. Frames have clocks of their own, and their elements may be drawn
 * long after time zero: counted is from the first click, when they are there.
 */
async function untilReadable({ownerDocument}: Element): Promise<void> {
  const view = ownerDocument.defaultView!;
  if (view === window || read.has(view)) return;
  read.add(view);
  const {performance: clock} = view;
  for (const start = clock.now(); clock.now() - start < READING_MS;) await new Promise(requestAnimationFrame);
}

/** Where the element rests: what moves while it is looked for (a bar that closes, a page that grows) is looked for again. */
export async function middleOf(element: Element): Promise<{x: number; y: number}> {
  for (let last = measureMiddle(element), looks = 0; ; looks++) {
    // drivers find the target of a click in the last frame drawn, which may not show the scrolling yet
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const now = measureMiddle(element);
    if ((now.x === last.x && now.y === last.y) || looks > 30) return now;
    last = now;
  }
}

function measureMiddle(element: Element): {x: number; y: number} {
  const frames = framesAround(element);
  for (const each of [element, ...frames])
    each.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  // a link over two lines has two boxes, and the middle of both together may lie outside of it
  const box = [...element.getClientRects()].find(({width, height}) => width > 0 && height > 0);
  if (!box) throw new Error(`<${element.localName}> has no box to point at.`);
  let x = box.left + box.width / 2;
  let y = box.top + box.height / 2;
  for (const frame of frames) {
    const {left, top} = frame.getBoundingClientRect();
    const {paddingLeft, paddingTop} = getComputedStyle(frame);
    x += left + frame.clientLeft + parseFloat(paddingLeft);
    y += top + frame.clientTop + parseFloat(paddingTop);
  }
  return {x, y};
}

/** From the innermost to the outermost. */
function framesAround(element: Element): Element[] {
  const frames: Element[] = [];
  let view = element.ownerDocument.defaultView;
  while (view?.frameElement) {
    frames.push(view.frameElement);
    view = view.frameElement.ownerDocument.defaultView;
  }
  return frames;
}

// the next test, and in Chromium the next file, gets the same page
afterEach(async () => {
  if (emulated) await emulate({});
  if (resized) await setViewport(VIEWPORT);
  emulated = resized = false;
});
