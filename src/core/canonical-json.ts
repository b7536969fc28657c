/** Taken before a page that is loaded later can put something else in its place. */
const {stringify} = JSON;

/**
 * Canonical JSON by RFC 8785 (JCS): keys sorted by UTF-16 code units, ECMAScript primitives, no white space. By a recursion
 * of its own: a page may have given `Date`, `Array` or `Object` a `toJSON`.
 * @throws {TypeError} for what I-JSON or our formats cannot hold: fractions, `undefined`, lone surrogates
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    if (
      value === undefined ||
      typeof value === 'function' ||
      (typeof value === 'number' && !Number.isSafeInteger(value)) ||
      (typeof value === 'string' && /\p{Cs}/u.test(value))
    ) {
      throw new TypeError(`Canonical JSON cannot hold ${String(value)}.`);
    }
    return stringify(value);
  }
  let members = '';
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) members += (i ? ',' : '') + canonicalJson(value[i]);
    return `[${members}]`;
  }
  const entries = value as Record<string, unknown>;
  for (const key of Object.keys(entries).sort()) {
    members += `${members && ','}${stringify(key)}:${canonicalJson(entries[key])}`;
  }
  return `{${members}}`;
}

/**
 * Canonical JSON in ASCII, as it travels: every code unit above U+007E as `\uxxxx`. Any page encoding, parser and database
 * keeps it.
 */
export const wireJson = (value: unknown): string =>
  canonicalJson(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
