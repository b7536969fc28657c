import type {Manifest, Release} from '../../core/index.js';
import {inOrder} from '../../core/release.js';
import {createAsker} from '../ask.js';
import {forbidden, readOrStop, unusable} from '../cli-error.js';
import {differences} from '../differences.js';
import {isDraft, readDraft} from '../draft.js';
import type {Io} from '../io.js';
import {openManifest, readAsWritten, refuseTooLarge} from '../manifest-file.js';
import type {Outcome} from '../outcome.js';
import {unknownFields} from '../unknown-fields.js';
import {formatJson, replaceFile} from '../write-file.js';
import {buildRelease} from './build-release.js';
import {needVersion, readInput, type AddOptions, type ReleaseInput} from './release-input.js';
import {reportAdded, reportThere} from './report.js';

export type {AddOptions};

/** Reads the new release as pages will, under the path that it gets in the manifest. */
function readRelease(
  before: Manifest,
  release: Record<keyof Release, unknown>,
  input: ReleaseInput,
): Release {
  const index = before.releases.length;
  const root = `releases[${index}]`;
  const parts = [
    ...[...input.notices].map(([lang, part]) => ({at: `${root}.notice.${lang}`, ...part})),
    ...(input.terms ? [{at: `${root}.terms`, ...input.terms}] : []),
  ];
  const hint = (path: string) => {
    const part = parts.find(({at}) => path.startsWith(at));
    return part ? `Mend it in ${part.shown}.` : '';
  };
  const json = {...before, releases: [...before.releases, release]};
  const read = readOrStop(() => readAsWritten(json), hint).releases[index]!;
  const [unknown] = unknownFields(release, read, root);
  if (unknown === undefined) return read;
  throw unusable(
    'unknown-field',
    unknown,
    `No page reads this field. Correct its name. ${hint(unknown)}`.trim(),
  );
}

/** Adds a release to a manifest. The same release once more changes nothing. */
export async function add(io: Io, shown: string, options: AddOptions): Promise<Outcome> {
  const file = await openManifest(io, shown);
  const {json} = file;
  const manifest = readOrStop(() => (isDraft(json) ? readDraft(json) : readAsWritten(json)));
  const ordered = inOrder(manifest);
  const asker = createAsker(io);
  try {
    const version = await needVersion(options, asker);
    const there = ordered.find((release) => release.version === version);
    const previous = there ? ordered[ordered.indexOf(there) - 1] : ordered.at(-1);
    const input = await readInput(io, file.path, options, version, previous, asker);
    const before = {...manifest, releases: manifest.releases.filter((release) => release !== there)};
    const release = readRelease(before, await buildRelease(input, previous), input);
    if (there) {
      const changed = differences(there, release);
      if (!changed.length) return reportThere(shown, version);
      throw forbidden(
        'version-exists',
        '--version',
        `Release "${version}" is in ${shown} already and differs at ${changed.join(', ')}. ` +
          'A published release is never edited: give the new one another version.',
      );
    }
    const releases = [...(json as Manifest).releases, release];
    const text = formatJson({...(json as object), releases});
    refuseTooLarge(shown, Buffer.byteLength(text));
    await replaceFile(file.path, shown, file.bytes, text);
    return reportAdded(shown, release, input, previous);
  } finally {
    asker?.close();
  }
}
