import {isFixed, stateOf, type StateName} from '../../demo/client/gallery/states.js';
import {DemoPage} from './demo-page.js';
import {until} from './until.js';

/** Opens a state of the gallery as its address has it, and brings it about where only a person can. */
export async function openState(name: StateName, query: string): Promise<DemoPage> {
  const page = await DemoPage.open(`gallery-frame.html?state=${name}&${query}`);
  await until('the state', () => page.document.documentElement.dataset['shown'] === name);
  const {press} = stateOf(name);
  if (press) await page.answerBanner(press);
  return page;
}

/** The roots of the elements that a state shows. */
export const rootsIn = (page: DemoPage): ShadowRoot[] =>
  [...page.document.querySelectorAll('#gallery *')].flatMap(({shadowRoot}) => shadowRoot ?? []);

/** Adds rules to a page and to every element in it, as a person's own style sheet does. */
export function addRules(page: DemoPage, css: string): void {
  const sheet = new page.window.CSSStyleSheet();
  sheet.replaceSync(css);
  for (const root of [page.document, ...rootsIn(page)])
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Whether a state is laid out in its container and not by the window. */
export const isInFlow = (name: StateName): boolean => !isFixed(name) && name !== 'banner-top';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
interface Line extends Box {
  text: string;
}

const both = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});
const EVERYWHERE: Box = {left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity};
/** A font may stand out of its line by that, and engines round. */
const SLACK = 2;

/** What of an element's lines is cut off, and what is in view of them. */
function linesIn(root: ShadowRoot): {lines: Line[]; cut: string[]} {
  const {defaultView: view} = root.ownerDocument as Document & {defaultView: Window};
  const lines: Line[] = [];
  const cut: string[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.trim();
    const parent = node.parentElement;
    if (!text || !parent?.checkVisibility({visibilityProperty: true})) continue;
    let seenIn = EVERYWHERE;
    let cutBy = EVERYWHERE;
    let isForEars = false;
    let scrolls = false;
    for (let at: Element | null = parent; at; at = at.parentElement) {
      const {overflowX, overflowY} = view.getComputedStyle(at);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const box = at.getBoundingClientRect();
      isForEars ||= box.width <= SLACK || box.height <= SLACK;
      // What scrolls downwards is not cut off, by nothing around it either.
      scrolls ||= overflowY === 'auto' || overflowY === 'scroll';
      const {left, right} = box;
      seenIn = both(seenIn, box);
      cutBy = both(cutBy, scrolls ? {...EVERYWHERE, left, right} : box);
    }
    if (isForEars) continue;
    const range = root.ownerDocument.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width === 0) continue;
      const isCut =
        rect.left < cutBy.left - SLACK ||
        rect.right > cutBy.right + SLACK ||
        rect.top < cutBy.top - SLACK ||
        rect.bottom > cutBy.bottom + SLACK;
      if (isCut) cut.push(text);
      const seen = both(seenIn, rect);
      if (seen.right > seen.left && seen.bottom > seen.top) lines.push({...seen, text});
    }
  }
  return {lines, cut};
}

/** Words of the elements that are cut off, that lie over each other, or that stick out of what is around them. */
export function wordsOutOfPlace(page: DemoPage, within: Pick<Box, 'left' | 'right'>): string[] {
  return rootsIn(page).flatMap((root) => {
    const {lines, cut} = linesIn(root);
    const out = lines.filter(({left, right}) => left < within.left - SLACK || right > within.right + SLACK);
    const over = lines.filter((one, i) =>
      lines.slice(i + 1).some((other) => {
        const {left, top, right, bottom} = both(one, other);
        return right - left > SLACK && bottom - top > 2 * SLACK;
      }),
    );
    const found = [
      ...cut.map((text) => `cut off: ${text}`),
      ...out.map(({text}) => `sticks out: ${text}`),
      ...over.map(({text}) => `over other words: ${text}`),
    ];
    return [...new Set(found)];
  });
}
