import {mkdir, open, readdir, readFile, realpath, rename, rm, stat} from 'node:fs/promises';

/** The part of a file system that commands use; a test puts one in its place that fails where it likes. */
export interface Disk {
  readFile(path: string): Promise<Buffer>;
  /** Names of what is in a folder; none where it does not exist. */
  list(path: string): Promise<string[]>;
  isFolder(path: string): Promise<boolean>;
  /** When what is at the path was changed last, in milliseconds; `undefined` where nothing is. */
  changedAt(path: string): Promise<number | undefined>;
  /** With its parents; no error where it exists. */
  makeFolder(path: string): Promise<void>;
  /** @throws where it exists, or the folder around it does not */
  makeNewFolder(path: string): Promise<void>;
  /** A new file, whole and on the medium. @throws where it exists */
  create(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** With what is in it; no error where it does not exist. */
  remove(path: string): Promise<void>;
  /** The file that a link leads to; the path itself where nothing is there yet. */
  target(path: string): Promise<string>;
}

/** The code of a system error, such as `ENOSPC`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** What Node says of a file that it cannot read as a whole, and of one that makes no text. */
const TOO_LARGE: (string | undefined)[] = ['ERR_FS_FILE_TOO_LARGE', 'ERR_STRING_TOO_LONG'];
export const isTooLarge = (error: unknown): boolean => TOO_LARGE.includes(codeOf(error));

/** `otherwise` where nothing is at the path that `read` asks for. */
async function orWhereNothingIs<T>(read: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return otherwise;
    throw error;
  }
}

/** A file; `undefined` where there is none. */
export const readIfThere = (disk: Disk, path: string): Promise<Buffer | undefined> =>
  orWhereNothingIs(disk.readFile(path), undefined);

/** This machine's files. */
export const disk: Disk = {
  readFile: (path) => readFile(path),
  list: (path) => orWhereNothingIs(readdir(path), []),
  isFolder: async (path) => (await orWhereNothingIs(stat(path), undefined))?.isDirectory() ?? false,
  changedAt: async (path) => (await orWhereNothingIs(stat(path), undefined))?.mtimeMs,
  makeFolder: async (path) => void (await mkdir(path, {recursive: true})),
  makeNewFolder: (path) => mkdir(path),
  async create(path, bytes) {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      // A power cut after the rename must not leave an empty file under the new name.
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, {recursive: true, force: true}),
  target: (path) => orWhereNothingIs(realpath(path), path),
};
