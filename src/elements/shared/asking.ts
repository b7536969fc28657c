import type {ReactiveController} from 'lit';
import type {PolicyContext} from '../page/policy-context.js';
import {contextOf, type PolicyElement} from './policy-element.js';

type Banner = PolicyElement & {show(): void};
type Box = PolicyElement & {readonly required: boolean; readonly purpose: string};

const banners = new Set<Banner>();
const boxes = new Set<Box>();

/** Made on first use: a server has none. */
let sizes: ResizeObserver | undefined;

/** Boxes have come, gone or changed: whether a banner asks beside them is another question now. */
const tellBanners = () => banners.forEach((banner) => banner.requestUpdate());

/** Lists a banner while it is in the page, for {@link ask} and {@link isAskedByBox}. */
export const listed = (banner: Banner): ReactiveController => ({
  hostConnected() {
    banners.add(banner);
    // Until then a box may be on its way.
    addEventListener('DOMContentLoaded', tellBanners);
  },
  hostDisconnected: () => void banners.delete(banner),
});

/** Lists a box while it is in the page, for {@link isAskedByBox}. */
export const listedBox = (box: Box): ReactiveController => ({
  hostConnected() {
    boxes.add(box);
    // Where the part of the page that it is in opens, it gets a size.
    sizes ??= new ResizeObserver(() => requestAnimationFrame(tellBanners));
    sizes.observe(box);
  },
  hostUpdated: tellBanners,
  hostDisconnected() {
    boxes.delete(box);
    sizes!.unobserve(box);
    tellBanners();
  },
});

/** Whether a box asks about the policy already, or may be about to: one that its form needs, and that a person can see and tick. */
export const isAskedByBox = (context: PolicyContext): boolean =>
  document.readyState === 'loading' ||
  [...boxes].some(
    (box) =>
      contextOf(box) === context &&
      box.required &&
      !box.purpose &&
      !box.matches(':disabled') &&
      (box.checkVisibility?.() ?? box.getClientRects().length > 0),
  );

/** Puts the question about a policy to somebody who wants it, in the first banner about it; whether there is one. */
export function ask(context: PolicyContext): boolean {
  const banner = [...banners].find((each) => contextOf(each) === context);
  if (!banner) return false;
  banner.show();
  void banner.updateComplete.then(() =>
    banner.renderRoot.querySelector<HTMLElement>('[part=title]')?.focus(),
  );
  return true;
}
