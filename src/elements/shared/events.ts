import type {ConsentRecord} from '../../core/record.js';
import type {ConsentStatus} from '../../core/status.js';
import type {ChangeCause} from '../page/change-cause.js';
import type {ErrorCode} from '../page/error-code.js';

/** What an {@link IpsmConsentChangeEvent} tells. */
export interface ConsentChange {
  /** The record as of this change; `null` when a pending tick is gone. */
  record: ConsentRecord | null;
  /** The status as of this change. */
  status: ConsentStatus;
  /** The status before. */
  previous: ConsentStatus;
  /** What a person did, or what else happened. */
  cause: ChangeCause;
}

/**
 * A decision was made, taken back or committed. Dispatched at the element, and at its form where that is not on the way up.
 */
export class IpsmConsentChangeEvent extends Event implements ConsentChange {
  readonly record: ConsentRecord | null;
  readonly status: ConsentStatus;
  readonly previous: ConsentStatus;
  readonly cause: ChangeCause;

  constructor({record, status, previous, cause}: ConsentChange, bubbles = true) {
    super('ipsm-consent-change', {bubbles, composed: true});
    this.record = record;
    this.status = status;
    this.previous = previous;
    this.cause = cause;
  }
}

/** The banner is about to open. Cancel it, and it stays closed until `show()`. */
export class IpsmConsentOpenEvent extends Event {
  constructor() {
    super('ipsm-consent-open', {bubbles: true, composed: true, cancelable: true});
  }
}

/** Something went wrong; `code` is for programs, `message` says what to do. */
export class IpsmConsentErrorEvent extends Event {
  constructor(
    /** For programs. */
    readonly code: ErrorCode,
    /** Says what happened, and what to do. */
    readonly message: string,
  ) {
    super('ipsm-consent-error', {bubbles: true, composed: true});
  }
}

/** The events by their names. */
interface ConsentEvents {
  'ipsm-consent-change': IpsmConsentChangeEvent;
  'ipsm-consent-open': IpsmConsentOpenEvent;
  'ipsm-consent-error': IpsmConsentErrorEvent;
}

declare global {
  // the part that elements, document and window have in common
  interface GlobalEventHandlersEventMap extends ConsentEvents {}
  interface ShadowRootEventMap extends ConsentEvents {}
}
