import {currentRelease, type Manifest, type Release} from '../../core/index.js';

/** Whether a release has come into force by itself, and not only for want of another. */
export const hasBegun = ({effectiveFrom}: Release, now: Date): boolean =>
  effectiveFrom === null || Date.parse(effectiveFrom) <= now.getTime();

/** The release that pages ask about though its day has not come: none has begun, so the first of them is in force. */
export function aheadOfAll(manifest: Manifest, now: Date): Release | undefined {
  const release = currentRelease(manifest, now);
  return release && !hasBegun(release, now) ? release : undefined;
}
