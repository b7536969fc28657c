import type {Manifest} from './manifest.js';
import type {ConsentRecord} from './record.js';
import {releasesSince} from './release.js';

/** Where a person stands with a policy. */
export type ConsentStatus = 'unasked' | 'given' | 'declined' | 'withdrawn' | 'outdated' | 'expired';

/** The moment a term ends; `undefined` where it has no end. */
function endOfTerm({event: {valid, time}}: ConsentRecord): number | undefined {
  if (!valid || valid === 'until-purpose-achieved') return;
  const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(valid);
  if (!duration) return Date.parse(valid);
  const [years = 0, months = 0, weeks = 0, days = 0] = duration.slice(1).map((part) => Number(part ?? 0));
  const end = new Date(time);
  end.setUTCFullYear(
    end.getUTCFullYear() + years,
    end.getUTCMonth() + months,
    end.getUTCDate() + weeks * 7 + days,
  );
  return end.getTime();
}

/** Where a person stands with a policy, from the last decision on record. */
export function consentStatus(manifest: Manifest, last: ConsentRecord | undefined, now: Date): ConsentStatus {
  if (!last) return 'unasked';
  const {state} = last.event;
  if (state === 'withdrawn') return state;
  // A yes is a yes to the words that were shown. New words, new question; a slip of the pen mended is no new word.
  if (releasesSince(manifest, last.policy.version, now).some((release) => release.change === 'material')) {
    return state === 'given' ? 'outdated' : 'unasked';
  }
  const end = endOfTerm(last);
  return state === 'given' && end !== undefined && end <= now.getTime() ? 'expired' : state;
}
