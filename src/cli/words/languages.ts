import type {PageLang} from '../../l10n/languages.js';
import {en} from './en.js';
import {kk} from './kk.js';
import {ru} from './ru.js';
import type {Words} from './words.js';

/** The words of each language. */
export const WORDS: Record<PageLang, Words> = {kk, ru, en};
