import './locales/kk.js';
import './locales/ru.js';
import './locales/en.js';
import {configure, pageConfig} from '../elements/page/configure.js';
import {ipsmPolicy} from '../policies/ipsm.js';

// What every page gets before its first element is defined: its own language, and the bundled policy. A page that brings
// both itself imports bare/ and locales/ instead; a file for script tags has bundles/page.ts.
if (globalThis.document && !pageConfig.bundled) configure({bundled: ipsmPolicy});
