import type {ConsentStorage} from '../core/ports.js';

/** Remembers until the page is left. */
export function memoryStorage(): ConsentStorage {
  const values = new Map<string, string>();
  return {
    keys: () => [...values.keys()],
    get: (key) => values.get(key) ?? null,
    set: (key, value) => Boolean(values.set(key, value)),
    remove: (key) => void values.delete(key),
    subscribe() {},
  };
}

/**
 * Puts memory behind a storage that may throw: what a blocked or full one does not take stays known until the page is left.
 * @param onFailure called once, at the first refusal
 */
export function withMemory(storage: ConsentStorage, onFailure: () => void): ConsentStorage {
  const memory = memoryStorage();
  let failed = false;
  const attempt = <T>(use: () => T, instead: T): T => {
    try {
      return use();
    } catch {
      if (!failed) {
        failed = true;
        onFailure();
      }
      return instead;
    }
  };
  return {
    ...storage,
    keys: () => [...new Set([...attempt(storage.keys, []), ...memory.keys()])],
    get: (key) => memory.get(key) ?? attempt(() => storage.get(key), null),
    set(key, value) {
      const done = attempt(() => storage.set(key, value), false);
      if (done) memory.remove(key);
      else memory.set(key, value);
      return done;
    },
    remove(key) {
      memory.remove(key);
      attempt(() => storage.remove(key), undefined);
    },
  };
}
