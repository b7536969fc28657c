import {canonicalJson, type ConsentRecord} from '../../core/index.js';

/** A record in wire form: ASCII, so that any database keeps it. */
export const wireOf = (record: ConsentRecord): string =>
  canonicalJson(record).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Whether an entry is the one that is kept in wire form: to the character, in that form or the canonical one. */
export const isSameEntry = (posted: string, kept: string): boolean =>
  posted === kept || posted === canonicalJson(JSON.parse(kept));
