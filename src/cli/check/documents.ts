import {DRAFT} from '../draft/draft-files.js';
import type {Draft} from '../draft/read-draft.js';
import {problem, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';

/** The official text is there. */
export function checkDocuments({documents, answers}: Draft, w: Words): Finding[] {
  return answers.official
    .filter((lang) => !documents.some((document) => document.lang === lang))
    .map((lang) =>
      problem('no-document', {file: `${DRAFT}/document.${lang}.txt`, line: null}, w.noDocument(lang)),
    );
}
