// What asks: in a registration form and on every other page. What was decided is shown by status.ts.
import {register} from '../define/register.js';
import {ConsentBannerElement} from '../elements/banner/consent-banner-element.js';
import {ConsentCheckboxElement} from '../elements/checkbox/consent-checkbox-element.js';
import {PolicySummaryElement} from '../elements/summary/policy-summary-element.js';

register('ipsm-consent-checkbox', ConsentCheckboxElement);
// After the box, beside which it is quiet.
register('ipsm-consent-banner', ConsentBannerElement);
register('ipsm-policy-summary', PolicySummaryElement);
