import {canonicalJson} from '../core/canonical-json.js';
import {readManifest, type Manifest} from '../core/manifest.js';
import type {ConsentStorage} from '../core/ports.js';

const keyOf = (policyId: string) => `ipsm-consent/manifest/${policyId}`;

/** A manifest and the address that it came from. */
export interface PlacedManifest {
  manifest: Manifest;
  /** Absolute; `null` where it has none. Links of the manifest are resolved against it. */
  url: string | null;
}

/** Keeps a manifest that was read, for when the network fails. Stored with a decision, never before one. */
export function keepCopy(storage: ConsentStorage, {manifest, url}: PlacedManifest): void {
  storage.set(keyOf(manifest.id), canonicalJson({manifest, url}));
}

/** The last good copy, read as strictly as a fresh one; `undefined` where there is none that can be read. */
export function lastCopy(storage: ConsentStorage, policyId: string): PlacedManifest | undefined {
  try {
    const {manifest, url} = JSON.parse(storage.get(keyOf(policyId))!) as Record<
      keyof PlacedManifest,
      unknown
    >;
    return {manifest: readManifest(manifest), url: typeof url === 'string' ? url : null};
  } catch {
    // Damaged, or of another version of this package: as if it were not there.
    return undefined;
  }
}

/** Removes the copy. */
export const dropCopy = (storage: ConsentStorage, policyId: string): void => storage.remove(keyOf(policyId));
