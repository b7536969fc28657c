import {releaseGaps} from './release-gaps.js';
import {unnamed} from './check-draft.js';
import {QUESTIONS, type Question} from '../draft/questions.js';
import type {Draft} from '../draft/read-draft.js';
import type {Place} from '../finding.js';
import {answerBehind} from '../label-of.js';
import type {Words} from '../words/words.js';

/** Something that only the operator can say. */
export interface OpenQuestion extends Place {
  /** Its name in the file of answers. */
  question: Question;
  text: string;
  /** Paths by which records list it. */
  gaps: string[];
}

/** Where a release has what a record calls a gap. */
function pathOf(gap: string): string {
  if (gap === 'event.valid') return 'terms.term';
  return gap.startsWith('operator.') ? gap : `terms.${gap}`;
}

/** What is still open: what records will list as not stated, and what nobody has said. */
export function openQuestions(draft: Draft, w: Words): OpenQuestion[] {
  if (!draft.isAnswered) return [];
  const gaps = releaseGaps(unnamed(draft));
  const {answers} = draft.answers;
  return QUESTIONS.flatMap((question) => {
    const own = gaps.filter((gap) => answerBehind(pathOf(gap)) === question);
    // A "no" is an answer, though a record has to call it a gap.
    if (answers[question]?.kind !== 'unknown' && !(own.length && answers[question]?.kind !== 'no')) return [];
    return [{question, text: w.questions[question], gaps: own, ...draft.placeOf(question)}];
  });
}
