import {sha256} from '../core/sha256.js';

/**
 * Whether a document is there and is not the one that its digest names. A document that cannot be fetched (another
 * origin, no network) proves nothing.
 */
export async function isAnotherDocument(url: string, digest: string): Promise<boolean> {
  try {
    const response = await fetch(url, {cache: 'no-cache'});
    const found = response.ok && (await sha256(new Uint8Array(await response.arrayBuffer())));
    return Boolean(found) && found !== digest;
  } catch {
    return false;
  }
}
