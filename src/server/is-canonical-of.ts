import {inAscii} from '../core/canonical-json.js';
import {isContainer} from '../core/index.js';

/**
 * Whether a text is the canonical JSON of a record, as it is or in ASCII. Says the same as writing that JSON and
 * comparing, in half the time: the platform writes `json` as it was read, and all that it cannot tell is the order of the
 * keys.
 * @param text what was posted
 * @param json what the platform reads in it
 */
export function isCanonicalOf(text: string, json: unknown, record: object): boolean {
  if (!isSame(json, record)) return false;
  const written = JSON.stringify(json);
  return written === text || inAscii(written) === text;
}

/** Whether two values are alike, and the keys of the first in order. */
function isSame(found: unknown, expected: unknown): boolean {
  if (!isContainer(found) || !isContainer(expected)) return found === expected;
  const isList = Array.isArray(expected);
  const keys = Object.keys(found);
  return (
    Array.isArray(found) === isList &&
    keys.length === Object.keys(expected).length &&
    keys.every((key, i) => {
      const isInOrder = isList || i === 0 || keys[i - 1]! < key;
      return isInOrder && Object.hasOwn(expected, key) && isSame(found[key], expected[key]);
    })
  );
}
