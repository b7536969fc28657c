import type {Notice, Release} from '../../core/manifest.js';
import type {ConsentRecord} from '../../core/record.js';
import {releaseOf} from '../../core/release.js';
import type {PolicyContext} from '../page/policy-context.js';

/** The words that a record is about, as far as this page has them. */
export interface RecordWords {
  release: Release | undefined;
  notice: Notice | undefined;
  /** Whether they have another digest than the one in the record. */
  isAltered: boolean;
}

/** The words of the release and the language that a record names, whatever is in force or shown now. */
export function recordWords(
  {policy: {version}, notice: {lang, sha256}}: ConsentRecord,
  context: PolicyContext,
): RecordWords {
  const release = context.manifest && releaseOf(context.manifest, version);
  const now = context.digests.get(version)?.[lang];
  return {release, notice: release?.notice[lang], isAltered: Boolean(now && sha256 && now !== sha256)};
}
