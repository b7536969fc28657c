import type {EventState, PurposeDecision} from '../../src/core/record.js';
import type {Progress} from '../../src/core/history-entry.js';
import {contextOf, type PolicyElement} from '../../src/elements/shared/policy-element.js';

/** What was decided before the page was opened. */
export interface Deed {
  state?: EventState;
  purposes?: Record<string, PurposeDecision>;
  progress?: Progress;
  /** Where it is sent as well. */
  endpoint?: string;
}

const CAUSES = {given: 'commit', declined: 'decline', withdrawn: 'withdraw'} as const;

/** Decides, in Kazakh, about the policy of an element. */
export function decide(
  element: PolicyElement,
  {state = 'given', purposes = {}, progress = 'here', endpoint}: Deed = {},
): void {
  const context = contextOf(element);
  const method = state === 'given' ? 'form-checkbox' : 'banner-button';
  const record = context.decide({state, method, lang: 'kk', purposes}, false);
  context.commit(record, CAUSES[state], progress, endpoint);
}
