import {announcedRelease, currentRelease, type Manifest, type Release} from '../../core/index.js';
import {unnamed} from '../check/check-draft.js';
import type {Draft} from '../draft/read-draft.js';
import {withoutChanges, wordsDigest} from '../draft/words-digest.js';

const bare = (release: Release) => wordsDigest(withoutChanges(release));

/** The release in force or announced that says what the draft says. */
export function publishedAlready(manifest: Manifest, draft: Draft, now: Date): Release | undefined {
  const wanted = bare(unnamed(draft));
  return [announcedRelease(manifest, now), currentRelease(manifest, now)].find(
    (release) => release && bare(release) === wanted,
  );
}
