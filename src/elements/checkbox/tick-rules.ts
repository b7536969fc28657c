import {canonicalJson} from '../../core/canonical-json.js';
import {isOutdated} from '../../core/editorial.js';
import {readRecord, type ConsentRecord} from '../../core/record.js';
import {isWithdrawn} from '../../core/status.js';
import type {PolicyContext} from '../page/policy-context.js';

/** Why a tick that was there has gone; `early`: it was made in the fallback, before the element worked. */
export type GoneReason = 'release' | 'withdrawn' | 'early';

/** Whether a withdrawal on this device takes back what a box with this purpose (or without one) agrees to. */
const isTakenBack = (last: ConsentRecord, granted: ConsentRecord, purpose: string): boolean =>
  isWithdrawn(last) ||
  (last.event.state === 'withdrawn' &&
    last.purposes.some(
      ({id, decision}, i) =>
        id === purpose &&
        decision === 'declined' &&
        // What was never given was not taken back, unless nobody knows any more.
        (last === granted || granted.purposes[i]?.decision === 'given'),
    ));

/** Why a pending tick no longer holds; `undefined` while it does. */
export function whyGone(
  {policy, event}: ConsentRecord,
  {manifest, decided: {last, granted = last}}: PolicyContext,
  purpose: string,
): GoneReason | undefined {
  if (manifest && isOutdated(manifest, policy.version, new Date())) return 'release';
  // A withdrawal that is older than the tick says nothing about it.
  return last && last.event.time >= event.time && isTakenBack(last, granted!, purpose)
    ? 'withdrawn'
    : undefined;
}

/** What the browser shall keep of a tick. Browsers give it back by name and place: to another purpose's box too. */
export const stateOf = (record: ConsentRecord | null, purpose: string): string =>
  record ? purpose + canonicalJson(record) : 'off';

/** The record in a state that the browser kept, if it is about the words in force and not withdrawn: no other comes back. */
export function recordFromState(
  state: string,
  context: PolicyContext,
  purpose: string,
): ConsentRecord | null {
  try {
    if (!state.startsWith(`${purpose}{`)) return null;
    const record = readRecord(JSON.parse(state.slice(purpose.length)));
    const {id, version} = record.policy;
    const isInForce = id === context.policyId && version === context.release?.version;
    return isInForce && !whyGone(record, context, purpose) ? record : null;
  } catch {
    // "off", or not a state of ours: the person is asked.
    return null;
  }
}
