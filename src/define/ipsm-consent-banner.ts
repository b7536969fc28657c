import './page.js';
import {ConsentBannerElement} from '../elements/banner/consent-banner-element.js';
import {register} from './register.js';

register('ipsm-consent-banner', ConsentBannerElement);

declare global {
  interface HTMLElementTagNameMap {
    'ipsm-consent-banner': ConsentBannerElement;
  }
}
