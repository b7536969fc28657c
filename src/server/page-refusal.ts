import {postedId} from './posted-id.js';
import type {Refusal, RefusalCode} from './refusal.js';

/** What a page is told of a refused record. */
export interface PageRefusal {
  /** Second argument of the checkbox's `reask(message, refusal)`. */
  refusal: {code: RefusalCode | 'form'; id: string; version: string | null; now: string};
  /** Value of `data-ipsm-refused` on the page that answers a posted form. */
  attribute: string;
}

/**
 * Makes of a refusal what the page needs to take the entry back and to ask again: about the version that would be accepted,
 * by the server's time.
 * @param entry the form entry as it came
 * @param errors of the verdict or the ledger's outcome; without any the code is `form`: the form was refused for something else,
 * and its record is on no server
 * @returns nothing where no record came that a page could take back
 */
export function pageRefusal(
  entry: unknown,
  errors: readonly Refusal[],
  now = new Date(),
): PageRefusal | undefined {
  const id = postedId(entry);
  if (id === undefined) return undefined;
  const {code, version} = errors[0] ?? {code: 'form' as const, version: null};
  const time = now.toISOString();
  const attribute = [id, code, ...(version === null ? [] : [version, time])].join(' ');
  return {refusal: {code, id, version, now: time}, attribute};
}
