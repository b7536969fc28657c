import type {ConsentStorage} from '../core/ports.js';

/** Of every key that an outbox keeps about one policy. */
export const outboxPrefix = (policyId: string): string =>
  `ipsm-consent/outbox/1/${encodeURIComponent(policyId)}/`;

/**
 * Clears a device of what was acknowledged, refused or cannot be read, also where nothing on the page sends. What waits
 * is still sent, and then leaves no trace.
 */
export function clearOutbox(storage: ConsentStorage, policyId: string): void {
  for (const key of storage.keys().filter((each) => each.startsWith(outboxPrefix(policyId)))) {
    try {
      const entry = JSON.parse(storage.get(key)!) as {state?: unknown};
      if (entry.state === 'waiting') {
        storage.set(key, JSON.stringify({...entry, forgotten: true}));
        continue;
      }
    } catch {
      // Damaged: nothing of it waits.
    }
    storage.remove(key);
  }
}
