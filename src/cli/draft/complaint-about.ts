import {PAGE_LANGS} from '../../l10n/languages.js';
import type {Words} from '../words/words.js';
import {isNoAndMore, type Answer} from './answer.js';
import {isBin} from './bin.js';
import {countryCode} from './countries.js';
import {dataItem, purposeItem} from './item.js';
import {langNamed} from './lang-named.js';
import {isNeeded, type Question} from './questions.js';
import {termValue} from './term-value.js';

const isWebAddress = (text: string) => /^https:\/\/[^\s/@]+(\/\S*)?$/.test(text);
const isMailAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

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
  data: unless(dataItem, (w, text) => w.badData(text)),
  purposes: unless(purposeItem, (w, text) => w.badPurpose(text)),
  official: unless(langNamed, (w, text) => w.badLanguage(text, PAGE_LANGS.join(', '))),
};

/** Why an answer will not do; `undefined` where it will. */
export function complaintAbout(question: Question, answer: Answer, w: Words): string | undefined {
  if (answer.kind === 'no' && isNeeded(question)) return w.noIsNoAnswer();
  if (answer.kind === 'yes') return YES_TOO.includes(question) ? undefined : w.yesIsNoAnswer();
  if (answer.kind !== 'value') return undefined;
  // Who consents for minors may be said as well.
  if (YES_OR_NO.includes(question) && question !== 'minors')
    return w.yesNoOrUnknown(answer.values.join(', '));
  if (question === 'fields' && !answer.values.length) return w.badFields();
  if (YES_TOO.includes(question) && isNoAndMore(answer.values.join(', '))) return w.noAlone();
  for (const value of answer.values) {
    const sentence = EACH[question]?.(w, value);
    if (sentence) return sentence;
  }
  return undefined;
}
