import {canonicalJson, type Release} from '../../core/index.js';
import {sha256Of} from '../folder/sha256-of.js';

const digestsOf = ({documents}: Release) =>
  Object.fromEntries(Object.entries(documents).map(([lang, document]) => [lang, document?.sha256 ?? null]));

/** One digest for everything that people are shown, whatever the version is called and whenever it begins. */
export function wordsDigest(release: Release): string {
  const {operator, official, notice, terms} = release;
  return sha256Of(canonicalJson({operator, official, documents: digestsOf(release), notice, terms}));
}

/** The release without the lines on what changed: they belong to one publishing, not to what is agreed to. */
export const withoutChanges = (release: Release): Release => ({
  ...release,
  notice: Object.fromEntries(
    Object.entries(release.notice).map(([lang, words]) => {
      const {changes: _, ...rest} = words;
      return [lang, rest];
    }),
  ),
});
