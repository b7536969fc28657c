import './page.js';
import './register-all.js';

export type {ElementsByTag, Tag} from './tags.js';
