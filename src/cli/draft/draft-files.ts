import {join} from 'node:path';
import type {Disk} from '../folder/disk.js';

/** Where the next release is written. */
export const DRAFT = 'draft';

/** What editors leave beside a file. */
const isOurs = (name: string) => !/^[.~]|~$|\.(tmp|bak|swp)$/i.test(name);

/** Files by name, and the folders beside them. */
export class DraftFiles extends Map<string, Buffer> {
  readonly folders: string[] = [];
}

/** The files of a draft as they are at one moment, by name: what is checked is what is published. */
export async function draftFiles(disk: Disk, root: string, folder = DRAFT): Promise<DraftFiles> {
  const files = new DraftFiles();
  for (const name of (await disk.list(join(root, folder))).filter(isOurs).sort()) {
    const path = join(root, folder, name);
    if (await disk.isFolder(path)) files.folders.push(name);
    else files.set(name, await disk.readFile(path));
  }
  return files;
}
