import {join} from 'node:path';
import type {Disk} from '../folder/disk.js';
import {codeOf} from '../folder/disk.js';
import {writeFile} from '../folder/write-file.js';

/** Says which words somebody has looked at last. */
const FILE = '.previewed';

/** Notes that these words were on screen. */
export const notePreview = (disk: Disk, root: string, digest: string): Promise<void> =>
  writeFile(disk, join(root, FILE), `${digest}\n`);

/** Whether these words, and no others, were looked at last. */
export async function wasPreviewed(disk: Disk, root: string, digest: string): Promise<boolean> {
  try {
    return String(await disk.readFile(join(root, FILE))).trim() === digest;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
