import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import {inOrder, readManifest, type Manifest, type Release} from '../../core/index.js';
import type {Disk} from './disk.js';

/** What pages read, in the archive and in the folder to upload. */
export const MANIFEST = 'policy.json';
/** Of every publishing one folder, numbered; what has its number is never touched again. */
export const ARCHIVE = 'archive';

const NUMBER = /^\d{4,}$/;
/** The folder of an entry, relative to the working folder. */
export const folderOf = (number: number): string => `${ARCHIVE}/${String(number).padStart(4, '0')}`;

/** One publishing: what was served from then on. */
export interface ArchiveEntry {
  number: number;
  /** Relative to the working folder. */
  folder: string;
  manifest: Manifest;
}

/** An entry whose file is not what was written. */
export class DamagedArchive extends Error {
  constructor(readonly file: string) {
    super(file);
  }
}

/** Numbers of the entries, oldest first. */
export const numbersIn = async (disk: Disk, root: string): Promise<number[]> =>
  (await disk.list(join(root, ARCHIVE)))
    .filter((name) => NUMBER.test(name))
    .map(Number)
    .sort((a, b) => a - b);

/** @throws {DamagedArchive} where its manifest cannot be read */
export async function readEntry(disk: Disk, root: string, number: number): Promise<ArchiveEntry> {
  const folder = folderOf(number);
  const file = `${folder}/${MANIFEST}`;
  try {
    const bytes = await disk.readFile(join(root, file));
    return {number, folder, manifest: readManifest(JSON.parse(String(bytes)))};
  } catch {
    throw new DamagedArchive(file);
  }
}

/** What is published now; `undefined` before the first time. */
export async function latestEntry(disk: Disk, root: string): Promise<ArchiveEntry | undefined> {
  const number = (await numbersIn(disk, root)).at(-1);
  return number === undefined ? undefined : readEntry(disk, root, number);
}

/** The release that a draft follows: the last one in order of force. */
export const lastRelease = (entry: ArchiveEntry | undefined): Release | undefined =>
  entry && inOrder(entry.manifest).at(-1);

/** Files by name; a name may have a folder in front. */
export type Files = Record<string, string | Uint8Array>;

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? Buffer.from(content) : content;

/**
 * Adds an entry if nobody else has added one with its number.
 *
 * No lock: it would outlive a killed process. A folder is renamed into place instead, which every file system does as a
 * whole, and refuses where one with something in it has the name.
 * @returns whether it is there now
 */
export async function addEntry(disk: Disk, root: string, number: number, files: Files): Promise<boolean> {
  const archive = join(root, ARCHIVE);
  const fresh = join(archive, `.new-${randomUUID()}`);
  try {
    for (const [name, content] of Object.entries(files)) {
      await disk.makeFolder(join(fresh, name, '..'));
      await disk.create(join(fresh, name), bytesOf(content));
    }
    await disk.rename(fresh, join(root, folderOf(number)));
    return true;
  } catch (error) {
    await disk.remove(fresh).catch(() => undefined);
    if ((await numbersIn(disk, root)).includes(number)) return false;
    throw error;
  }
}
