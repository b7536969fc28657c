import {randomUUID} from 'node:crypto';
import {dirname, join} from 'node:path';
import {inOrder, readManifest, type Manifest, type Release} from '../../core/index.js';
import type {Disk} from './disk.js';
import {sha256Of} from './sha256-of.js';

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
  constructor(
    readonly file: string,
    readonly damage: 'unreadable' | 'altered' | 'missing' = 'unreadable',
  ) {
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

/** A full text that was published, as the manifest names it. */
export interface PublishedDocument {
  lang: string;
  /** Of its file, in the archive and in the folder to upload. */
  name: string;
  sha256: string;
}

/** The full texts of a release that are kept here, and not somewhere else on the site. */
export const documentsOf = ({documents}: Release): PublishedDocument[] =>
  Object.entries(documents).flatMap(([lang, document]) =>
    document?.url && document.sha256 && !document.url.includes('/')
      ? [{lang, name: document.url, sha256: document.sha256}]
      : [],
  );

/**
 * Reads full texts that were published, by name.
 * @throws {DamagedArchive} where one is gone or is not what people were told: it must not be put in place of a true copy
 */
export async function readDocuments(
  disk: Disk,
  root: string,
  documents: PublishedDocument[],
): Promise<Map<string, Buffer>> {
  const folders = (await numbersIn(disk, root)).map(folderOf);
  const kept = await Promise.all(folders.map((folder) => disk.list(join(root, folder))));
  const found = new Map<string, Buffer>();
  for (const {name, sha256} of documents) {
    const files = folders.filter((_, i) => kept[i]!.includes(name)).map((folder) => `${folder}/${name}`);
    for (const file of files) {
      const bytes = await disk.readFile(join(root, file));
      if (sha256Of(bytes) === sha256) found.set(name, bytes);
    }
    if (!found.has(name)) throw new DamagedArchive(files[0] ?? name, files.length ? 'altered' : 'missing');
  }
  return found;
}

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
    await disk.makeFolder(archive);
    const folders = new Set(Object.keys(files).map((name) => dirname(join(fresh, name))));
    // Once: where somebody takes it for abandoned, nothing with half of the files is made anew.
    for (const folder of new Set([fresh, ...folders])) await disk.makeNewFolder(folder);
    for (const [name, content] of Object.entries(files)) {
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
