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

/** A page in a frame has elements of its own: it decides by itself. */
interface Page {
  decide: typeof decide;
}
Object.assign(window, {decide});

/** Decides, in Kazakh, about the policy of an element. */
export function decide(element: PolicyElement, deed: Deed = {}): void {
  const view = element.ownerDocument.defaultView as unknown as Page & Window;
  if (view !== (window as unknown)) return view.decide(element, deed);
  const {state = 'given', purposes = {}, progress = 'here', endpoint} = deed;
  const context = contextOf(element);
  const method = state === 'given' ? 'form-checkbox' : 'banner-button';
  const record = context.decide({state, method, lang: 'kk', purposes}, false);
  context.commit(record, CAUSES[state], progress, endpoint);
}
