import type {Manifest} from '../../core/index.js';
import {warning, type Finding} from '../finding.js';
import {MANIFEST} from '../folder/archive.js';
import {formatManifest} from '../folder/change-published.js';
import {UPLOAD} from '../folder/upload.js';
import type {Words} from '../words/words.js';

/** Pages refuse a larger file (src/platform/load-manifest.ts). */
const MAX_BYTES = 2 * 1024 * 1024;
/** From here on the operator is told: there is time to begin a new folder. */
const NEARLY = 0.8;

const bytesOf = (manifest: Manifest) => Buffer.byteLength(formatManifest(manifest));

/** Whether pages refuse it. */
export const isTooLarge = (manifest: Manifest): boolean => bytesOf(manifest) > MAX_BYTES;

/** A warning where there is not much room for more versions. @param published what is published, if anything is */
export function roomLeft(published: {manifest: Manifest} | undefined, w: Words): Finding[] {
  if (!published) return [];
  const {manifest} = published;
  const size = bytesOf(manifest);
  if (size < MAX_BYTES * NEARLY) return [];
  const last = Buffer.byteLength(JSON.stringify(manifest.releases.at(-1)));
  const percent = Math.floor((size / MAX_BYTES) * 100);
  const left = Math.max(0, Math.floor((MAX_BYTES - size) / last));
  return [warning('nearly-full', {file: `${UPLOAD}/${MANIFEST}`, line: null}, w.nearlyFull(percent, left))];
}
