import {setTimeout} from 'node:timers/promises';
import type {Manifest} from '../../core/index.js';
import {addEntry, latestEntry, MANIFEST, type ArchiveEntry, type Files} from './archive.js';
import type {Disk} from './disk.js';

/** What is to be published in place of what is. */
interface Change {
  manifest: Manifest;
  /** What is kept beside it. */
  files: Files;
}

/** A manifest as it is written: in one line, since every page loads it, and pages refuse one that is too large. */
export const formatManifest = (manifest: Manifest): string => `${JSON.stringify(manifest)}\n`;

/**
 * Publishes a change, however many others do at the same time: made anew from what they left, until it is in the archive.
 * @param change from what is published; nothing where nothing is to be done; throws where it is not to be done any more
 * @returns whether anything was added
 */
export async function changePublished(
  disk: Disk,
  root: string,
  change: (entry: ArchiveEntry | undefined) => Change | undefined,
): Promise<boolean> {
  for (let tries = 0; ; tries++) {
    // Whoever came too late once would come too late again, side by side with everybody else who did.
    if (tries) await setTimeout(Math.random() * 5 * 2 ** Math.min(tries, 6));
    const entry = await latestEntry(disk, root);
    const made = change(entry);
    if (!made) return false;
    const files = {...made.files, [MANIFEST]: formatManifest(made.manifest)};
    if (await addEntry(disk, root, (entry?.number ?? 0) + 1, files)) return true;
  }
}
