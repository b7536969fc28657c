import {canonicalJson} from './canonical-json.js';
import {differences} from './differences.js';
import type {Lang, Manifest, Notice, Point, Release} from './manifest.js';
import {own} from './own.js';
import {inOrder, releaseOf, releasesSince} from './release.js';

const idsOf = (points: Point[]) => points.map(({id}) => id).sort();

const boundWords = ({question, agree, accept, decline, ...notice}: Notice) => ({
  ...{question, agree, accept, decline},
  agreeFor: notice.agreeFor ?? null,
  purposes: notice.purposes ?? null,
  points: idsOf(notice.points),
  details: idsOf(notice.details),
});

/**
 * What of a release no editorial one may change.
 * @param before the release before: a language or a BIN that it does not have may be added
 */
function bound({official, operator, terms, notice}: Release, before: Release) {
  const {withdraw: _, ...rest} = terms;
  const words: Record<Lang, unknown> = {};
  for (const lang of Object.keys(before.notice)) {
    const there = own(notice, lang);
    words[lang] = there ? boundWords(there) : null;
  }
  const {name, bin} = operator;
  return {
    official,
    operator: {name, bin: before.operator.bin === null ? null : bin},
    terms: rest,
    notice: words,
  };
}

/** Paths of what makes a release material beside the one before (docs/format.md, section 6); none where it is editorial. */
export const materialChanges = (before: Release, after: Release): string[] =>
  differences(bound(after, before), bound(before, before)).map(({path}) => path);

/** The release before in order of force. */
export function predecessorOf(manifest: Manifest, {version}: Release): Release | undefined {
  const releases = inOrder(manifest);
  return releases[releases.findIndex((release) => release.version === version) - 1];
}

/** Whether a release asks again: it says so, or it changes what an editorial one may not. */
export function isMaterial(manifest: Manifest, release: Release): boolean {
  const before = predecessorOf(manifest, release);
  return (
    release.change === 'material' ||
    !before ||
    canonicalJson(bound(release, before)) !== canonicalJson(bound(before, before))
  );
}

/** Whether words that a person agreed to under a version are no longer in force: a material release, or a cancellation. */
export const isOutdated = (manifest: Manifest, version: string, now: Date): boolean =>
  Boolean(releaseOf(manifest, version)?.cancelled) ||
  releasesSince(manifest, version, now).some((release) => isMaterial(manifest, release));
