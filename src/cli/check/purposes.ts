import type {Draft} from '../draft/read-draft.js';
import {problem, warning, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';

/** Every optional purpose has its sentence, and no sentence is without one. */
function checkSentences(draft: Draft, lang: string, w: Words): Finding[] {
  const said = Object.keys(draft.notices[lang]!.purposes ?? {});
  const optional = draft.answers.terms.purposes.filter(({required}) => !required).map(({id}) => id);
  return [
    ...optional
      .filter((id) => !said.includes(id))
      .map((id) => problem('purpose-words', draft.placeIn(lang, ['purposes']), w.purposeUnsaid(id))),
    ...said
      .filter((id) => !optional.includes(id))
      .map((id) => problem('purpose-words', draft.placeIn(lang, ['purposes', id]), w.purposeUnknown(id))),
  ];
}

/** Where minors register, somebody consents for them, in words that fit. */
function checkMinors(draft: Draft, lang: string, w: Words): Finding[] {
  const kind = draft.answers.answers.minors?.kind;
  if (kind !== 'yes' && kind !== 'value') return [];
  if (draft.notices[lang]!.agreeFor) return [];
  return [warning('agree-for', draft.placeIn(lang, ['agreeFor']), w.agreeForMissing())];
}

/** Purposes and persons that the answers name are asked about in every language. */
export const checkPurposes = (draft: Draft, w: Words): Finding[] =>
  Object.keys(draft.notices).flatMap((lang) => [
    ...checkSentences(draft, lang, w),
    ...checkMinors(draft, lang, w),
  ]);
