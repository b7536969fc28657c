import {canonicalJson, readRecord, type ConsentRecord} from '../core/index.js';
import {refuse} from './refusal.js';

/** A record has about 2,000 bytes; what is longer is not worth the work of reading it. */
const MAX_BYTES = 64 * 1024;

/** Counts bytes of UTF-8 only where the number of characters leaves a doubt. */
const isTooLarge = (posted: string) =>
  posted.length > MAX_BYTES ||
  (posted.length * 3 > MAX_BYTES && new TextEncoder().encode(posted).length > MAX_BYTES);

/** The record in a form entry; refuses everything that is not one, byte for byte. */
export function parseRecord(posted: unknown): ConsentRecord {
  if (posted == null) refuse('missing', '', 'The form sent no record. Ask for the tick, with scripts on.');
  if (typeof posted !== 'string') {
    const kind = Array.isArray(posted) ? 'a list' : `a value of type "${typeof posted}"`;
    return refuse('type', '', `The record is ${kind}, not text. Post the form entry as it is, and once.`);
  }
  if (isTooLarge(posted)) {
    refuse('too-large', '', `The record is longer than ${MAX_BYTES} bytes. Post the form entry as it is.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(posted);
  } catch {
    refuse('json', '', 'The record is not JSON. Post the form entry as it is.');
  }
  const record = readRecord(json);
  if (canonicalJson(record) !== posted) {
    refuse(
      'not-canonical',
      '',
      'The record is not canonical JSON (RFC 8785) of its own fields. Post the form entry as it is.',
    );
  }
  return record;
}
