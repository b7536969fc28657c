import {materialChanges, type Release} from '../../core/index.js';
import {releaseOf, type Draft} from '../draft/read-draft.js';
import {warning, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';
import {checkClauses} from './clauses.js';
import {checkCompared} from './compared.js';
import {checkDocuments} from './documents.js';
import {checkFace} from './face.js';
import {checkLanguages} from './languages.js';
import {checkLeftovers} from './leftovers.js';
import {checkPurposes} from './purposes.js';
import {checkUnread} from './unread.js';

/** The draft before anybody has said when it begins and what it is called. */
export const unnamed = (draft: Draft): Release =>
  releaseOf(draft, {version: 'draft', effectiveFrom: null, change: 'material'});

/** The lines on what changed that were there before, or none. */
export const staleChanges = (draft: Draft, before: Release): string[] =>
  Object.entries(draft.notices)
    .filter(([lang, {changes}]) => !changes || String(changes) === String(before.notice[lang]?.changes))
    .map(([lang]) => lang);

function checkChanges(draft: Draft, before: Release, after: Release, w: Words): Finding[] {
  if (!materialChanges(before, after).length) return [];
  return staleChanges(draft, before).map((lang) =>
    warning('no-changes', draft.placeIn(lang, ['changes']), w.noChanges()),
  );
}

/**
 * Everything that can be said of a draft without asking the operator.
 * @param before the release that it follows
 * @param isFirst whether that one has to be cancelled first: then nobody is told what changed
 */
export function checkDraft(draft: Draft, before: Release | undefined, w: Words, isFirst = false): Finding[] {
  const after = unnamed(draft);
  const alone = [...draft.findings, ...checkUnread(draft, before, w)];
  if (!draft.isAnswered) return alone;
  return [
    ...alone,
    ...checkDocuments(draft, w),
    ...checkLanguages(draft, before, w),
    ...checkClauses(draft, w),
    ...checkPurposes(draft, w),
    ...checkLeftovers(draft, w),
    ...checkFace(draft, w),
    ...(before
      ? [...checkCompared(draft, before, after, w), ...(isFirst ? [] : checkChanges(draft, before, after, w))]
      : []),
  ];
}
