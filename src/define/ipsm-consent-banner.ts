import './page.js';
import {ConsentBannerElement} from '../elements/banner/consent-banner-element.js';
import {register} from './register.js';

register('ipsm-consent-banner', ConsentBannerElement);

// The types of the tags come along; their classes do not.
export type {ElementsByTag, Tag} from './tags.js';
