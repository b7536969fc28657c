export * from './core/index.js';
export type {ChangeCause} from './elements/page/change-cause.js';
export type {ErrorCode} from './elements/page/error-code.js';
export type {ServerRefusal} from './elements/page/policy-context.js';
export {configure, type PageConfig, type StorageKind} from './elements/page/configure.js';
export {ConsentBannerElement, type BannerPlacement} from './elements/banner/consent-banner-element.js';
export {ConsentCheckboxElement} from './elements/checkbox/consent-checkbox-element.js';
export {ConsentStatusElement} from './elements/status/consent-status-element.js';
export {
  IpsmConsentChangeEvent,
  IpsmConsentErrorEvent,
  IpsmConsentOpenEvent,
  type ConsentChange,
} from './elements/shared/events.js';
export {PolicySummaryElement} from './elements/summary/policy-summary-element.js';
