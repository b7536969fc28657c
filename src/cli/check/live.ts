import {safeUrl} from '../../core/index.js';
import type {Desk} from '../desk.js';
import {problem, type Finding} from '../finding.js';
import {MANIFEST, type ArchiveEntry} from '../folder/archive.js';
import {sha256Of} from '../folder/sha256-of.js';
import {servedBy, UPLOAD} from '../folder/upload.js';
import {EXIT, Stop, unusable} from '../stop.js';

/** A policy is no film. */
const MAX_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
/** Requests side by side; a small server must not take it for an attack. */
const AT_ONCE = 6;

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > MAX_BYTES) throw new Error(`> ${MAX_BYTES}`);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // fetch says only "fetch failed" and hides why
  const {cause} = error;
  return cause instanceof Error ? cause.message : error.message;
}

/**
 * What is served at the address is what was published, byte for byte.
 * @param newest what is published; where it cannot be read, `check` says that
 * @param given the address, else the settings'
 */
export async function checkLive(
  {io, root, settings, w}: Desk,
  newest: ArchiveEntry | undefined,
  given: string | undefined,
): Promise<Finding[]> {
  const address = given ?? settings.site;
  const base = address && safeUrl(address.replace(/\/?$/, '/'));
  if (!base) throw unusable('usage', w.liveAddress(address ?? ''));
  if (!newest) return [];
  const {documents, manifest} = await servedBy(io.disk, root, newest);
  const files = [...documents, {name: MANIFEST, sha256: manifest.sha256}];
  const {stop} = io;
  const compare = async ({name, sha256}: (typeof files)[number]): Promise<Finding[]> => {
    const url = new URL(name, base).href;
    const place = {file: `${UPLOAD}/${name}`, line: null};
    try {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(url, {signal: stop ? AbortSignal.any([timeout, stop]) : timeout});
      if (!response.ok) return [problem('live', place, w.liveStatus(url, response.status))];
      const isSame = sha256Of(await bytesOf(response)) === sha256;
      return isSame ? [] : [problem('live', place, w.liveDiffers(url))];
    } catch (error) {
      if (stop?.aborted) throw new Stop(EXIT.interrupted, 'interrupted', w.interrupted());
      return [problem('live', place, w.liveUnreachable(url, reasonOf(error)))];
    }
  };
  const waiting = files.values();
  const findings: Finding[] = [];
  const compareNext = async () => {
    for (const file of waiting) findings.push(...(await compare(file)));
  };
  await Promise.all(Array.from({length: AT_ONCE}, compareNext));
  return findings;
}
