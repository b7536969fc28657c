import {canonicalJson} from './canonical-json.js';
import type {Manifest, Release} from './manifest.js';
import type {NoticeDigests} from './notice.js';
import type {ConsentRecord} from './record.js';
import {releaseOf} from './release.js';

/** A release without the one field that may be added after it was published. */
const published = ({cancelled: _, ...release}: Release) => canonicalJson(release);

/** Two sources of one policy, put together. */
export interface Union {
  manifest: Manifest;
  /** A version that differs between them in more than its cancellation: one of them was altered after it was published. */
  altered: string | undefined;
}

/**
 * The releases of two sources of one policy, by version: a page may leave older ones out, a copy may lack the newest. Once
 * cancelled, a release stays so.
 * @param known what was there before
 * @param found what has come
 */
export function unite(known: Manifest | undefined, found: Manifest): Union {
  if (!known) return {manifest: found, altered: undefined};
  const older = known.releases.filter(({version}) => !releaseOf(found, version));
  const releases = found.releases.map((release) => {
    const before = releaseOf(known, release.version);
    const cancelled = before?.cancelled ?? release.cancelled;
    // The very one that is in use, where nothing is new: what is on screen is still up to date.
    return before?.cancelled === cancelled ? before : {...release, cancelled};
  });
  const altered = found.releases.find((release) => {
    const before = releaseOf(known, release.version);
    return before && published(before) !== published(release);
  });
  return {manifest: {...found, releases: [...older, ...releases]}, altered: altered?.version};
}

/** The version whose words are not those that a person decided about. */
export function rewrittenVersion(
  {policy, notice}: ConsentRecord,
  digests: Map<string, NoticeDigests>,
): string | undefined {
  const now = digests.get(policy.version)?.[notice.lang];
  return now && notice.sha256 && now !== notice.sha256 ? policy.version : undefined;
}
