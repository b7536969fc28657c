// before Lit is used: what a server has drawn is taken over, not drawn again
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './registration-form';
import {configure} from 'ipsm-consent';
import 'ipsm-consent/define/ipsm-consent-checkbox.js';

configure({policy: '/policy/policy.json'});
