import type {Difference} from './check/flatten.js';
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
  // Of a document only that it is another one.
  [/^documents\./, (text, w) => w.documentDigest(text.slice(0, 8))],
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

/** What was, and what is instead. */
export const differenceLines = (differences: Difference[], w: Words): Line[] =>
  differences.flatMap(({path, before, after}): Line[] => [
    {text: labelOf(path, w), style: 'bold'},
    ...(before ? [{text: `  - ${shown(path, before, w)}`, style: 'red' as const}] : []),
    ...(after ? [{text: `  + ${shown(path, after, w)}`, style: 'green' as const}] : []),
  ]);
