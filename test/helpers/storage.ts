import type {ConsentStorage} from '../../src/core/ports.js';

/** A storage whose content a test can look at and tamper with. */
export function openStorage(): ConsentStorage & {values: Map<string, string>} {
  const values = new Map<string, string>();
  return {
    values,
    keys: () => [...values.keys()],
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    subscribe: () => () => {},
  };
}
