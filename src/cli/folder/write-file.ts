import {randomUUID} from 'node:crypto';
import {basename, dirname, join} from 'node:path';
import type {Disk} from './disk.js';

/** Replaces a file as a whole or not at all; a link stays a link. */
export async function writeFile(disk: Disk, path: string, content: string | Uint8Array): Promise<void> {
  const target = await disk.target(path);
  await disk.makeFolder(dirname(target));
  const fresh = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    await disk.create(fresh, typeof content === 'string' ? Buffer.from(content) : content);
    await disk.rename(fresh, target);
  } catch (error) {
    await disk.remove(fresh).catch(() => undefined);
    throw error;
  }
}
