import type {Manifest} from './manifest.js';
import type {ConsentRecord} from './record.js';
import {releasesSince} from './release.js';
import {endOfTerm} from './term.js';

/** Where a person stands with a policy. */
export type ConsentStatus = 'unasked' | 'given' | 'declined' | 'withdrawn' | 'outdated' | 'expired';

/** Where a person stands with a policy, from the last decision on record. */
export function consentStatus(manifest: Manifest, last: ConsentRecord | undefined, now: Date): ConsentStatus {
  if (!last) return 'unasked';
  const {state} = last.event;
  if (state === 'withdrawn') return state;
  // A yes is a yes to the words that were shown. New words, new question; a slip of the pen mended is no new word.
  if (releasesSince(manifest, last.policy.version, now).some((release) => release.change === 'material')) {
    return state === 'given' ? 'outdated' : 'unasked';
  }
  const end = endOfTerm(last.event);
  return state === 'given' && end !== undefined && end <= now.getTime() ? 'expired' : state;
}
