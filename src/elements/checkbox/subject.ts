import type {Subject} from './tick-rules.js';

/** In NFC, without lone surrogates: they have no UTF-8 bytes, and so no digest. */
const clean = (text: string) => text.replace(/\p{Cs}/gu, '').normalize();

/** What a record says about the person, from the attributes of its box. Never the name itself. */
export const subjectOf = (box: {subjectRef: string; subjectFields: string; by: string}): Subject => ({
  by: box.by === 'representative' ? 'representative' : 'self',
  subjectRef: clean(box.subjectRef).trim() || null,
  nameFields: clean(box.subjectFields).split(/\s+/).filter(Boolean),
});
