import {inWords} from './reader.js';

/** Taken before a page that is loaded later can put something else in its place. */
const {stringify} = JSON;

/**
 * Canonical JSON by RFC 8785 (JCS): keys sorted by UTF-16 code units, ECMAScript primitives, no white space. By a recursion
 * of its own: a page may have given `Date`, `Array` or `Object` a `toJSON`.
 * @throws {TypeError} for what I-JSON or our formats cannot hold: fractions, `undefined`, lone surrogates
 */
export function canonicalJson(value: unknown): string {
  const isText = typeof value === 'string' && !/\p{Cs}/u.test(value);
  if (isText || value === null || typeof value === 'boolean' || Number.isSafeInteger(value)) {
    return stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`Canonical JSON cannot hold ${inWords(value)}.`);
  let members = '';
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) members += (i ? ',' : '') + canonicalJson(value[i]);
    return `[${members}]`;
  }
  const entries = value as Record<string, unknown>;
  for (const key of Object.keys(entries).sort()) {
    members += `${members && ','}${canonicalJson(key)}:${canonicalJson(entries[key])}`;
  }
  return `{${members}}`;
}

/** JSON in ASCII: every code unit above U+007E as `\uxxxx`. */
export const inAscii = (json: string): string =>
  json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Canonical JSON in ASCII, as it travels: any page encoding, parser and database keeps it. */
export const wireJson = (value: unknown): string => inAscii(canonicalJson(value));
