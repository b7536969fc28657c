import type {ConsentStorage} from '../../src/core/ports.js';

/** A storage whose content a test can look at and tamper with. */
export function openStorage(): ConsentStorage & {values: Map<string, string>} {
  const values = new Map<string, string>();
  return {
    values,
    keys: () => [...values.keys()],
    get: (key) => values.get(key) ?? null,
    set: (key, value) => Boolean(values.set(key, value)),
    remove: (key) => void values.delete(key),
    subscribe() {},
  };
}

/** Removes every cookie that this page sees. */
export function clearCookies(): void {
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie}; Max-Age=0; Path=/`;
}
