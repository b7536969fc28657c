import type {Manifest, Release} from './manifest.js';

const start = ({effectiveFrom}: Release) => (effectiveFrom ? Date.parse(effectiveFrom) : -Infinity);

/** Releases by the moment they come into force; those of one moment in the order of the manifest. */
export const inOrder = (manifest: Manifest): Release[] =>
  [...manifest.releases].sort((a, b) => start(a) - start(b) || 0);

/** The release in force: the last one that has begun, or the first one before any has. */
export function currentRelease(manifest: Manifest, now: Date): Release {
  const releases = inOrder(manifest);
  return releases.filter((release) => start(release) <= now.getTime()).at(-1) ?? releases[0]!;
}

/** The next release that has not begun. */
export const upcomingRelease = (manifest: Manifest, now: Date): Release | undefined =>
  inOrder(manifest).find(
    (release) => start(release) > now.getTime() && release !== currentRelease(manifest, now),
  );

/** Releases that came into force after the given version, up to the current one; all of them for an unknown version. */
export function releasesSince(manifest: Manifest, version: string, now: Date): Release[] {
  const releases = inOrder(manifest);
  const from = releases.findIndex((release) => release.version === version);
  const to = releases.indexOf(currentRelease(manifest, now));
  return releases.slice(from + 1, to + 1);
}
