export * from './core/index.js';
export {configure, type PageConfig} from './elements/configure.js';
export {ConsentBannerElement} from './elements/consent-banner-element.js';
export {ConsentCheckboxElement} from './elements/consent-checkbox-element.js';
export {ConsentStatusElement} from './elements/consent-status-element.js';
export {
  IpsmConsentChangeEvent,
  IpsmConsentErrorEvent,
  IpsmConsentOpenEvent,
  type ChangeCause,
  type ConsentChange,
} from './elements/events.js';
export {PolicySummaryElement} from './elements/policy-summary-element.js';
