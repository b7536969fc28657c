import {PAGE_LANGS, type PageLang} from '../../l10n/languages.js';
import {en} from './en.js';
import {kk} from './kk.js';
import {ru} from './ru.js';
import type {Words} from './words.js';

/** A language that the operator can read. */
export type Lang = PageLang;
/** Their codes, Kazakh first. */
export const LANGS = PAGE_LANGS;

/** The words of each language. */
export const WORDS: Record<Lang, Words> = {kk, ru, en};
