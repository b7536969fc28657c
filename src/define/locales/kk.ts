import {templates} from '../../l10n/source-words.js';
import {speak} from '../speak.js';

speak('kk', templates);
