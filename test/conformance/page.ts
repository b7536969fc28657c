import {turn, type Control, type Kit} from './kit.js';

/** A page of its own in a frame: for what happens at load, and for Back. */
export interface Page {
  frame: HTMLIFrameElement;
  window: Window & typeof globalThis;
  document: Document;
  /** The part of the page that the row is about. */
  part: HTMLElement;
  /** The first control in it. */
  control: Control;
  selector: string;
}

/** Opens a page with the markup alone, in which a listener at the window was there before the element's script. */
export const openMarkup = (kit: Kit, markup: string): Promise<Page> =>
  open(kit, `control.html?${new URLSearchParams({kind: kit.kind, markup: kit.html(markup)})}`, 'body');

/**
 * The same in a window of its own, where a page has not had a focus yet: what has the focus there, by id or by tag.
 * A person presses a button for it: browsers stop other windows.
 */
export async function focusedInWindow(kit: Kit, markup: string): Promise<string>;
/**
 * And whether the place that the address names is where the window shows it.
 * @param more what comes after `?` in the address, and what the page appends once it has loaded
 */
export async function focusedInWindow(
  kit: Kit,
  markup: string,
  more: {hash: string; later: string},
): Promise<[focus: string, inPlace: boolean]>;
export async function focusedInWindow(
  kit: Kit,
  markup: string,
  more?: {hash: string; later: string},
): Promise<string | [focus: string, inPlace: boolean]> {
  const query = new URLSearchParams({kind: kit.kind, markup: kit.html(markup)});
  if (more) query.set('later', kit.html(more.later));
  const url = new URL(`pages/control.html?${query}${more?.hash ?? ''}`, import.meta.url).href;
  const button = Object.assign(document.createElement('button'), {textContent: 'Open'});
  kit.root.append(button);
  let view: Window | null = null;
  button.onclick = () => {
    view = window.open(url);
  };
  const told = new Promise<[focus: string, inPlace: boolean]>((resolve) => {
    addEventListener('message', ({source, data}) => source === view && resolve(data as [string, boolean]));
  });
  await kit.click(button);
  try {
    const answer = await told;
    return more ? answer : answer[0];
  } finally {
    (view as Window | null)?.close();
  }
}

/** Opens pages/history.html, for a row about one part of it. */
export const openHistory = (kit: Kit, part: string): Promise<Page> =>
  open(kit, 'history.html', `#${kit.kind} ${part}`);

/**
 * Follows a link and comes back, as a person does with the Back button. A real click on the link: without one browsers
 * may put the new page in the place of the old, and then Back leaves the tests.
 */
export async function awayAndBack(kit: Kit, {frame, document, selector}: Page): Promise<Page> {
  const left = loaded(frame);
  await kit.click(document.querySelector('a')!);
  await left;
  const back = loaded(frame);
  frame.contentWindow!.history.back();
  await back;
  return pageIn(kit, frame, selector);
}

async function open(kit: Kit, page: string, selector: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 100%; block-size: 500px';
  frame.src = new URL(`pages/${page}`, import.meta.url).href;
  const shown = loaded(frame);
  kit.root.append(frame);
  await shown;
  return pageIn(kit, frame, selector);
}

async function pageIn(kit: Kit, frame: HTMLIFrameElement, selector: string): Promise<Page> {
  const window = frame.contentWindow as Page['window'];
  const {document} = window;
  if (kit.kind === 'ours') await window.customElements.whenDefined(kit.tag);
  const part = document.querySelector<HTMLElement>(selector)!;
  return {frame, window, document, part, control: kit.controlsIn(part)[0]!, selector};
}

async function loaded(frame: HTMLIFrameElement): Promise<void> {
  await new Promise<void>((resolve) => {
    const check = () => {
      // the frame's own empty page loads first in some engines
      if (frame.contentWindow!.location.href === 'about:blank') return;
      frame.removeEventListener('load', check);
      resolve();
    };
    frame.addEventListener('load', check);
  });
  // a page that is left while its load event runs leaves no entry to come back to
  await turn();
}
