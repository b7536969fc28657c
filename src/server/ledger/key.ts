import {canonicalJson} from '../../core/index.js';
import {digestOf} from './evidence.js';

/** What a parser makes of a field, as canonical JSON can hold it: texts, and lists and objects of texts. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
  const text = String((value as string | null) ?? '').trim();
  return text.normalize('NFC').replace(/\p{Cs}/gu, '\uFFFD');
}

/**
 * Digest of the fields that a person posted, for `accept`: the same fields are the same person. White space around a value
 * and its Unicode form make no other person; the consent's own entries should be left out. Whatever was posted has one: whether
 * the fields are what they should be is for the caller to say.
 */
export const keyOf = (fields: Readonly<Record<string, unknown>>): Promise<string> =>
  digestOf(canonicalJson(plain(fields)));
