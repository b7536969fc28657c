import type {Lang} from './language.js';
import {en} from './ledger-words-en.js';
import {kk, type LedgerWords} from './ledger-words-kk.js';
import {ru} from './ledger-words-ru.js';

export type {LedgerWords};

/** What the ledger says, by language. */
export const ledgerWords: Record<Lang, LedgerWords> = {kk, ru, en};
