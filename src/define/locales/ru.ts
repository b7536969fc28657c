import {templates} from '../../l10n/generated/locales/ru.js';
import {speak} from '../speak.js';

speak('ru', templates);
