import './page.js';
// It puts the question itself where the page has no banner.
import './ipsm-consent-banner.js';
import {ConsentStatusElement} from '../elements/status/consent-status-element.js';
import {register} from './register.js';

register('ipsm-consent-status', ConsentStatusElement);

// The types of the tags come along; their classes do not.
export type {ElementsByTag, Tag} from './tags.js';
