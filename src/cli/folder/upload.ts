import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import {
  ARCHIVE,
  documentsOf,
  latestEntry,
  MANIFEST,
  numbersIn,
  readDocuments,
  type ArchiveEntry,
  type PublishedDocument,
} from './archive.js';
import {readIfThere, type Disk} from './disk.js';
import {sha256Of} from './sha256-of.js';
import {writeFile} from './write-file.js';

/** What the operator copies to the site, whole. */
export const UPLOAD = 'upload';

const isThere = async (disk: Disk, path: string, bytes: Buffer): Promise<boolean> =>
  (await readIfThere(disk, path))?.equals(bytes) === true;

/** What is served of an entry: documents of all times and its manifest, each with its digest. */
export async function servedBy(
  disk: Disk,
  root: string,
  {folder, manifest}: ArchiveEntry,
): Promise<{documents: PublishedDocument[]; manifest: {bytes: Buffer; sha256: string}}> {
  const bytes = await disk.readFile(join(root, folder, MANIFEST));
  return {documents: manifest.releases.flatMap(documentsOf), manifest: {bytes, sha256: sha256Of(bytes)}};
}

/**
 * Every file of the folder to upload, by name: documents of all times, and the newest manifest last.
 * @throws {DamagedArchive}
 */
async function uploadFiles(disk: Disk, root: string): Promise<Map<string, Buffer>> {
  const newest = await latestEntry(disk, root);
  if (!newest) return new Map();
  const {documents, manifest} = await servedBy(disk, root, newest);
  return (await readDocuments(disk, root, documents)).set(MANIFEST, manifest.bytes);
}

/** Names of files in the folder to upload that are missing or not what was published. */
export async function staleUploads(disk: Disk, root: string): Promise<string[]> {
  const stale: string[] = [];
  for (const [name, bytes] of await uploadFiles(disk, root)) {
    if (!(await isThere(disk, join(root, UPLOAD, name), bytes))) stale.push(name);
  }
  return stale;
}

/** After so long, whoever began to write a file is not writing it any more. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
/** Names of what is being written: a file beside its place, an entry of the archive. */
const UNFINISHED: Record<string, RegExp> = {[UPLOAD]: /^\..+\.tmp$/, [ARCHIVE]: /^\.new-/};

/** Removes what killed runs have left behind, if it can: the folder is copied to the site with everything in it. */
async function clearAway(disk: Disk, root: string): Promise<void> {
  for (const [folder, unfinished] of Object.entries(UNFINISHED)) {
    for (const name of (await disk.list(join(root, folder))).filter((one) => unfinished.test(one))) {
      const path = join(root, folder, name);
      const changed = await disk.changedAt(path);
      if (changed === undefined || Date.now() - changed <= ABANDONED_MS) continue;
      // As a whole first: whoever writes in it after all, such as a computer that slept, is not to finish half of it.
      const aside = join(root, folder, `.new-${randomUUID()}.tmp`);
      await disk.rename(path, aside).catch(() => undefined);
      await disk.remove(aside).catch(() => undefined);
    }
  }
}

/**
 * Makes the folder to upload what the archive says. Whoever comes last looks once more: a slower run must not leave an
 * older manifest behind.
 * @returns whether anything in it had to be written
 * @throws {DamagedArchive} where the archive is not what was published; then nothing is written
 */
export async function refreshUpload(disk: Disk, root: string): Promise<boolean> {
  let written: number | undefined;
  let isChanged = false;
  await clearAway(disk, root);
  for (;;) {
    const newest = (await numbersIn(disk, root)).at(-1);
    if (newest === written) return isChanged;
    for (const [name, bytes] of await uploadFiles(disk, root)) {
      const path = join(root, UPLOAD, name);
      if (await isThere(disk, path, bytes)) continue;
      await writeFile(disk, path, bytes);
      isChanged = true;
    }
    written = newest;
  }
}
