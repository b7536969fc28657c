import {clean, withoutMark} from '../draft/clean.js';
import {EXAMPLES, type ExampleWords} from './example-words.js';

const lastSentence = (text: string) => text.split(/(?<=\.)\s+/).at(-1) ?? '';

/** What examples tell the operator to do. Other examples may be true of somebody as they are. */
const hintsOf = ({brief, withdrawal, changes, automated}: ExampleWords): string[] => [
  lastSentence(brief('')),
  lastSentence(withdrawal(null, null)),
  withoutMark(changes),
  withoutMark(automated),
];
/** What stands beside the technical name of a purpose. */
const inWords = ({optional}: ExampleWords) => /\(.*\)/u.exec(optional('x'))?.[0] ?? '';
const HINTS = Object.values(EXAMPLES).flatMap((words) => [...hintsOf(words), inWords(words)]);

/** The instruction of an example that was left in a text, with the mark removed; `undefined` where there is none. */
export const instructionIn = (text: string): string | undefined =>
  HINTS.find((hint) => clean(text).toLowerCase().includes(hint.toLowerCase().replace(/\.$/, '')));

/** Whether this is the example sentence of a purpose that has no words of its own: in their place stands its quoted id. */
export const isExampleOf = (purpose: string, text: string): boolean =>
  /[«“]/.test(text) &&
  Object.values(EXAMPLES).some(({optional}) => withoutMark(optional(purpose)) === clean(text));
