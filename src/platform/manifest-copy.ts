import type {Manifest} from '../core/manifest.js';
import type {ConsentStorage} from '../core/ports.js';
import {readManifest} from '../core/read-manifest.js';
import {safeUrl} from '../core/safe-url.js';

const keyOf = (policyId: string) => `ipsm-consent/manifest/${policyId}`;

/** Keeps a manifest that was read, for when the network fails. Stored with a decision, never before one. */
export function keepCopy(storage: ConsentStorage, {id, ...rest}: Manifest): void {
  storage.set(keyOf(id), JSON.stringify({id, ...rest}));
}

/** The last good copy, read as strictly as a fresh one; `undefined` where there is none that can be read. */
export function lastCopy(storage: ConsentStorage, policyId: string): Manifest | undefined {
  try {
    return readManifest(JSON.parse(storage.get(keyOf(policyId))!), (url) => safeUrl(url));
  } catch {
    return undefined;
  }
}

/** Removes the copy. */
export const dropCopy = (storage: ConsentStorage, policyId: string): void => storage.remove(keyOf(policyId));
