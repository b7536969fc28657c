import {msg, str} from '@lit/localize';
import type {ConsentRecord, EventState, PurposeDecision} from '../../core/record.js';
import type {Standing} from '../../core/standing.js';
import {dateInSentence} from '../../l10n/format-date.js';
import {versionAndText} from '../../l10n/notice-words.js';

/** The date of an act, for a sentence in the page's language. */
export const dateOf = ({event}: ConsentRecord): string => dateInSentence(new Date(event.time));

const acts: Record<EventState, (date: string, about: string) => string> = {
  given: (date, about) =>
    msg(str`${date} күні дербес деректеріңізді жинауға және өңдеуге келісім бердіңіз ${about}.`, {
      desc: 'What was decided: date; in brackets, version and language of the text',
    }),
  declined: (date, about) =>
    msg(str`${date} күні дербес деректеріңізді жинауға және өңдеуге келісім бермедіңіз ${about}.`, {
      desc: 'What was decided: date; in brackets, version and language of the text',
    }),
  withdrawn: (date) =>
    msg(str`${date} күні келісімді қайтарып алу туралы өтініш жаздыңыз.`, {desc: 'What was decided: date'}),
};

/** What happened, and when: agreed to the collection and processing of data, never "to the policy". */
export const actOf = (record: ConsentRecord): string =>
  act(record.event.state, dateOf(record), versionAndText(record.policy.version, record.notice.lang));

/** An act; without anything in brackets, the full stop comes right after it. */
const act = (state: EventState, date: string, about: string) => acts[state](date, about).replace(/ \.$/, '.');

/** The same, of what a server knows of a signed-in person and this device does not; nothing where it knows nothing. */
export function actOfStanding({status, at, version}: Standing): string {
  if (!at || !version || status === 'unasked') return '';
  const state = status === 'declined' || status === 'withdrawn' ? status : 'given';
  return act(state, dateInSentence(new Date(at)), versionAndText(version));
}

/** What holds for a purpose. */
export const decisionWords: Record<PurposeDecision, () => string> = {
  given: () => msg('келісім берілді', {desc: 'Of a purpose, after a colon: the person has agreed to it'}),
  declined: () =>
    msg('келісім берілмеді', {
      desc: 'Of a purpose, after a colon: the person has not agreed to it, or has withdrawn',
    }),
  'not-asked': () => msg('сұралмаған', {desc: 'Of a purpose, after a colon: the person was not asked'}),
};

/** What a confirmation and a gap call the same thing. */
export const labels = {
  bin: () => msg('БСН', {desc: 'Label: business identification number of the operator'}),
  document: () => msg('Саясат құжаты', {desc: 'Label: the document of the policy'}),
  documentDigest: () => msg('Құжаттың SHA-256 бақылау коды', {desc: 'Label'}),
  noticeDigest: () =>
    msg('Көрсетілген мәтіннің SHA-256 бақылау коды', {desc: 'Label: digest of the words shown'}),
  recordId: () => msg('Жазба нөмірі', {desc: 'Label: the id of the record of a decision'}),
};
