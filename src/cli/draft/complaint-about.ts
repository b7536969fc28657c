import {PAGE_LANGS} from '../../l10n/languages.js';
import type {Words} from '../words/words.js';
import {
  answerIn,
  isNoAmongWords,
  isNoAndMore,
  isNoInWords,
  isNothing,
  isUnknownAndMore,
  type Answer,
} from './answer.js';
import {isBin} from './bin.js';
import {countryCode} from './countries.js';
import {dataItems, purposeItems, type Item, type ItemFault} from './item.js';
import {langNamed} from './lang-named.js';
import {isNeeded, type Question} from './questions.js';
import {termValue} from './term-value.js';

const isWebAddress = (text: string) => /^https:\/\/[^\s/@]+(\/\S*)?$/.test(text);
const isMailAddress = (text: string) => /^[^\s@:]+@[^\s@:]+\.[^\s@:]+$/.test(text);

/** Questions that are answered by yes, no, or not knowing. */
const YES_OR_NO: readonly Question[] = ['home', 'public', 'automated', 'minors'];
/** Questions that a bare "yes" answers. */
const YES_TOO: readonly Question[] = [...YES_OR_NO, 'abroad', 'recipients'];

type Complain = (w: Words, text: string) => string | undefined;
const unless =
  (isGood: (text: string) => unknown, sentence: (w: Words, text: string) => string): Complain =>
  (w, text) =>
    isGood(text) ? undefined : sentence(w, text);

const isFieldName = (text: string) => /^[\w.[\]-]+$/.test(text);

const EACH: Partial<Record<Question, Complain>> = {
  bin: unless(isBin, (w, text) => w.badBin(text)),
  fields: unless(isFieldName, (w) => w.badFields()),
  email: unless(isMailAddress, (w, text) => w.badEmail(text)),
  url: unless(isWebAddress, (w, text) => w.badUrl(text)),
  withdrawal: unless(isWebAddress, (w, text) => w.badUrl(text)),
  term: unless(termValue, (w, text) => w.badTerm(text)),
  abroad: (w, text) => {
    const code = countryCode(text);
    return code === undefined ? w.badCountry(text) : code === 'KZ' ? w.notAbroad(text) : undefined;
  },
  official: unless(langNamed, (w, text) => w.badLanguage(text, PAGE_LANGS.join(', '))),
};

/** Questions that a no answers, so that one in a sentence is half an answer. */
const NO_TOO: readonly Question[] = ['abroad', 'recipients', 'minors'];

/** What is wrong with an entry on data or purposes. */
function aboutItem(
  question: 'data' | 'purposes',
  text: string,
  read: Item | ItemFault,
  w: Words,
): string | undefined {
  if (!('fault' in read)) return read.optional && question === 'data' ? w.dataOptional(text) : undefined;
  switch (read.fault) {
    case 'optional-place':
      return question === 'data' ? w.dataOptional(text) : w.badPurpose(text);
    case 'clauses':
      return w.oneClause(text);
    case 'several':
      return w.severalItems(text, read.apart, read.named);
    case 'same':
      return w.sameItems(read.first, read.second, read.other);
    default:
      return question === 'data' ? w.badData(text) : w.badPurpose(text);
  }
}

const ITEMS = {data: dataItems, purposes: purposeItems};

/** What is wrong with the entries of a list, where each can have faults of its own. */
function aboutEntries(question: Question, values: string[], w: Words): string | undefined {
  if (question === 'data' || question === 'purposes') {
    const read = ITEMS[question](values);
    return values.map((text, i) => aboutItem(question, text, read[i]!, w)).find(Boolean);
  }
  return values.map((value) => EACH[question]?.(w, value)).find(Boolean);
}

/** Why an answer will not do; `undefined` where it will. */
export function complaintAbout(question: Question, answer: Answer, w: Words): string | undefined {
  if (answer.kind === 'no' && isNeeded(question)) return w.noIsNoAnswer();
  if (answer.kind === 'yes') return YES_TOO.includes(question) ? undefined : w.yesIsNoAnswer();
  if (answer.kind !== 'value') return undefined;
  const said = answer.values.join(', ');
  // Who consents for minors may be said as well.
  if (YES_OR_NO.includes(question) && question !== 'minors') return w.yesNoOrUnknown(said);
  if (question === 'fields' && !answer.values.length) return w.badFields();
  if (isNothing(said)) return w.noAnswerIn(said);
  if (isUnknownAndMore(said)) return w.unknownAlone();
  if (isNoAndMore(said) || (NO_TOO.includes(question) && isNoInWords(said)))
    return isNeeded(question) ? w.noIsNoAnswer() : w.noAlone();
  // Fields are parted at every blank.
  const word =
    question === 'fields' ? undefined : answer.values.find((value) => answerIn(value)?.kind !== 'value');
  if (word !== undefined) return w.wordAlone(word);
  if (question === 'recipients' && answer.values.some(isNoAmongWords)) return w.noAlone();
  return aboutEntries(question, answer.values, w);
}

/** The code of a complaint, for programs. */
export const complaintCode = (question: Question, answer: Answer): string => {
  const isTwice =
    answer.kind === 'value' &&
    (question === 'data' || question === 'purposes') &&
    ITEMS[question](answer.values).some((read) => 'fault' in read && read.fault === 'same');
  return isTwice ? 'duplicate' : `bad-${question}`;
};
