import {join} from 'node:path';
import {canonicalJson, isMaterial, readManifest, type Manifest, type Release} from '../../core/index.js';
import {problem, warning, type Finding} from '../finding.js';
import {
  ARCHIVE,
  DamagedArchive,
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

const withoutCall = ({cancelled: _, ...rest}: Release) => canonicalJson(rest);

/** The manifest in the folder to upload; nothing where there is none, or none that can be read: `publish` mends it. */
async function uploadedManifest(disk: Disk, root: string): Promise<Manifest | undefined> {
  const bytes = await readIfThere(disk, join(root, UPLOAD, MANIFEST));
  try {
    return bytes && readManifest(JSON.parse(String(bytes)));
  } catch {
    return undefined;
  }
}

/**
 * Versions and call-offs that the folder to upload has and the archive lacks: the archive is not all there. What is
 * published on top of it would be put in place of what people have agreed to.
 */
export async function lostFromArchive(disk: Disk, root: string, w: Words): Promise<Finding[]> {
  // In this order: whoever publishes at the same time adds to the archive first.
  const uploaded = await uploadedManifest(disk, root);
  const number = (await numbersIn(disk, root)).at(-1);
  if (!uploaded) return [];
  const kept = number === undefined ? [] : (await readEntry(disk, root, number)).manifest.releases;
  const lost = uploaded.releases.flatMap(({version, cancelled}) => {
    const own = kept.find((release) => release.version === version);
    if (!own) return [version];
    return cancelled !== null && own.cancelled === null ? [w.callOffOf(version)] : [];
  });
  return lost.length ? [problem('archive-lost', {file: ARCHIVE, line: null}, w.archiveLost(lost))] : [];
}

/** One manifest among those that are compared. */
interface Holder {
  /** Where it is; nothing for one that is not blamed. */
  file: string | undefined;
  manifest: Manifest;
}

/** What most of them say; of as many, what was said first. */
function commonest(said: string[]): string | undefined {
  const times = (text: string) => said.filter((other) => other === text).length;
  return said.reduce<string | undefined>(
    (best, text) => (best === undefined || times(text) > times(best) ? text : best),
    undefined,
  );
}

/**
 * What was published once is in every later manifest, word for word; only a call-off may have been added. The file that
 * stands alone with what it says is the one that was edited, and not the one after it.
 */
function alteredIn(holders: Holder[]): {file: string; version: string}[] {
  const versions = new Set(holders.flatMap(({manifest}) => manifest.releases.map(({version}) => version)));
  return [...versions].flatMap((version) => {
    const own = holders.map(({manifest}) => manifest.releases.find((release) => release.version === version));
    const from = own.findIndex(Boolean);
    const said = own.slice(from).map((release) => (release ? withoutCall(release) : ''));
    const right = commonest(said);
    return holders.slice(from).flatMap(({file}, i) => {
      if (file === undefined) return [];
      const [before, now] = [own[from + i - 1], own[from + i]];
      const isOtherCall = Boolean(before?.cancelled) && now?.cancelled !== before?.cancelled;
      return said[i] !== right || isOtherCall ? [{file, version}] : [];
    });
  });
}

/** Reads every entry; one that cannot be read is told. */
async function entriesOf(
  disk: Disk,
  root: string,
  w: Words,
): Promise<{entries: ArchiveEntry[]; findings: Finding[]}> {
  const entries: ArchiveEntry[] = [];
  const findings: Finding[] = [];
  const numbers = await numbersIn(disk, root);
  for (let number = 1; number <= (numbers.at(-1) ?? 0); number++) {
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
  return {entries, findings};
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
  for (const {version, documents} of entry.manifest.releases) {
    if (known.has(version)) continue;
    for (const document of Object.values(documents)) {
      if (!document?.url || !document.sha256 || document.url.includes('/')) continue;
      const file = `${entry.folder}/${document.url}`;
      const bytes = await readIfThere(disk, join(root, file));
      if (bytes && sha256Of(bytes) === document.sha256) continue;
      const message = bytes ? w.archiveAltered() : w.archiveMissing();
      findings.push(problem('archive', {file, line: null}, message));
    }
  }
  return findings;
}

/**
 * Nothing that was published has been touched: the archive, and the folder to upload.
 * @param id what the settings call the policy; it stays what it was
 */
export async function checkPublished(disk: Disk, root: string, w: Words, id?: string): Promise<Finding[]> {
  const uploaded = await uploadedManifest(disk, root);
  const {entries, findings} = await entriesOf(disk, root, w);
  if (!findings.length) findings.push(...(await lostFromArchive(disk, root, w)));
  const holders: Holder[] = entries.map(({folder, manifest}) => ({file: `${folder}/${MANIFEST}`, manifest}));
  if (uploaded) holders.push({file: undefined, manifest: uploaded});
  for (const {file, version} of alteredIn(holders)) {
    findings.push(problem('release-altered', {file, line: null}, w.releaseAltered(version)));
  }
  for (const entry of entries) {
    const before = entries.find(({number}) => number === entry.number - 1);
    // Which versions are its own, the one before it says.
    if (before || entry.number === 1) findings.push(...(await checkFiles(disk, root, entry, before, w)));
  }
  const newest = entries.at(-1);
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
