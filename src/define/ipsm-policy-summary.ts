import './page.js';
import {PolicySummaryElement} from '../elements/summary/policy-summary-element.js';
import {register} from './register.js';

register('ipsm-policy-summary', PolicySummaryElement);

declare global {
  interface HTMLElementTagNameMap {
    'ipsm-policy-summary': PolicySummaryElement;
  }
}
