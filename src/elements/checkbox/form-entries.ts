import {wireJson} from '../../core/canonical-json.js';
import {nameBeside} from '../../core/entry-name.js';
import type {ConsentRecord} from '../../core/record.js';

/** Name of the record's form entry. */
export const recordNameOf = ({name, recordName}: {name: string; recordName: string}): string =>
  recordName || nameBeside(name, '-record');

/**
 * What a ticked box adds to its form: its value, and the record as it travels. Nothing without a name.
 * @param recordName name of the record's entry; empty for the default, `null` for a box that submits no record
 */
export function formEntries(
  name: string,
  value: string,
  recordName: string | null,
  record: ConsentRecord | null,
) {
  if (!record || !name) return null;
  const entries = new FormData();
  entries.append(name, value);
  if (recordName !== null) entries.append(recordNameOf({name, recordName}), wireJson(record));
  return entries;
}
