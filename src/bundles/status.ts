import {register} from '../define/register.js';
import {ConsentStatusElement} from '../elements/status/consent-status-element.js';

register('ipsm-consent-status', ConsentStatusElement);
