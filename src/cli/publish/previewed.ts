import {join} from 'node:path';
import {readIfThere, type Disk} from '../folder/disk.js';
import {writeFile} from '../folder/write-file.js';

/** Says which words somebody has looked at last. */
const FILE = '.previewed';

/** Notes that these words were on screen. */
export const notePreview = (disk: Disk, root: string, digest: string): Promise<void> =>
  writeFile(disk, join(root, FILE), `${digest}\n`);

/** Whether these words, and no others, were looked at last. */
export const wasPreviewed = async (disk: Disk, root: string, digest: string): Promise<boolean> =>
  String((await readIfThere(disk, join(root, FILE))) ?? '').trim() === digest;
