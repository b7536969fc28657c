import './page.js';
import './bare/ipsm-consent-checkbox.js';

// The types of the tags come along; their classes do not.
export type {ElementsByTag, Tag} from './tags.js';
