import type {Operator, Terms} from '../../core/index.js';
import {problem, type Finding} from '../finding.js';
import {nearest} from '../nearest.js';
import type {YamlFile, YamlPath} from '../folder/yaml-file.js';
import type {Words} from '../words/words.js';
import {answerIn, type Answer} from './answer.js';
import {isExample} from './clean.js';
import {countryCode} from './countries.js';
import {dataItems, purposeItems, type Item, type ItemFault} from './item.js';
import {langNamed} from './lang-named.js';
import {complaintAbout, complaintCode} from './complaint-about.js';
import {isList, isNeeded, QUESTIONS, typed, withEntries, type Answers, type Question} from './questions.js';
import {signsIn} from './signs-in.js';
import {termValue} from './term-value.js';

/** What the answers make of a release, and what is wrong with them. */
export interface AnswersRead {
  answers: Answers;
  /** The same, and where publishing has to wait for an answer also that it is not known. */
  given: Answers;
  operator: Operator;
  official: string[];
  terms: Terms;
  findings: Finding[];
}

function answerOf(question: Question, value: unknown): Answer | undefined {
  const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
  const [first, ...more] = texts.map((text) => typed(question, text)).filter(Boolean);
  if (first === undefined) return undefined;
  if (more.length) return withEntries(question, {kind: 'value', values: [first, ...more]});
  const answer = answerIn(first);
  return answer && withEntries(question, answer);
}

/** Where in an answer something is no text: a colon in the words has made a map of them. */
function mapIn(question: Question, value: unknown): YamlPath | undefined {
  if (Array.isArray(value)) {
    const at = value.findIndex((text) => typeof text === 'object' && text !== null);
    return at < 0 ? undefined : [question, at];
  }
  return typeof value === 'object' && value !== null ? [question] : undefined;
}

/** The lines of a list where one answer is wanted. */
function severalIn(question: Question, value: unknown): string[] | undefined {
  if (isList(question) || !Array.isArray(value)) return undefined;
  const lines = value.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
  return lines.length > 1 ? lines : undefined;
}

/** The first value of an answer; `null` where there is none. */
const one = (answer: Answer | undefined): string | null =>
  answer?.kind === 'value' ? (answer.values[0] ?? null) : null;
const many = (answer: Answer | undefined): string[] => (answer?.kind === 'value' ? answer.values : []);
const flag = (answer: Answer | undefined): boolean | null =>
  answer?.kind === 'yes' || answer?.kind === 'value' ? true : answer?.kind === 'no' ? false : null;
const present = <T>(value: T | undefined): value is T => value !== undefined;

const items = (answer: Answer | undefined, read: (texts: string[]) => (Item | ItemFault)[]) =>
  read(many(answer)).filter((one) => 'id' in one);

/** Where data is stored: in Kazakhstan, abroad; `null` where nobody says. */
function locationsOf({home, abroad}: Answers): string[] | null {
  const locations = [...(flag(home) ? ['KZ'] : []), ...many(abroad).map(countryCode).filter(present)];
  return locations.length ? locations : null;
}

function termsOf(answers: Answers): Terms {
  const {term, recipients, abroad, automated, keeping, withdrawal, email} = answers;
  const said = one(term);
  const countries = many(abroad).map(countryCode).filter(present);
  return {
    term: (said && termValue(said)) ?? null,
    purposes: items(answers.purposes, purposeItems).map(({id, clause, dpv, optional}) => ({
      id,
      clause,
      dpv,
      required: !optional,
    })),
    data: items(answers.data, dataItems).map(({id, clause, dpv}) => ({id, clause, dpv})),
    thirdParties: {transfer: flag(recipients), who: many(recipients)},
    crossBorder: {
      transfer: flag(abroad),
      countries: countries.length ? countries : abroad?.kind === 'no' ? [] : null,
    },
    publicSources: flag(answers.public),
    storage: {locations: locationsOf(answers), retention: one(keeping)},
    automated: flag(automated),
    withdraw: {url: one(withdrawal), email: one(email)},
  };
}

/** The answers as they are typed, by question, and what is wrong with each. */
function answersIn(file: YamlFile, w: Words): Pick<AnswersRead, 'answers' | 'given' | 'findings'> {
  const top =
    typeof file.value === 'object' && file.value !== null ? (file.value as Record<string, unknown>) : {};
  const answers: Answers = {};
  const given: Answers = {};
  const findings: Finding[] = [];
  const tell = (code: string, question: string, message: string) =>
    findings.push(problem(code, file.placeOf([question]), message));
  for (const key of Object.keys(top)) {
    if (!(QUESTIONS as readonly string[]).includes(key)) {
      tell('unknown-field', key, w.unknownField(key, nearest(key, QUESTIONS)));
    }
  }
  for (const question of QUESTIONS) {
    const map = mapIn(question, top[question]);
    if (map) {
      findings.push(problem('signs', file.placeOf(map), w.signs.colon));
      continue;
    }
    const several = severalIn(question, top[question]);
    if (several) {
      tell(`bad-${question}`, question, w.oneAnswer(several));
      continue;
    }
    const answer = answerOf(question, top[question]);
    if (!answer) {
      tell('no-answer', question, w.noAnswer(question, w.questions[question]));
      continue;
    }
    const example = answer.kind === 'value' && answer.values.some(isExample);
    const complaint = example ? w.exampleLeft(question) : complaintAbout(question, answer, w);
    if (complaint) {
      const code = example ? 'example' : complaintCode(question, answer);
      tell(code, question, complaint);
      // What would follow from its want is not true: it is there, and more than once.
      if (code === 'duplicate') answers[question] = answer;
      continue;
    }
    given[question] = answer;
    if (answer.kind === 'unknown' && isNeeded(question)) {
      tell('no-answer', question, w.neededFirst(question, w.questions[question]));
    } else answers[question] = answer;
  }
  return {answers, given, findings};
}

/** Reads the file of answers, and tells everything that is wrong with it. */
export function readAnswers(file: YamlFile, w: Words): AnswersRead {
  const {answers, given, findings} = answersIn(file, w);
  const signs = signsIn(file, w);
  return {
    answers,
    given,
    // What would follow from wrong signs is not true.
    findings: signs.length ? signs : findings,
    operator: {
      name: one(answers.name) ?? '',
      bin: one(answers.bin),
      address: one(answers.address),
      email: one(answers.email),
      url: one(answers.url),
    },
    official: many(answers.official).map(langNamed).filter(present),
    terms: termsOf(answers),
  };
}
