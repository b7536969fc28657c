import type {Notice, Point, Terms} from '../../core/index.js';
import type {AnswersRead} from '../draft/read-answers.js';
import {EXAMPLES, type ExampleWords} from './example-words.js';
import {countryName, termWords} from './value-words.js';

const yesOrNo = (value: boolean | null, yes: string, no: string, unstated: string) =>
  value === null ? unstated : value ? yes : no;

function abroadWords({crossBorder: {transfer, countries}}: Terms, lang: string, words: ExampleWords): string {
  if (!countries?.length) return yesOrNo(transfer, words.abroadSomewhere, words.abroadNo, words.unstated);
  return countries.map((code) => countryName(code, lang)).join(', ');
}

/** How a name shows that it is in another language: letters, and what kinds of companies are called there. */
const FOREIGN: Record<keyof typeof EXAMPLES, RegExp> = {
  kk: /(?<!\p{L})(?:ТОО|ИП|АО|НАО|ГУ|КГУ|РГП|КГП|ОО|ОФ)(?!\p{L})|\b(?:LLP|LLC|JSC|Ltd|Inc)\b/u,
  ru: /[әғқңөұүһі]|(?<!\p{L})(?:ЖШС|ЖК|АҚ|КЕАҚ|КММ|ММ)(?!\p{L})|\b(?:LLP|LLC|JSC|Ltd|Inc)\b/iu,
  en: /\p{Script=Cyrillic}/u,
};
const isForeign = (name: string, lang: keyof typeof EXAMPLES) => FOREIGN[lang].test(name);

/** First words of a notice: what the answers say, and examples that `check` finds while they are left in. */
export function exampleNotice(lang: keyof typeof EXAMPLES, {operator, terms}: AnswersRead): Notice {
  const words = EXAMPLES[lang];
  const point = (id: string, label: string, text: string, clauses: string[] = []): Point => ({
    id,
    label,
    text,
    clauses,
  });
  const clausesOf = (list: {clause: string}[]) => [...new Set(list.map(({clause}) => clause))];
  const optional = terms.purposes.filter(({required}) => !required);
  const unstated = [
    ...(operator.bin === null ? [words.bin] : []),
    ...(operator.address === null ? [words.address] : []),
    ...(terms.storage.retention === null ? [words.retention] : []),
  ];
  const {labels} = words;
  return {
    question: words.question,
    brief: words.brief(operator.name),
    title: `${isForeign(operator.name, lang) ? words.mark : ''}${words.title(operator.name)}`,
    points: [
      point('data', labels.data, words.data, clausesOf(terms.data)),
      point('purposes', labels.purposes, words.purposes, clausesOf(terms.purposes)),
      point(
        'recipients',
        labels.recipients,
        terms.thirdParties.transfer === false ? words.recipientsNo : words.recipients,
      ),
      point('abroad', labels.abroad, abroadWords(terms, lang, words)),
      point('term', labels.term, terms.term === null ? words.unstated : termWords(terms.term, lang)),
      point(
        'public',
        labels.public,
        yesOrNo(terms.publicSources, words.publicYes, words.publicNo, words.unstated),
      ),
      point('changes', labels.changes, words.changes),
    ],
    details: [
      point('automated', labels.automated, words.automated),
      point('withdrawal', labels.withdrawal, words.withdrawal(operator.email, terms.withdraw.url)),
      ...(unstated.length ? [point('unstated', labels.unstated, words.unstatedList(unstated))] : []),
    ],
    clauseNames: {preamble: words.preamble},
    agree: words.agree(operator.name),
    accept: words.accept,
    decline: words.decline,
    ...(optional.length
      ? {purposes: Object.fromEntries(optional.map(({id}) => [id, words.optional(id)]))}
      : {}),
  };
}
