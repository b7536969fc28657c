import {ConsentBannerElement} from '../elements/banner/consent-banner-element.js';
import {ConsentCheckboxElement} from '../elements/checkbox/consent-checkbox-element.js';
import {ConsentStatusElement} from '../elements/status/consent-status-element.js';
import {PolicySummaryElement} from '../elements/summary/policy-summary-element.js';

/** Every tag and its class: the one list of them. */
export const TAGS = {
  // Before the banner, which is quiet where a box asks.
  'ipsm-consent-checkbox': ConsentCheckboxElement,
  'ipsm-consent-banner': ConsentBannerElement,
  'ipsm-consent-status': ConsentStatusElement,
  'ipsm-policy-summary': PolicySummaryElement,
};

/** A tag of ours. */
export type Tag = keyof typeof TAGS;
/** The elements by their tags. */
export type ElementsByTag = {[T in Tag]: InstanceType<(typeof TAGS)[T]>};

declare global {
  interface HTMLElementTagNameMap extends ElementsByTag {}
}
