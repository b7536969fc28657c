import {register} from '../define/register.js';
import {ConsentBannerElement} from '../elements/consent-banner-element.js';
import {ConsentCheckboxElement} from '../elements/consent-checkbox-element.js';
import {ConsentStatusElement} from '../elements/consent-status-element.js';
import {PolicySummaryElement} from '../elements/policy-summary-element.js';

register('ipsm-consent-banner', ConsentBannerElement);
register('ipsm-consent-checkbox', ConsentCheckboxElement);
register('ipsm-consent-status', ConsentStatusElement);
register('ipsm-policy-summary', PolicySummaryElement);
