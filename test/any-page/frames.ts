import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {openFrame} from '../helpers/frame.js';
import {next} from '../helpers/page.js';

/** A page in a frame, with what pages/collect.js gathers there. */
export type View = Window & typeof globalThis & {violations: string[]; said: string[]};

const BUNDLE = '/dist/cdn/ipsm-consent.min.js';

/** Opens a page of this folder. */
export const openPage = (name: string, query = '', size?: {width: number; height: number}): Promise<View> =>
  openFrame(`/test/any-page/pages/${name}.html${query}`, size) as Promise<View>;

/** The first element in the page. */
export const find = <T extends Element = HTMLElement>(view: Window, selector: string): T =>
  view.document.querySelector<T>(selector)!;

/** The checkbox of the page, upgraded or not. */
export const checkboxIn = (view: Window): ConsentCheckboxElement => find(view, 'ipsm-consent-checkbox');

/** The script comes now, however long that took. */
export async function loadBundle(view: View): Promise<void> {
  const script = view.document.createElement('script');
  script.src = BUNDLE;
  view.document.head.append(script);
  await next(script, 'load');
}

/** Does what sends the form, and returns its entries as they arrive. */
export async function entriesSent(view: View, act: () => Promise<void>): Promise<Record<string, string>> {
  const frame = view.frameElement as HTMLIFrameElement;
  const loaded = next(frame, 'load');
  await act();
  await loaded;
  return Object.fromEntries(new URLSearchParams(frame.contentWindow!.location.search));
}
