import {ReadError} from '../core/errors.js';
import type {Manifest} from '../core/manifest.js';
import {readManifest} from '../core/read-manifest.js';
import {safeUrl} from '../core/safe-url.js';

const MAX_BYTES = 512 * 1024;
const TIMEOUT_MS = 8000;

/** Why a manifest could not be had; `code` is `manifest-unreachable`, `manifest-too-large`, `manifest-malformed`,
 * `policy-id` or `release-altered`. */
export class ManifestError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function textOf(response: Response): Promise<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder('utf-8', {fatal: true});
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, {stream: Boolean(bytes)});
    } catch {
      throw new ManifestError('manifest-malformed', 'is not UTF-8.');
    }
  };
  let text = '';
  for (let size = 0; ;) {
    const {done, value} = await reader.read();
    if (done) return text + decode();
    size += value.length;
    if (size > MAX_BYTES) {
      void reader.cancel();
      throw new ManifestError(
        'manifest-too-large',
        `is larger than ${MAX_BYTES} bytes. Move older texts out of it.`,
      );
    }
    text += decode(value);
  }
}

/**
 * Fetches and reads a manifest, revalidated with the server, within 8 seconds and 512 KiB.
 * @param url absolute
 * @throws {ManifestError}
 */
export async function loadManifest(url: string): Promise<Manifest> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {cache: 'no-cache', signal: abort.signal});
    if (!response.ok) {
      throw new ManifestError('manifest-unreachable', `was answered with status ${response.status}.`);
    }
    const text = await textOf(response);
    return readManifest(JSON.parse(text), (link) => safeUrl(link, response.url || url));
  } catch (error) {
    if (error instanceof ManifestError) throw error;
    const malformed = error instanceof ReadError || error instanceof SyntaxError;
    throw new ManifestError(
      malformed ? 'manifest-malformed' : 'manifest-unreachable',
      abort.signal.aborted
        ? `did not come within ${TIMEOUT_MS / 1000} seconds.`
        : `could not be used: ${String(error)}`,
    );
  } finally {
    clearTimeout(timer);
  }
}
