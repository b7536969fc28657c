import {join} from 'node:path';
import {ARCHIVE, folderOf, MANIFEST, numbersIn} from './archive.js';
import {readIfThere, type Disk} from './disk.js';
import {writeFile} from './write-file.js';

/** What the operator copies to the site, whole. */
export const UPLOAD = 'upload';

const isThere = async (disk: Disk, path: string, bytes: Buffer): Promise<boolean> =>
  (await readIfThere(disk, path))?.equals(bytes) === true;

/** Names of the files of an entry that are served. */
const servedIn = async (disk: Disk, folder: string): Promise<string[]> =>
  (await disk.list(folder)).filter((name) => /\.html$/.test(name));

/** Every file of the folder to upload, by name: documents of all times, and the newest manifest last. */
export async function uploadFiles(disk: Disk, root: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const numbers = await numbersIn(disk, root);
  for (const number of numbers) {
    const folder = folderOf(number);
    for (const name of await servedIn(disk, join(root, folder))) {
      files.set(name, await disk.readFile(join(root, folder, name)));
    }
  }
  const newest = numbers.at(-1);
  if (newest !== undefined) files.set(MANIFEST, await disk.readFile(join(root, folderOf(newest), MANIFEST)));
  return files;
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
const ABANDONED_MS = 10_000;
/** Names of what is being written: a file beside its place, an entry of the archive. */
const UNFINISHED: Record<string, RegExp> = {[UPLOAD]: /^\..+\.tmp$/, [ARCHIVE]: /^\.new-/};

/** Removes what killed runs have left behind: the folder is copied to the site with everything in it. */
async function clearAway(disk: Disk, root: string): Promise<void> {
  for (const [folder, unfinished] of Object.entries(UNFINISHED)) {
    for (const name of (await disk.list(join(root, folder))).filter((one) => unfinished.test(one))) {
      const path = join(root, folder, name);
      const changed = await disk.changedAt(path);
      if (changed !== undefined && Date.now() - changed > ABANDONED_MS) await disk.remove(path);
    }
  }
}

/**
 * Makes the folder to upload what the archive says. Whoever comes last looks once more: a slower run must not leave an
 * older manifest behind.
 * @returns whether anything in it had to be written
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
