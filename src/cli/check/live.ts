import {safeUrl} from '../../core/index.js';
import type {Desk} from '../desk.js';
import {problem, type Finding} from '../finding.js';
import {uploadFiles, UPLOAD} from '../folder/upload.js';
import {unusable} from '../stop.js';

/** A policy is no film. */
const MAX_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

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

/** What is served at the address is what was published, byte for byte. @param given the address, else the settings' */
export async function checkLive(
  {io, root, settings, w}: Desk,
  given: string | undefined,
): Promise<Finding[]> {
  const address = given ?? settings.site;
  const base = address && safeUrl(address.replace(/\/?$/, '/'));
  if (!base) throw unusable('usage', w.liveAddress(address ?? ''));
  const findings: Finding[] = [];
  for (const [name, bytes] of await uploadFiles(io.disk, root)) {
    const url = new URL(name, base).href;
    const place = {file: `${UPLOAD}/${name}`, line: null};
    try {
      const response = await fetch(url, {signal: AbortSignal.timeout(TIMEOUT_MS)});
      if (!response.ok) findings.push(problem('live', place, w.liveStatus(url, response.status)));
      else if (Buffer.compare(await bytesOf(response), bytes)) {
        findings.push(problem('live', place, w.liveDiffers(url)));
      }
    } catch (error) {
      findings.push(problem('live', place, w.liveUnreachable(url, reasonOf(error))));
    }
  }
  return findings;
}
