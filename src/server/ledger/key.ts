import {canonicalJson} from '../../core/index.js';
import {digestOf} from './evidence.js';

/**
 * Digest of the fields that a person posted, for `accept`: the same fields are the same person. White space around a value
 * and its Unicode form make no other person; the consent's own entries should be left out.
 */
export function keyOf(fields: Record<string, string | null | undefined>): Promise<string> {
  const values = Object.entries(fields).map(([name, value]) => [name, (value ?? '').trim().normalize('NFC')]);
  return digestOf(canonicalJson(Object.fromEntries(values)));
}
