import {refuse} from './refusal.js';

/** A record has about 2,000 bytes; what is longer is not worth the work of reading it. */
export const MAX_BYTES = 64 * 1024;

/** Counts bytes of UTF-8 only where the number of characters leaves a doubt. */
const isTooLarge = (posted: string) =>
  posted.length > MAX_BYTES ||
  (posted.length * 3 > MAX_BYTES && new TextEncoder().encode(posted).length > MAX_BYTES);

/** The text of a form entry, if it is one that can hold a record. */
export function textOf(posted: unknown): string {
  if (posted == null) refuse('missing', '', 'The form sent no record. Ask for the tick, with scripts on.');
  if (typeof posted !== 'string') {
    const kind = Array.isArray(posted) ? 'a list' : `a value of type "${typeof posted}"`;
    return refuse('type', '', `The record is ${kind}, not text. Post the form entry as it is, and once.`);
  }
  if (isTooLarge(posted)) {
    refuse('too-large', '', `The record is longer than ${MAX_BYTES} bytes. Post the form entry as it is.`);
  }
  return posted;
}

/** What the platform reads in a text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('json', '', 'The record is not JSON. Post the form entry as it is.');
  }
}
