import './page.js';
import {ConsentCheckboxElement} from '../elements/checkbox/consent-checkbox-element.js';
import {register} from './register.js';

register('ipsm-consent-checkbox', ConsentCheckboxElement);

// The types of the tags come along; their classes do not.
export type {ElementsByTag, Tag} from './tags.js';
