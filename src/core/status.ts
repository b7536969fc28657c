import type {Manifest} from './manifest.js';
import type {ConsentRecord} from './record.js';
import {releasesSince} from './release.js';
import {endOfTerm} from './term.js';

/** Where a person stands with a policy. */
export type ConsentStatus = 'unasked' | 'given' | 'declined' | 'withdrawn' | 'outdated' | 'expired';

/** Whether nothing that the service needs is agreed to any more: one purpose withdrawn leaves the others as they were. */
export const isWithdrawn = ({event, purposes}: ConsentRecord): boolean =>
  event.state === 'withdrawn' && !purposes.some(({required, decision}) => required && decision === 'given');

/** Whether a consent's term is over. One that began at a time that is not known any more began long ago. */
function isOver({event}: ConsentRecord, now: Date): boolean {
  const {valid, state, time} = event;
  const end = endOfTerm({valid, time: state === 'given' ? time : new Date(0).toISOString()});
  return end !== undefined && end <= now.getTime();
}

/**
 * Where a person stands with a policy, from the last decision on record.
 * @param giving the consent that `last` withdraws a purpose of: its term runs on from there
 */
export function consentStatus(
  manifest: Manifest,
  last: ConsentRecord | undefined,
  now: Date,
  giving = last,
): ConsentStatus {
  if (!last || !giving) return 'unasked';
  if (isWithdrawn(last)) return 'withdrawn';
  const isGiven = last.event.state !== 'declined';
  // A yes is a yes to the words that were shown. New words, new question; a slip of the pen mended is no new word.
  if (releasesSince(manifest, last.policy.version, now).some((release) => release.change === 'material')) {
    return isGiven ? 'outdated' : 'unasked';
  }
  if (!isGiven) return 'declined';
  return isOver(giving, now) ? 'expired' : 'given';
}
