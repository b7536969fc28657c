import {ConsentBannerElement} from '../elements/banner/consent-banner-element.js';
import {ConsentCheckboxElement} from '../elements/checkbox/consent-checkbox-element.js';
import {ConsentStatusElement} from '../elements/status/consent-status-element.js';
import {PolicySummaryElement} from '../elements/summary/policy-summary-element.js';

/** Every tag and its class: the one list of them. */
export const TAGS = {
  'ipsm-consent-banner': ConsentBannerElement,
  'ipsm-consent-checkbox': ConsentCheckboxElement,
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
