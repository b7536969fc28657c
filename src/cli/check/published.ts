import {join} from 'node:path';
import {canonicalJson, isMaterial, type Manifest, type Release} from '../../core/index.js';
import {problem, warning, type Finding} from '../finding.js';
import {DamagedArchive, MANIFEST, numbersIn, readEntry, type ArchiveEntry} from '../folder/archive.js';
import {readIfThere, type Disk} from '../folder/disk.js';
import {sha256Of} from '../folder/sha256-of.js';
import {staleUploads, UPLOAD} from '../folder/upload.js';
import type {Words} from '../words/words.js';

const withoutCall = ({cancelled: _, ...rest}: Release) => canonicalJson(rest);

/** What an older manifest published is in the newer one, word for word; only a call-off may have been added. */
function alteredVersions(older: Manifest, newer: Manifest): string[] {
  return older.releases
    .filter((release) => {
      const now = newer.releases.find(({version}) => version === release.version);
      if (!now || withoutCall(now) !== withoutCall(release)) return true;
      return release.cancelled !== null && now.cancelled !== release.cancelled;
    })
    .map(({version}) => version);
}

/** Reads every entry; one that cannot be read is told. */
async function entriesOf(
  disk: Disk,
  root: string,
  w: Words,
): Promise<{entries: ArchiveEntry[]; findings: Finding[]}> {
  const entries: ArchiveEntry[] = [];
  const findings: Finding[] = [];
  for (const number of await numbersIn(disk, root)) {
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

/** Nothing that was published has been touched: the archive, and the folder to upload. */
export async function checkPublished(disk: Disk, root: string, w: Words): Promise<Finding[]> {
  const {entries, findings} = await entriesOf(disk, root, w);
  for (const [i, entry] of entries.entries()) {
    const before = entries[i - 1];
    for (const version of before ? alteredVersions(before.manifest, entry.manifest) : []) {
      const place = {file: `${entry.folder}/${MANIFEST}`, line: null};
      findings.push(problem('release-altered', place, w.releaseAltered(version)));
    }
    findings.push(...(await checkFiles(disk, root, entry, before, w)));
  }
  const newest = entries.at(-1);
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
