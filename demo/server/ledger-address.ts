import type {Lang} from './language.js';
import type {Part} from './ledger.js';

/** Address of a part of the ledger, relative to the demo's root. */
export function ledgerAddress(lang: Lang, {before, recordId, subjectRef}: Part = {}): string {
  const query = new URLSearchParams({lang});
  if (recordId !== undefined) query.set('record', recordId);
  if (subjectRef !== undefined) query.set('subject', subjectRef);
  if (before !== undefined) query.set('before', `${before}`);
  return `ledger?${query}`;
}
