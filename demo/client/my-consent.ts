import {byId} from './dom.js';
import {followLanguage} from './language.js';
import {followTheme} from './theme.js';

followTheme(byId<HTMLSelectElement>('theme'));
followLanguage();
