import {LANGS, type Release} from '../../core/index.js';
import {EXIT} from '../cli-error.js';
import type {Outcome} from '../outcome.js';
import type {Part} from '../read-file.js';
import type {ReleaseInput} from './release-input.js';

/** The release is in the manifest already, word for word. */
export const reportThere = (file: string, version: string): Outcome => ({
  exitCode: EXIT.ok,
  result: {ok: true, file, version, added: false},
  lines: [`Release ${version} is in ${file} already, word for word; nothing was changed.`],
});

/** The release was added, from what, and what comes next. */
export function reportAdded(
  file: string,
  release: Release,
  {notices, terms}: ReleaseInput,
  previous: Release | undefined,
): Outcome {
  const {version, change, effectiveFrom, documents, notice} = release;
  const origin = (part: Part | undefined) => part?.shown ?? `as in ${previous?.version}`;
  return {
    exitCode: EXIT.ok,
    result: {ok: true, file, version, added: true, release},
    lines: [
      {
        text: `Added release ${version} to ${file}: ${change}, in force from ${effectiveFrom}.`,
        style: 'bold',
      },
      ...LANGS.flatMap((lang) => {
        const {url, sha256} = documents[lang] ?? {};
        return url ? [`  document ${lang}  ${url}  sha256 ${sha256}`] : [];
      }),
      ...LANGS.flatMap((lang) => (notice[lang] ? [`  notice ${lang}    ${origin(notices.get(lang))}`] : [])),
      `  terms        ${origin(terms)}`,
      `Next: ipsm-policy check ${file}; then upload the documents first, the manifest last.`,
    ],
  };
}
