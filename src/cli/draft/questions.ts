import type {Answer} from './answer.js';
import {entriesIn} from './item.js';

/** What the operator is asked, in this order. The names stand in the file of answers, and are flags of `init`. */
export const QUESTIONS = [
  'name',
  'bin',
  'address',
  'email',
  'url',
  'fields',
  'term',
  'recipients',
  'home',
  'abroad',
  'public',
  'data',
  'purposes',
  'automated',
  'keeping',
  'minors',
  'official',
  'approved',
  'withdrawal',
] as const;

/** One of {@link QUESTIONS}. */
export type Question = (typeof QUESTIONS)[number];

/** A valid answer to each question; where it has none, it is missing. */
export type Answers = Partial<Record<Question, Answer>>;

/** Names of fields, without the "yes" that answers the question before them. */
const fieldsIn = (text: string): string[] =>
  text.split(/[\s,;:]+/).filter((name) => name && !/^(иә|да|yes|және|и|and)$/iu.test(name));

const lists: Partial<Record<Question, (text: string) => string[]>> = {
  data: entriesIn,
  purposes: entriesIn,
  recipients: entriesIn,
  fields: fieldsIn,
  abroad: entriesIn,
  official: entriesIn,
};

/** The answer with its entries, where the question is for a list. */
export const withEntries = (question: Question, answer: Answer): Answer =>
  answer.kind === 'value' && lists[question]
    ? {kind: 'value', values: answer.values.flatMap(lists[question])}
    : answer;

/** Questions that have to be answered with a value before anything is published. */
const NEEDED: readonly Question[] = ['name', 'data', 'purposes', 'official'];
/** Whether publishing has to wait for the answer. */
export const isNeeded = (question: Question): boolean => NEEDED.includes(question);
