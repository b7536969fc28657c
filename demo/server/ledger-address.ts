import type {Lang} from './words.js';

/** What a part of the ledger is asked for by; `in` is the language of the decision, `q` a name, an id or a reference. */
export const PARAMETERS = ['record', 'q', 'version', 'state', 'in', 'from', 'to', 'after'] as const;

/** Which part of the ledger, as its address has it. */
export type Part = {[Name in (typeof PARAMETERS)[number]]?: string};

function query(lang: Lang, part: Part): URLSearchParams {
  const all = new URLSearchParams({lang});
  for (const name of PARAMETERS) if (part[name]) all.set(name, part[name]);
  return all;
}

/** Address of a part of the ledger, relative to the demo's root. */
export const ledgerAddress = (lang: Lang, part: Part = {}): string => `ledger?${query(lang, part)}`;

/** Address of the same as a file. */
export function exportAddress(lang: Lang, part: Part, format: 'jsonl' | 'csv'): string {
  const all = query(lang, part);
  all.set('format', format);
  return `ledger/export?${all}`;
}
