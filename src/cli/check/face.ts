import type {Notice} from '../../core/index.js';
import {speak} from '../../fallback/speak.js';
import {operatorWords} from '../../l10n/notice-words.js';
import type {Draft} from '../draft/read-draft.js';
import {warning, type Finding} from '../finding.js';
import type {YamlPath} from '../folder/yaml-file.js';
import type {Words} from '../words/words.js';

/** Words that people read before the box: more of them, and nobody does. */
const LIMITS: Record<string, number> = {kk: 85, ru: 95, en: 100};
const MAX_POINTS = 8;

/**
 * Characters of one text. On a phone of 390 × 844, with its letters at 200 % as well, question and both answers are in view
 * together; the card beside such a sentence has about the height of the screen; a longer word breaks in the middle. What no
 * screen decides leaves the bundled texts a third more room than they take.
 */
const MOST = {
  question: 100,
  brief: 300,
  agree: 200,
  agreeFor: 240,
  accept: 40,
  decline: 40,
  purposes: 200,
  label: 60,
  text: 160,
  details: 400,
  word: 30,
} as const;

/** A kind of text that has a limit, by its name in the file. */
export type Limited = keyof typeof MOST;

/** What stands between blanks and has a letter or digit. */
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The longest text of a kind. */
export interface Longest {
  /** In characters. */
  length: number;
  limit: number;
}

/** How long the first look is in one language. */
export interface FaceCount {
  words: number;
  /** Unknown for a language without a bar. */
  limit: number | null;
  longest: Partial<Record<Limited, Longest>>;
}

/** A text that a person sees, and where it is written. */
interface Seen {
  kind: Exclude<Limited, 'word'>;
  /** What it is called in a message. */
  name: string;
  text: string;
  path: YamlPath;
}

function seenIn(notice: Notice): Seen[] {
  const alone = (['question', 'brief', 'agree', 'agreeFor', 'accept', 'decline'] as const).map((kind) => ({
    kind,
    name: kind,
    text: notice[kind] ?? '',
    path: [kind],
  }));
  const rows = (['points', 'details'] as const).flatMap((layer) =>
    notice[layer].flatMap(({id, label, text}, i): Seen[] => [
      {kind: 'label', name: `${id} · label`, text: label, path: [layer, i, 'label']},
      {
        kind: layer === 'points' ? 'text' : 'details',
        name: `${id} · text`,
        text,
        path: [layer, i, 'text'],
      },
    ]),
  );
  const purposes = Object.entries(notice.purposes ?? {}).map(([id, text]): Seen => ({
    kind: 'purposes',
    name: `purposes · ${id}`,
    text,
    path: ['purposes', id],
  }));
  return [...alone, ...rows, ...purposes];
}

/** As a person counts: one for each letter. */
const lengthOf = (text: string) => [...text].length;

const longestWordIn = (text: string): string =>
  (text.match(/\p{L}+/gu) ?? []).reduce(
    (longest, word) => (word.length > longest.length ? word : longest),
    '',
  );

function longestOf(seen: Seen[]): FaceCount['longest'] {
  const longest: FaceCount['longest'] = {};
  const note = (kind: Limited, length: number) => {
    if (length > (longest[kind]?.length ?? 0)) longest[kind] = {length, limit: MOST[kind]};
  };
  for (const {kind, text} of seen) {
    note(kind, lengthOf(text));
    note('word', lengthOf(longestWordIn(text)));
  }
  return longest;
}

/** Words of title, operator, labels and values, and the longest text of each kind, by language. */
export function faceCounts({notices, answers: {operator}}: Draft): Record<string, FaceCount> {
  return Object.fromEntries(
    Object.entries(notices).map(([lang, notice]) => {
      speak(lang);
      const {title, points} = notice;
      const seen = [title, operatorWords(operator), ...points.flatMap(({label, text}) => [label, text])];
      return [
        lang,
        {
          words: wordsIn(seen.join(' ')),
          limit: LIMITS[lang] ?? null,
          longest: longestOf(seenIn(notice)),
        },
      ];
    }),
  );
}

function checkLengths(draft: Draft, lang: string, w: Words): Finding[] {
  return seenIn(draft.notices[lang]!).flatMap(({kind, name, text, path}) => {
    const place = draft.placeIn(lang, path);
    const [length, word] = [lengthOf(text), longestWordIn(text)];
    return [
      ...(length > MOST[kind] ? [warning('too-long', place, w.textLong(name, length, MOST[kind]))] : []),
      ...(lengthOf(word) > MOST.word ? [warning('too-long', place, w.wordLong(name, word, MOST.word))] : []),
    ];
  });
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
      ...checkLengths(draft, lang, w),
    ];
  });
}
