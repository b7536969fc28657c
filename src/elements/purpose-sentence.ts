import type {Notice, Purpose} from '../core/manifest.js';
import {clauseName} from './policy-link.js';

/** The sentence of an optional purpose, in the words of a notice; else its clause. The ids are the operator's. */
export function purposeSentence(notice: Notice | undefined, {id, clause}: Purpose): string {
  const sentences = notice?.purposes ?? {};
  return Object.hasOwn(sentences, id) ? sentences[id]! : clauseName(clause);
}
