/**
 * Canonical JSON by RFC 8785 (JCS): keys sorted by UTF-16 code units, ECMAScript primitives, no white space.
 * @throws {TypeError} for what I-JSON cannot hold: non-finite numbers, `undefined`, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    if (
      value === undefined ||
      typeof value === 'function' ||
      (typeof value === 'number' && !Number.isFinite(value)) ||
      /\p{Cs}/u.test(value as string)
    ) {
      throw new TypeError(`Canonical JSON cannot hold ${String(value)}.`);
    }
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  const entries = value as Record<string, unknown>;
  let members = '';
  for (const key of Object.keys(entries).sort()) {
    members += `${members && ','}${canonicalJson(key)}:${canonicalJson(entries[key])}`;
  }
  return `{${members}}`;
}
