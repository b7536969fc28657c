import {keepInAddress} from './address.js';

/** Lets the theme switch override the colours of the device. `early.js` has already taken the theme from the address. */
export function followTheme(select: HTMLSelectElement): void {
  const root = document.documentElement;
  select.value = root.dataset['theme'] ?? '';
  select.addEventListener('change', () => {
    if (select.value) root.dataset['theme'] = select.value;
    else delete root.dataset['theme'];
    keepInAddress('theme', select.value);
  });
}
