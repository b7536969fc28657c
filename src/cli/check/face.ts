import {speak} from '../../fallback/speak.js';
import {operatorWords} from '../../l10n/notice-words.js';
import type {Draft} from '../draft/read-draft.js';
import {warning, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';

/** Words that people read before the box: more of them, and nobody does. */
const LIMITS: Record<string, number> = {kk: 85, ru: 95, en: 100};
const MAX_POINTS = 8;

/** What stands between blanks and has a letter or digit. */
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** How long the first look is in one language. */
export interface FaceCount {
  words: number;
  /** Unknown for a language without a bar. */
  limit: number | null;
}

/** Words of title, operator, labels and values, by language. */
export function faceCounts({notices, answers: {operator}}: Draft): Record<string, FaceCount> {
  return Object.fromEntries(
    Object.entries(notices).map(([lang, {title, points}]) => {
      speak(lang);
      const seen = [title, operatorWords(operator), ...points.flatMap(({label, text}) => [label, text])];
      return [lang, {words: wordsIn(seen.join(' ')), limit: LIMITS[lang] ?? null}];
    }),
  );
}

/** What a person will see is short enough to be read. */
export function checkFace(draft: Draft, w: Words): Finding[] {
  const counts = faceCounts(draft);
  return Object.entries(draft.notices).flatMap(([lang, {points}]) => {
    const {words, limit} = counts[lang]!;
    const place = draft.placeIn(lang, ['points']);
    return [
      ...(limit !== null && words > limit ? [warning('too-long', place, w.tooLong(words, limit))] : []),
      ...(points.length > MAX_POINTS
        ? [warning('too-many', place, w.tooMany(points.length, MAX_POINTS))]
        : []),
    ];
  });
}
