// What every page gets before its first element is defined: its own language, and the bundled policy. In the package the entry
// of one element brings the words of that element alone (scripts/package/keyed-words.mjs); a file for script tags has
// bundles/page.ts.
import './locales/kk.js';
import './locales/ru.js';
import './locales/en.js';
import './bundled.js';
