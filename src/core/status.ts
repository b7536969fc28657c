import type {Manifest} from './manifest.js';
import type {ConsentRecord} from './record.js';
import {releasesSince} from './release.js';

/** Where a person stands with a policy. */
export type ConsentStatus = 'unasked' | 'given' | 'declined' | 'withdrawn' | 'outdated' | 'expired';

/** Whether nothing that the service needs is agreed to any more: one purpose withdrawn leaves the others as they were. */
export const isWithdrawn = ({event, purposes}: ConsentRecord): boolean =>
  event.state === 'withdrawn' && !purposes.some(({required, decision}) => required && decision === 'given');

/** The moment a term ends; `undefined` where it has no end. */
function endOfTerm({event: {state, valid, time}}: ConsentRecord): number | undefined {
  if (!valid || valid === 'until-purpose-achieved') return;
  const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(valid);
  if (!duration) return Date.parse(valid);
  // When the consent was given is not known any more. A withdrawal never prolongs it.
  if (state !== 'given') return 0;
  const [years = 0, months = 0, weeks = 0, days = 0] = duration.slice(1).map((part) => Number(part ?? 0));
  const end = new Date(time);
  end.setUTCFullYear(
    end.getUTCFullYear() + years,
    end.getUTCMonth() + months,
    end.getUTCDate() + weeks * 7 + days,
  );
  return end.getTime();
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
  const end = endOfTerm(giving);
  return end !== undefined && end <= now.getTime() ? 'expired' : 'given';
}
