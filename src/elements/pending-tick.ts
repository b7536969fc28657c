import {readRecord} from '../core/read-record.js';
import type {ConsentRecord} from '../core/record.js';
import {releasesSince} from '../core/release.js';
import type {ContextCause, PolicyContext} from './policy-context.js';

/** Why a pending tick no longer holds; `undefined` while it does. */
export function whyGone(
  {policy}: ConsentRecord,
  {manifest, last}: PolicyContext,
  cause: ContextCause,
): 'release' | 'withdrawn' | undefined {
  if (
    manifest &&
    releasesSince(manifest, policy.version, new Date()).some(({change}) => change === 'material')
  ) {
    return 'release';
  }
  const withdrawn = cause === 'withdraw' || (cause === 'other-tab' && last?.event.state === 'withdrawn');
  return withdrawn ? 'withdrawn' : undefined;
}

/** The record in a state that the browser kept, if it is about the words in force: no others come back ticked. */
export function recordFromState(state: string, {policyId, release}: PolicyContext): ConsentRecord | null {
  try {
    const record = readRecord(JSON.parse(state));
    return record.policy.id === policyId && record.policy.version === release?.version ? record : null;
  } catch {
    // "off", or not a state of ours: the person is asked.
    return null;
  }
}
