/**
 * What the project's own code computes, computed again without it: a second opinion for the tests.
 * Canonical JSON after RFC 8785, from its text, and SHA-256 by node:crypto.
 */
import {createHash} from 'node:crypto';

/** Lower-case hex SHA-256 of bytes, or of a text in UTF-8. @param {string | Uint8Array} data */
export const sha256Hex = (data) => createHash('sha256').update(data).digest('hex');

/** By UTF-16 code units, without leaving it to the platform's sort. @param {string} a @param {string} b */
function byCodeUnits(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Canonical JSON of a JSON value. @param {unknown} json @returns {string} */
export function canonical(json) {
  const parts = [];
  const write = (value) => {
    if (Array.isArray(value)) {
      parts.push('[');
      value.forEach((entry, i) => {
        if (i > 0) parts.push(',');
        write(entry);
      });
      parts.push(']');
    } else if (typeof value === 'object' && value !== null) {
      parts.push('{');
      [...Object.keys(value)].sort(byCodeUnits).forEach((key, i) => {
        parts.push(i > 0 ? ',' : '', JSON.stringify(key), ':');
        write(value[key]);
      });
      parts.push('}');
    } else parts.push(JSON.stringify(value));
  };
  write(json);
  return parts.join('');
}
