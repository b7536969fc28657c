import {canonicalJson} from '../core/canonical-json.js';
import type {ConsentRecord} from '../core/record.js';

/** `consent` → `consent-record`, `user[consent]` → `user[consent-record]`. */
const recordNameOf = (name: string) => name.replace(/\]?$/, '-record$&');

/** What a ticked box adds to its form: its value, and the record as canonical JSON. Nothing without a name. */
export function formEntries(name: string, value: string, recordName: string, record: ConsentRecord | null) {
  if (!record || !name) return null;
  const entries = new FormData();
  entries.append(name, value);
  entries.append(recordName || recordNameOf(name), canonicalJson(record));
  return entries;
}
