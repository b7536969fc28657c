import {templates} from '../../l10n/generated/locales/en.js';
import {speak} from '../speak.js';

speak('en', templates);
