import {dirname, join} from 'node:path';
import type {Io} from '../io.js';

/** Settings of the working folder; the file by which it is known. */
export const SETTINGS = 'settings.yaml';

/** The working folder that the person stands in, or in a folder of which; `undefined` outside of any. */
export async function findFolder({cwd, disk}: Io): Promise<string | undefined> {
  for (let at = cwd; ; at = dirname(at)) {
    if ((await disk.list(at)).includes(SETTINGS)) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** A path inside the working folder, from its parts. */
export const within = (root: string, ...parts: string[]): string => join(root, ...parts);
