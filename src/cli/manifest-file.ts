import {resolve} from 'node:path';
import {readManifest, type Manifest} from '../core/index.js';
import {forbidden} from './cli-error.js';
import type {Io} from './io.js';
import {parseJson, readBytes} from './read-file.js';

/** Pages refuse a larger one (src/platform/load-manifest.ts). */
export const MAX_MANIFEST_BYTES = 512 * 1024;

/** A manifest as it is on disk. */
export interface ManifestFile {
  /** Absolute. */
  path: string;
  /** As the person wrote it. */
  shown: string;
  bytes: Buffer;
  json: unknown;
}

/** Reads a manifest's bytes and JSON; what the JSON says is not looked at. */
export async function openManifest({cwd}: Io, shown: string): Promise<ManifestFile> {
  const path = resolve(cwd, shown);
  const bytes = await readBytes(path, shown);
  return {path, shown, bytes, json: parseJson(bytes, shown)};
}

/** The manifest with its URLs as they are written. @throws {ReadError} */
export const readAsWritten = (json: unknown): Manifest => readManifest(json, (url) => url);

/** Throws if pages would refuse a manifest for its size. */
export function refuseTooLarge(shown: string, bytes: number): void {
  if (bytes <= MAX_MANIFEST_BYTES) return;
  throw forbidden(
    'too-large',
    shown,
    `The manifest would have ${bytes} bytes, and pages read no more than ${MAX_MANIFEST_BYTES}. Shorten its notices.`,
  );
}
