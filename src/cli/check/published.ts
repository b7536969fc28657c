import {join} from 'node:path';
import {canonicalJson, isMaterial, readManifest, type Manifest} from '../../core/index.js';
import {problem, warning, type Finding} from '../finding.js';
import {
  ARCHIVE,
  DamagedArchive,
  documentsOf,
  folderOf,
  MANIFEST,
  numbersIn,
  readEntry,
  type ArchiveEntry,
} from '../folder/archive.js';
import {SETTINGS} from '../folder/find-folder.js';
import {readIfThere, type Disk} from '../folder/disk.js';
import {sha256Of} from '../folder/sha256-of.js';
import {staleUploads, UPLOAD} from '../folder/upload.js';
import type {Words} from '../words/words.js';

/** What is in the working folder of what was published. */
export interface PublishedRead {
  /** The manifest in the folder to upload; nothing where there is none, or none that can be read: `publish` mends it. */
  uploaded: Manifest | undefined;
  /** Entries of the archive that can be read, oldest first. */
  entries: ArchiveEntry[];
  /** The last one; nothing before the first time, and where it cannot be read. */
  newest: ArchiveEntry | undefined;
  /** Entries that cannot be read, or are gone. */
  findings: Finding[];
}

async function uploadedManifest(disk: Disk, root: string): Promise<Manifest | undefined> {
  const bytes = await readIfThere(disk, join(root, UPLOAD, MANIFEST));
  try {
    return bytes && readManifest(JSON.parse(String(bytes)));
  } catch {
    return undefined;
  }
}

/** Reads everything that was published. */
export async function readPublished(disk: Disk, root: string, w: Words): Promise<PublishedRead> {
  // In this order: whoever publishes at the same time adds to the archive first.
  const uploaded = await uploadedManifest(disk, root);
  const numbers = await numbersIn(disk, root);
  const last = numbers.at(-1) ?? 0;
  const entries: ArchiveEntry[] = [];
  const findings: Finding[] = [];
  for (let number = 1; number <= last; number++) {
    if (!numbers.includes(number)) {
      findings.push(problem('archive', {file: folderOf(number), line: null}, w.archiveGap()));
      continue;
    }
    try {
      entries.push(await readEntry(disk, root, number));
    } catch (error) {
      if (!(error instanceof DamagedArchive)) throw error;
      findings.push(problem('archive', {file: error.file, line: null}, w.archiveUnreadable()));
    }
  }
  const newest = entries.find(({number}) => number === last);
  return {uploaded, entries, newest, findings};
}

const releaseIn = (manifest: Manifest | undefined, version: string) =>
  manifest?.releases.find((release) => release.version === version);

/** What a release says; that it is cancelled may be added later. */
const wordsOf = (manifest: Manifest | undefined, version: string): string | undefined => {
  const release = releaseIn(manifest, version);
  if (!release) return undefined;
  const {cancelled: _, ...words} = release;
  return canonicalJson(words);
};

/** Versions and cancellations that the folder to upload has and the archive lacks. */
function lostFromArchive({uploaded, newest}: PublishedRead, w: Words): string[] {
  return (uploaded?.releases ?? []).flatMap(({version, cancelled}) => {
    const own = releaseIn(newest?.manifest, version);
    if (!own) return [version];
    return cancelled !== null && own.cancelled === null ? [w.cancellationOf(version)] : [];
  });
}

const timesIn = (said: string[], text: string | undefined) => said.filter((other) => other === text).length;

/** What most of them say; of as many, what was said first. */
const commonest = (said: string[]): string | undefined =>
  said.reduce<string | undefined>(
    (best, text) => (best === undefined || timesIn(said, text) > timesIn(said, best) ? text : best),
    undefined,
  );

/** Entries from the first one that has a version, what each says of it, and what the folder to upload says. */
function saidOf(version: string, {entries, uploaded}: PublishedRead) {
  const kept = entries.slice(entries.findIndex(({manifest}) => releaseIn(manifest, version)));
  const said = kept.map(({manifest}) => wordsOf(manifest, version) ?? '');
  const served = wordsOf(uploaded, version);
  const right = commonest(served === undefined ? said : [...said, served]);
  const isDisputed =
    served !== undefined &&
    served !== right &&
    timesIn([...said, served], served) === timesIn([...said, served], right);
  return {kept, said, right, isDisputed};
}

const versionsIn = ({entries}: PublishedRead): string[] => [
  ...new Set(entries.flatMap(({manifest}) => manifest.releases.map(({version}) => version))),
];

/**
 * What the folder to upload and the archive leave undecided: the archive is not all there, or as many say the one as the
 * other. What is published on top of it would be put in place of what people have agreed to.
 */
export function undecided(read: PublishedRead, w: Words): Finding[] {
  const place = {file: ARCHIVE, line: null};
  const lost = lostFromArchive(read, w);
  const disputed = versionsIn(read).filter((version) => saidOf(version, read).isDisputed);
  return [
    ...(lost.length ? [problem('archive-lost', place, w.archiveLost(lost))] : []),
    ...disputed.map((version) => problem('archive-disagrees', place, w.archiveDisagrees(version))),
  ];
}

/**
 * What was published once is in every later manifest, word for word; only a cancellation may have been added. The file
 * that stands alone with what it says is the one that was edited, and not the one after it.
 */
function alteredIn(read: PublishedRead): {file: string; version: string}[] {
  return versionsIn(read).flatMap((version) => {
    const {kept, said, right, isDisputed} = saidOf(version, read);
    const cancelledIn = kept.map(({manifest}) => releaseIn(manifest, version)?.cancelled);
    return kept.flatMap(({folder}, i) => {
      const before = cancelledIn[i - 1];
      const isOtherCancellation = Boolean(before) && cancelledIn[i] !== before;
      const isAltered = !isDisputed && said[i] !== right;
      return isAltered || isOtherCancellation ? [{file: `${folder}/${MANIFEST}`, version}] : [];
    });
  });
}

/** The documents that an entry brought are the ones that its manifest names. */
async function checkFiles(
  disk: Disk,
  root: string,
  entry: ArchiveEntry,
  before: ArchiveEntry | undefined,
  w: Words,
): Promise<Finding[]> {
  const known = new Set(before?.manifest.releases.map(({version}) => version));
  const findings: Finding[] = [];
  for (const release of entry.manifest.releases) {
    if (known.has(release.version)) continue;
    for (const {name, sha256} of documentsOf(release)) {
      const file = `${entry.folder}/${name}`;
      const bytes = await readIfThere(disk, join(root, file));
      if (bytes && sha256Of(bytes) === sha256) continue;
      const message = bytes ? w.archiveAltered() : w.archiveMissing();
      findings.push(problem('archive', {file, line: null}, message));
    }
  }
  return findings;
}

/** What in the archive is not what was published: it is not to be copied over what is. */
export async function damageTo(disk: Disk, root: string, read: PublishedRead, w: Words): Promise<Finding[]> {
  const {entries} = read;
  const findings = alteredIn(read).map(({file, version}) =>
    problem('release-altered', {file, line: null}, w.releaseAltered(version)),
  );
  for (const entry of entries) {
    const before = entries.find(({number}) => number === entry.number - 1);
    // Which versions are its own, the one before it says.
    if (before || entry.number === 1) findings.push(...(await checkFiles(disk, root, entry, before, w)));
  }
  return findings;
}

/**
 * Nothing that was published has been touched: the archive, and the folder to upload.
 * @param id what the settings call the policy; it stays what it was
 */
export async function checkPublished(
  disk: Disk,
  root: string,
  read: PublishedRead,
  w: Words,
  id?: string,
): Promise<Finding[]> {
  const findings = [
    ...(read.findings.length ? read.findings : undecided(read, w)),
    ...(await damageTo(disk, root, read, w)),
  ];
  const newest = read.entries.at(-1);
  if (newest && id !== undefined && id !== newest.manifest.id) {
    findings.push(problem('id-changed', {file: SETTINGS, line: null}, w.idChanged(id, newest.manifest.id)));
  }
  for (const release of newest?.manifest.releases ?? []) {
    if (release.change === 'editorial' && isMaterial(newest!.manifest, release)) {
      const place = {file: `${newest!.folder}/${MANIFEST}`, line: null};
      findings.push(problem('not-a-correction', place, w.publishedAsCorrection(release.version)));
    }
  }
  if (!findings.length) {
    for (const name of await staleUploads(disk, root)) {
      findings.push(warning('upload', {file: `${UPLOAD}/${name}`, line: null}, w.uploadStale()));
    }
  }
  return findings;
}
