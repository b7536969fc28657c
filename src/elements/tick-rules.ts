import {readRecord} from '../core/read-record.js';
import type {ConsentRecord} from '../core/record.js';
import {releasesSince} from '../core/release.js';
import {isWithdrawn} from '../core/status.js';
import type {PolicyContext} from './policy-context.js';

/** Why a tick that was there has gone; `early`: it was made in the fallback, before the element worked. */
export type GoneReason = 'release' | 'withdrawn' | 'early';

/** Whether a withdrawal on this device takes back what a box with this purpose (or without one) agrees to. */
const isTakenBack = (last: ConsentRecord, purpose: string): boolean =>
  isWithdrawn(last) ||
  (last.event.state === 'withdrawn' &&
    last.purposes.some(({id, decision}) => id === purpose && decision === 'declined'));

/** Why a pending tick no longer holds; `undefined` while it does. */
export function whyGone(
  {policy, event}: ConsentRecord,
  {manifest, last}: PolicyContext,
  purpose: string,
): GoneReason | undefined {
  if (
    manifest &&
    releasesSince(manifest, policy.version, new Date()).some(({change}) => change === 'material')
  ) {
    return 'release';
  }
  // A withdrawal that is older than the tick says nothing about it.
  return last && last.event.time >= event.time && isTakenBack(last, purpose) ? 'withdrawn' : undefined;
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
