import '../script-config.js';
import './page.js';
import {register} from '../../define/register.js';
import {ConsentCheckboxElement} from '../../elements/checkbox/consent-checkbox-element.js';

register('ipsm-consent-checkbox', ConsentCheckboxElement);
