import type {Words} from '../words/words.js';
import type {FaceCount} from './face.js';

/** How long the longest texts of a language are, in one line. */
export function longestIn(lang: string, {longest}: FaceCount, w: Words): string {
  const {word, ...texts} = longest;
  const said = Object.entries(texts).map(([kind, {length, limit}]) => `${kind} ${length} (${limit})`);
  return w.longestTexts(lang, said, word?.length ?? 0, word?.limit ?? 0);
}

/** Whether any of them is over its limit. */
export const isTooLong = ({longest}: FaceCount): boolean =>
  Object.values(longest).some(({length, limit}) => length > limit);
