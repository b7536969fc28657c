import {problem, type Finding, type Place} from './finding.js';
import {kindOfDocument} from './folder/read-text.js';
import type {Words} from './words/words.js';

/** Why a file is no text: a document of another program, or in another encoding. */
export function notText(bytes: Uint8Array, place: Place, w: Words): Finding {
  const kind = kindOfDocument(bytes);
  return kind ? problem('not-text', place, w.notText(kind)) : problem('encoding', place, w.notUtf8());
}
