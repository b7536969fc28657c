import type {ConsentStorage} from '../core/ports.js';

/** `localStorage`. Throws where it is blocked (the getter itself does) or full. */
export const localConsentStorage: ConsentStorage = {
  keys: () => Object.keys(localStorage),
  get: (key) => localStorage.getItem(key),
  set: (key, value) => (localStorage.setItem(key, value), true),
  remove: (key) => localStorage.removeItem(key),
  subscribe(listener) {
    const onStorage = ({key}: StorageEvent) => {
      if (key === null || key.startsWith('ipsm-consent/')) listener();
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  },
};
