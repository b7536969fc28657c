import {ReadError} from '../core/errors.js';
import {readManifest} from '../core/manifest.js';
import type {PlacedManifest} from './manifest-copy.js';

const MAX_BYTES = 2 ** 21;
const TIMEOUT_MS = 8000;

/** Codes of {@link ManifestError}. */
export type ManifestErrorCode =
  'manifest-unreachable' | 'manifest-too-large' | 'manifest-malformed' | 'policy-id' | 'release-altered';

/** Why a manifest could not be had or used. */
export class ManifestError extends Error {
  constructor(
    readonly code: ManifestErrorCode,
    message: string,
  ) {
    super(message);
  }
}

async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
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
        `is larger than ${MAX_BYTES} bytes. Leave older releases out.`,
      );
    }
    text += decode(value);
  }
}

/** Bytes from the network, as text. Whatever fails here is the network's, or the server's. */
async function fetchText(url: string): Promise<{text: string; address: string}> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(url, {cache: 'no-cache', signal: abort.signal});
    if (!response.ok || !response.body) {
      throw new ManifestError('manifest-unreachable', `was answered with status ${response.status}.`);
    }
    // After a redirect, links are relative to where it led.
    return {text: await textOf(response.body), address: response.url || url};
  } catch (error) {
    if (error instanceof ManifestError) throw error;
    throw new ManifestError(
      'manifest-unreachable',
      abort.signal.aborted
        ? `did not come within ${TIMEOUT_MS / 1000} seconds.`
        : `could not be loaded (${String(error)}).`,
    );
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads a manifest's text.
 * @throws {ManifestError} for what the operator can mend; any other error is one of ours, and stays what it is
 */
export function parseManifest(text: string, url: string | null): PlacedManifest {
  try {
    return {manifest: readManifest(JSON.parse(text)), url};
  } catch (error) {
    if (!(error instanceof ReadError || error instanceof SyntaxError)) throw error;
    throw new ManifestError('manifest-malformed', `cannot be read: ${error.message}`);
  }
}

/**
 * Fetches and reads a manifest, revalidated with the server, within 8 seconds and 2 MiB.
 * @param url absolute
 * @throws {ManifestError}
 */
export async function loadManifest(url: string): Promise<PlacedManifest> {
  const {text, address} = await fetchText(url);
  return parseManifest(text, address);
}
