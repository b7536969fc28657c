import {startOf, type Manifest, type Release} from './manifest.js';

/** Releases in order of force: those that are not cancelled, by the moment they begin. */
export const inOrder = ({releases}: Manifest): Release[] =>
  releases.filter(({cancelled}) => cancelled === null).sort((a, b) => startOf(a) - startOf(b));

/** The release in force: the last one that has begun, or the first one before any has; `undefined` if all are cancelled. */
export function currentRelease(manifest: Manifest, now: Date): Release | undefined {
  const releases = inOrder(manifest);
  return releases.filter((release) => startOf(release) <= now.getTime()).at(-1) ?? releases[0];
}

/** The next release after the one in force, if it has not begun. */
export function announcedRelease(manifest: Manifest, now: Date): Release | undefined {
  const releases = inOrder(manifest);
  const next = releases[releases.indexOf(currentRelease(manifest, now)!) + 1];
  return next && startOf(next) > now.getTime() ? next : undefined;
}

/** The release of that name, cancelled or not. */
export const releaseOf = ({releases}: Manifest, version: string): Release | undefined =>
  releases.find((release) => release.version === version);

/**
 * Releases that came into force after the given version, up to the one in force; all of them for a version that is not in
 * the order of force.
 */
export function releasesSince(manifest: Manifest, version: string, now: Date): Release[] {
  const releases = inOrder(manifest);
  const from = releases.findIndex((release) => release.version === version);
  return releases.slice(from + 1, releases.indexOf(currentRelease(manifest, now)!) + 1);
}
