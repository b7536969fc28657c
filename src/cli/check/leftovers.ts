import type {Notice} from '../../core/index.js';
import type {Draft} from '../draft/read-draft.js';
import {problem, warning, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';

const NOT_STATED = /көрсетілме|не указан|не назван|not stated|does not state|not named/iu;

/** Rows that stand for one answer, by their reserved ids, and whether the answer is there. */
const ROWS: Record<string, {question: 'term' | 'public' | 'abroad'; isFilled: (draft: Draft) => boolean}> = {
  term: {question: 'term', isFilled: ({answers}) => answers.terms.term !== null},
  public: {question: 'public', isFilled: ({answers}) => answers.terms.publicSources !== null},
  abroad: {
    question: 'abroad',
    isFilled: ({answers: {terms}}) =>
      terms.crossBorder.transfer === false || Boolean(terms.crossBorder.countries?.length),
  },
};

/** How the row of what is not stated speaks of an answer. An e-mail's address is another thing. */
const UNSTATED: {
  question: 'bin' | 'address' | 'keeping';
  said: RegExp;
  isFilled: (draft: Draft) => boolean;
}[] = [
  {question: 'bin', said: /БСН|БИН|\bBIN\b/u, isFilled: ({answers}) => answers.operator.bin !== null},
  {
    question: 'address',
    said: /мекенжай|адрес|address/iu,
    isFilled: ({answers}) => answers.operator.address !== null,
  },
  {
    question: 'keeping',
    said: /сақтау мерзім|срок[а-я]* хранения|how long|retention/iu,
    isFilled: ({answers}) => answers.terms.storage.retention !== null,
  },
];
const MAIL_ADDRESS = /электрондық пошта\S* мекенжай\S*|адрес\S* электронной почты|e-?mail address\S*/giu;

function rowsOf({points, details}: Notice) {
  return [
    ...points.map((point, i) => ({...point, path: ['points', i, 'text']})),
    ...details.map((point, i) => ({...point, path: ['details', i, 'text']})),
  ];
}

function checkNotice(draft: Draft, lang: string, w: Words): Finding[] {
  const rows = rowsOf(draft.notices[lang]!);
  const findings = Object.entries(ROWS).flatMap(([id, {question, isFilled}]) => {
    const row = rows.find((candidate) => candidate.id === id);
    if (!row)
      return [warning('no-row', draft.placeIn(lang, ['points']), w.rowMissing(id, w.asked[question]))];
    const [filled, says] = [isFilled(draft), NOT_STATED.test(row.text)];
    const place = draft.placeIn(lang, row.path);
    if (filled && says) return [problem('leftover', place, w.leftover(id, question, w.asked[question]))];
    if (!filled && !says) return [warning('unstated', place, w.unstated(id, question, w.asked[question]))];
    return [];
  });
  const unstated = rows.find(({id}) => id === 'unstated');
  if (!unstated) return findings;
  const text = unstated.text.replace(MAIL_ADDRESS, '');
  const left = UNSTATED.filter(({said, isFilled}) => said.test(text) && isFilled(draft)).map(({question}) =>
    problem(
      'leftover',
      draft.placeIn(lang, unstated.path),
      w.leftover('unstated', question, w.asked[question]),
    ),
  );
  return [...findings, ...left];
}

/** Rows that say "not stated" of what is stated by now, or the other way round. */
export const checkLeftovers = (draft: Draft, w: Words): Finding[] =>
  Object.keys(draft.notices).flatMap((lang) => checkNotice(draft, lang, w));
