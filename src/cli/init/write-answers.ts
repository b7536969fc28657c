import type {Answer} from '../draft/answer.js';
import {QUESTIONS, type Answers} from '../draft/questions.js';
import type {Words} from '../words/words.js';
import {remark, short} from './yaml-text.js';

function typed(answer: Answer | undefined, {said}: Words): string {
  if (!answer) return '';
  if (answer.kind !== 'value') return ` ${said[answer.kind]}`;
  const [first = '', ...more] = answer.values;
  return more.length ? answer.values.map((value) => `\n  - ${short(value)}`).join('') : ` ${short(first)}`;
}

/** The answers as a file that a person edits, each beneath its question. */
export const answersFile = (answers: Answers, w: Words): string =>
  [
    remark(w.notes.answers),
    ...QUESTIONS.map(
      (question) => `${remark(w.questions[question])}\n${question}:${typed(answers[question], w)}`,
    ),
  ].join('\n\n') + '\n';
