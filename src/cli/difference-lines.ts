import type {ReadDifference} from './difference.js';
import type {Changed} from './check/paragraphs.js';
import {labelOf} from './label-of.js';
import type {Line} from './print.js';
import type {Words} from './words/words.js';

const listOf = (text: string, say: (entry: string) => string) => text.split('; ').map(say).join(', ');

/** Data or a purpose: its id and clause, and whether it is left to the person. */
function item(text: string, w: Words): string {
  const [id = '', clause = '', , required] = text.split(' · ');
  return `${id} ${clause}${required === 'false' ? ` ${w.optional()}` : ''}`;
}

/** How a line of a release is said; by its path. */
const SAID: [path: RegExp, say: (text: string, w: Words) => string][] = [
  // Where it cannot be compared, only that it is there.
  [/^documents\./, (_, w) => w.documentIsThere()],
  [/^terms\.term$/, (text, w) => w.term(text)],
  [/^terms\.(crossBorder\.countries|storage\.locations)$/, (text, w) => listOf(text, w.country)],
  [/^terms\.(data|purposes)$/, (text, w) => listOf(text, (entry) => item(entry, w))],
  [/^official$/, (text, w) => listOf(text, w.lang)],
  [/^notice\..*\.layer$/, (text, {row}) => (text === 'points' ? row.points : row.details)],
];

/** A line of a release as it can be read. */
export function shown(path: string, text: string, w: Words): string {
  if (!text) return text;
  if (path.startsWith('terms.') && (text === 'true' || text === 'false'))
    return w.said[text === 'true' ? 'yes' : 'no'];
  return SAID.find(([known]) => known.test(path))?.[1](text, w) ?? text;
}

/** What was, and what is instead, each as its lines. */
export function sides({path, before, after, paragraphs}: ReadDifference, w: Words): Changed[] {
  if (paragraphs) return paragraphs.length ? paragraphs : [{mark: '+', text: w.sameWords()}];
  return [
    ...(before ? [{mark: '-' as const, text: shown(path, before, w)}] : []),
    ...(after ? [{mark: '+' as const, text: shown(path, after, w)}] : []),
  ];
}

/** The same for a terminal. */
export const differenceLines = (differences: ReadDifference[], w: Words): Line[] =>
  differences.flatMap((difference): Line[] => [
    {text: labelOf(difference.path, w), style: 'bold'},
    ...sides(difference, w).map(({mark, text}) => ({
      text: `  ${mark} ${text}`,
      style: mark === '-' ? ('red' as const) : ('green' as const),
    })),
  ]);
