import type {EventState, PurposeDecision} from '../../src/core/record.js';
import type {Progress} from '../../src/core/history-entry.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';

/** What was decided before the page was opened. */
export interface Deed {
  state?: EventState;
  purposes?: Record<string, PurposeDecision>;
  progress?: Progress;
  /** Where it is sent as well. */
  endpoint?: string;
}

const CAUSES = {given: 'commit', declined: 'decline', withdrawn: 'withdraw'} as const;

/** Decides, in Kazakh, about the policy of a status. */
export function decide(
  {context}: ConsentStatusElement,
  {state = 'given', purposes = {}, progress = 'here', endpoint}: Deed = {},
): void {
  const method = state === 'given' ? 'form-checkbox' : 'banner-button';
  const record = context.decide({state, method, lang: 'kk', purposes}, false);
  context.commit(record, CAUSES[state], progress, endpoint);
}
