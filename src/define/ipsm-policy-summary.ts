import './page.js';
import {PolicySummaryElement} from '../elements/summary/policy-summary-element.js';
import {register} from './register.js';

register('ipsm-policy-summary', PolicySummaryElement);

// The types of the tags come along; their classes do not.
export type {ElementsByTag, Tag} from './tags.js';
