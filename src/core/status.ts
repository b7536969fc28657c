import {isOutdated} from './editorial.js';
import type {Decided} from './history.js';
import type {Manifest} from './manifest.js';
import type {ConsentRecord} from './record.js';
import {endOfTerm} from './term.js';

/** Where a person stands with a policy. */
export type ConsentStatus = 'unasked' | 'given' | 'declined' | 'withdrawn' | 'outdated' | 'expired';

/** Whether nothing that the service needs is agreed to any more: one purpose withdrawn leaves the others as they were. */
export const isWithdrawn = ({event, purposes}: ConsentRecord): boolean =>
  event.state === 'withdrawn' && !purposes.some(({required, decision}) => required && decision === 'given');

/** Whether a consent's term is over. */
function isOver({event}: ConsentRecord, now: Date): boolean {
  // Only a withdrawal in part is left of the consent: it is not known when the term began, and it may be over.
  if (event.state !== 'given' && event.valid?.startsWith('P')) return true;
  const end = endOfTerm(event);
  return end !== undefined && end <= now.getTime();
}

/** Where a person stands with a policy, from what was decided. */
export function consentStatus(
  manifest: Manifest,
  {last, granted}: Pick<Decided, 'last' | 'granted'>,
  now: Date,
): ConsentStatus {
  if (!last) return 'unasked';
  if (isWithdrawn(last)) return 'withdrawn';
  const isGiven = last.event.state !== 'declined';
  // A yes is a yes to the words that were shown. New words, new question; a slip of the pen mended is no new word.
  if (isOutdated(manifest, last.policy.version, now)) return isGiven ? 'outdated' : 'unasked';
  if (!isGiven) return 'declined';
  return isOver(granted ?? last, now) ? 'expired' : 'given';
}
