import type {ConsentStorage} from '../core/ports.js';

/** `localStorage`. Throws where it is blocked (the getter itself does) or full. */
export const localConsentStorage: ConsentStorage = {
  keys: () => Object.keys(localStorage),
  get: (key) => localStorage.getItem(key),
  set: (key, value) => (localStorage.setItem(key, value), true),
  remove: (key) => localStorage.removeItem(key),
  subscribe(listener) {
    addEventListener('storage', ({key}) => {
      if (key === null || key.startsWith('ipsm-consent/')) listener(key);
    });
  },
};
