import type {Lang} from './language.js';
import {en} from './messages-en.js';
import {kk, type Messages} from './messages-kk.js';
import {ru} from './messages-ru.js';

export type {Messages};

/** What the server says, by language. */
export const messages: Record<Lang, Messages> = {kk, ru, en};
