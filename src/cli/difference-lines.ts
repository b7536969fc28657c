import type {Difference} from './check/flatten.js';
import {labelOf} from './label-of.js';
import type {Line} from './print.js';
import type {Words} from './words/words.js';

/** A line of a release as it can be read: of a document only that it is another one. */
export const shown = (path: string, text: string, w: Words): string =>
  path.startsWith('documents.') && text ? w.documentDigest(text.slice(0, 8)) : text;

/** What was, and what is instead. */
export const differenceLines = (differences: Difference[], w: Words): Line[] =>
  differences.flatMap(({path, before, after}): Line[] => [
    {text: labelOf(path), style: 'bold'},
    ...(before ? [{text: `  - ${shown(path, before, w)}`, style: 'red' as const}] : []),
    ...(after ? [{text: `  + ${shown(path, after, w)}`, style: 'green' as const}] : []),
  ]);
