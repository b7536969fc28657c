import './page.js';
import {ConsentCheckboxElement} from '../elements/checkbox/consent-checkbox-element.js';
import {register} from './register.js';

register('ipsm-consent-checkbox', ConsentCheckboxElement);

declare global {
  interface HTMLElementTagNameMap {
    'ipsm-consent-checkbox': ConsentCheckboxElement;
  }
}
