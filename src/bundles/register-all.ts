import {register} from '../define/register.js';
import {ConsentBannerElement} from '../elements/banner/consent-banner-element.js';
import {ConsentCheckboxElement} from '../elements/checkbox/consent-checkbox-element.js';
import {ConsentStatusElement} from '../elements/status/consent-status-element.js';
import {PolicySummaryElement} from '../elements/summary/policy-summary-element.js';

register('ipsm-consent-banner', ConsentBannerElement);
register('ipsm-consent-checkbox', ConsentCheckboxElement);
register('ipsm-consent-status', ConsentStatusElement);
register('ipsm-policy-summary', PolicySummaryElement);
