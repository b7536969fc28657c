import {msg, str} from '@lit/localize';
import type {Lang} from '../../core/manifest.js';
import type {ConsentRecord, EventState, PurposeDecision} from '../../core/record.js';
import {formatDate} from '../../l10n/format-date.js';
import {renderedLang} from '../../l10n/rendered-lang.js';

/** The date of an act, in the page's language. */
export const dateOf = ({event}: ConsentRecord): string => formatDate(new Date(event.time), renderedLang());

/** The words of a language: of a notice, of a document. */
export const textIn: Record<Lang, () => string> = {
  kk: () => msg('қазақша мәтін', {desc: 'The words that were shown were in Kazakh; in brackets'}),
  ru: () => msg('орысша мәтін', {desc: 'The words that were shown were in Russian; in brackets'}),
  en: () => msg('ағылшынша мәтін', {desc: 'The words that were shown were in English; in brackets'}),
};

const acts: Record<EventState, (version: string, date: string, text: string) => string> = {
  given: (version, date, text) =>
    msg(str`Сіз саясаттың ${version} нұсқасына келістіңіз: ${date} (${text}).`, {
      desc: 'Version, date, language of the text',
    }),
  declined: (version, date, text) =>
    msg(str`Сіз саясаттың ${version} нұсқасына келіспедіңіз: ${date} (${text}).`, {
      desc: 'Version, date, language of the text',
    }),
  withdrawn: (version, date, text) =>
    msg(
      str`Сіз саясаттың ${version} нұсқасына берген келісіміңізді қайтарып алуды сұрадыңыз: ${date} (${text}).`,
      {
        desc: 'Version, date, language of the text that was agreed to',
      },
    ),
};

/** What was decided, about which version, when, in which language. */
export const actOf = (record: ConsentRecord): string =>
  acts[record.event.state](record.policy.version, dateOf(record), textIn[record.notice.lang]());

/** What holds for a purpose. */
export const decisionWords: Record<PurposeDecision, () => string> = {
  given: () => msg('Келісім бар', {desc: 'Of a purpose: the person has agreed to it'}),
  declined: () =>
    msg('Келісім жоқ', {desc: 'Of a purpose: the person has not agreed to it, or has withdrawn'}),
  'not-asked': () => msg('Сұралмаған', {desc: 'Of a purpose: the person was not asked'}),
};

/** What a receipt and a gap call the same thing. */
export const labels = {
  bin: () => msg('БСН', {desc: 'Label: business identification number of the operator'}),
  document: () => msg('Саясат құжаты', {desc: 'Label: the document of the policy'}),
  documentDigest: () => msg('Құжаттың SHA-256 дайджесі', {desc: 'Label'}),
  noticeDigest: () =>
    msg('Көрсетілген мәтіннің SHA-256 дайджесі', {desc: 'Label: digest of the words shown'}),
  recordId: () => msg('Жазба нөмірі', {desc: 'Label: the id of the record of a decision'}),
};
