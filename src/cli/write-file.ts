import {randomUUID} from 'node:crypto';
import {open, readFile, realpath, rename, rm, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {forbidden, unusable} from './cli-error.js';

/** JSON as a manifest is written: two spaces, a newline at the end. */
export const formatJson = (json: unknown): string => `${JSON.stringify(json, null, 2)}\n`;

const cannotWrite = (shown: string, error: unknown) =>
  unusable(
    'unwritable',
    shown,
    `The file cannot be written (${(error as NodeJS.ErrnoException).code}). Check the folder and its rights.`,
  );

/** Creates a file; one that exists, even since a moment ago, stays as it is. @param shown the path as written */
export async function createFile(path: string, shown: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, {flag: 'wx'});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(shown, error);
    throw forbidden(
      'exists',
      shown,
      'The file exists and was left as it is. Name another, or remove it first.',
    );
  }
}

/**
 * Replaces a file as a whole or not at all: a new one beside it takes its name, so that a server reading it
 * meanwhile gets the old or the new text.
 * @param before what the file held when the command read it; if it holds something else by now, nothing is written
 * @param shown the path as written
 */
export async function replaceFile(path: string, shown: string, before: Buffer, text: string): Promise<void> {
  // A link keeps pointing where it points.
  const target = await realpath(path);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const {mode} = await stat(target);
    const file = await open(temporary, 'wx', mode);
    try {
      // What `open` was given is narrowed by the umask.
      await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!before.equals(await readFile(target))) {
      throw forbidden(
        'changed-meanwhile',
        shown,
        'Somebody else wrote the file meanwhile. Run the command again.',
      );
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, {force: true});
    throw error instanceof Error && 'exitCode' in error ? error : cannotWrite(shown, error);
  }
}
