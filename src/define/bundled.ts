import {configure, pageConfig} from '../elements/page/configure.js';
import {ipsmPolicy} from '../policies/ipsm.js';

// The policy of a page that brings none.
if (globalThis.document && !pageConfig.bundled) configure({bundled: ipsmPolicy});
