import type {ReactiveController} from 'lit';
import type {PolicyContext} from '../page/policy-context.js';
import type {PolicyElement} from './policy-element.js';

type Banner = PolicyElement & {show(): void};

const banners = new Set<Banner>();

/** Lists a banner while it is in the page, for {@link ask}. */
export const listed = (banner: Banner): ReactiveController => ({
  hostConnected: () => void banners.add(banner),
  hostDisconnected: () => void banners.delete(banner),
});

/** Puts the question about a policy to somebody who wants it, in the first banner about it; whether there is one. */
export function ask(context: PolicyContext): boolean {
  const banner = [...banners].find((each) => each.context === context);
  if (!banner) return false;
  banner.show();
  void banner.updateComplete.then(() =>
    banner.renderRoot.querySelector<HTMLElement>('[part=title]')?.focus(),
  );
  return true;
}
