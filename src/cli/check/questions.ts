import {releaseGaps} from './release-gaps.js';
import {unnamed} from './check-draft.js';
import {QUESTIONS, type Question} from '../draft/questions.js';
import type {Draft} from '../draft/read-draft.js';
import type {Place} from '../finding.js';
import {labelOf} from '../label-of.js';
import type {Words} from '../words/words.js';

/** Something that only the operator can say. */
export interface OpenQuestion extends Place {
  /** Its name in the file of answers. */
  question: Question;
  text: string;
  /** Paths by which records list it. */
  gaps: string[];
}

/** The question that fills a gap. */
const questionOf = (gap: string): Question | undefined => {
  const name = gap.startsWith('operator.')
    ? gap.slice(9)
    : gap === 'event.valid'
      ? 'term'
      : labelOf(`terms.${gap}`);
  const bare = name.replace('answers.yaml · ', '');
  return QUESTIONS.find((question) => question === bare);
};

/** What is still open: what records will list as not stated, and what nobody has said. */
export function openQuestions(draft: Draft, w: Words): OpenQuestion[] {
  const gaps = releaseGaps(unnamed(draft));
  const {answers} = draft.answers;
  return QUESTIONS.flatMap((question) => {
    const own = gaps.filter((gap) => questionOf(gap) === question);
    // A "no" is an answer, though a record has to call it a gap.
    if (answers[question]?.kind !== 'unknown' && !(own.length && answers[question]?.kind !== 'no')) return [];
    return [{question, text: w.questions[question], gaps: own, ...draft.placeOf(question)}];
  });
}
