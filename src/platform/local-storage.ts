import type {ConsentStorage} from '../core/ports.js';
import {memoryStorage} from './memory-storage.js';

/**
 * `localStorage`, with memory behind it: what a blocked or full storage does not take stays known until the page is left.
 * @param onFailure called once, at the first refusal
 */
export function localConsentStorage(onFailure: () => void): ConsentStorage {
  const memory = memoryStorage();
  let failed = false;
  /** The getter itself throws where site data is blocked. */
  const attempt = <T>(use: (storage: Storage) => T, instead: T): T => {
    try {
      return use(localStorage);
    } catch {
      if (!failed) {
        failed = true;
        onFailure();
      }
      return instead;
    }
  };
  return {
    keys: () => [...new Set([...attempt((storage) => Object.keys(storage), []), ...memory.keys()])],
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key), null),
    set(key, value) {
      const done = attempt((storage) => (storage.setItem(key, value), true), false);
      if (done) memory.remove(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.remove(key);
      attempt((storage) => storage.removeItem(key), undefined);
    },
    subscribe(listener) {
      const onStorage = (event: StorageEvent) => {
        if (event.key === null || event.key.startsWith('ipsm-consent/')) listener(event.key);
      };
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}
