import {withoutYes, type Answer} from './answer.js';
import {clean} from './clean.js';
import {countryCode} from './countries.js';
import {dataEntriesIn, entriesIn, namesIn} from './item.js';
import {unquoted} from './quotes.js';

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

/** Joined by "and" as well, where that is no part of a name: "Босния и Герцеговина". */
const joinedIn = (text: string): string[] =>
  namesIn(text).flatMap((entry) =>
    countryCode(unquoted(entry)) === undefined ? entry.split(/\s+(?:и|және|мен|пен|бен|and)\s+/iu) : [entry],
  );
const afterYes = (read: (text: string) => string[]) => (text: string) => read(withoutYes(text));

const lists: Partial<Record<Question, (text: string) => string[]>> = {
  data: dataEntriesIn,
  purposes: entriesIn,
  recipients: afterYes(namesIn),
  fields: fieldsIn,
  abroad: afterYes(joinedIn),
  official: joinedIn,
};

/** Whether a question is answered by several entries. */
export const isList = (question: Question): boolean => lists[question] !== undefined;

/** A text as it is kept: one line, or for a list as many as were typed. */
export const typed = (question: Question, text: string): string =>
  lists[question]
    ? text
        .split(/[\r\n]+/)
        .map(clean)
        .filter(Boolean)
        .join('\n')
    : clean(text);

/** Questions whose answers are words as they are, quotation marks and all. */
const WORDS: readonly Question[] = ['name', 'address', 'recipients', 'keeping', 'minors', 'approved'];

/** The answer with its entries, where the question is for a list; without the quotes that a name may have and a date may not. */
export function withEntries(question: Question, answer: Answer): Answer {
  if (answer.kind !== 'value') return answer;
  const entries = lists[question];
  const values = entries ? answer.values.flatMap((value) => entries(value)) : answer.values;
  return {kind: 'value', values: WORDS.includes(question) ? values : values.map(unquoted)};
}

/** Questions that have to be answered with a value before anything is published. */
const NEEDED: readonly Question[] = ['name', 'data', 'purposes', 'official'];
/** Whether publishing has to wait for the answer. */
export const isNeeded = (question: Question): boolean => NEEDED.includes(question);
