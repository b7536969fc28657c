import type {ConsentStorage} from '../core/ports.js';

/** Remembers until the page is left. */
export function memoryStorage(): ConsentStorage {
  const values = new Map<string, string>();
  return {
    keys: () => [...values.keys()],
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    subscribe: () => () => {},
  };
}
