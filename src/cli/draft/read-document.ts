import {problem, type Finding} from '../finding.js';
import {textOf} from '../folder/read-text.js';
import {notText} from '../not-text.js';
import type {Words} from '../words/words.js';
import {isExample} from './clean.js';
import {contentOf, type PageContent} from './page-text.js';
import {pageOf} from './policy-text.js';

/** The full text in one language, as it will be served. */
export interface DraftDocument extends PageContent {
  lang: string;
  /** The file that the operator edits, relative to the working folder. */
  file: string;
  bytes: Buffer;
}

/** A document of the draft: served as it is, or made of a plain text. */
export const DOCUMENT_NAME = /^document\.([a-z]{2,3})\.(html?|txt)$/i;

/** What is wrong with a document, each with where. */
function faultsOf({file, text}: DraftDocument, source: string, w: Words): Finding[] {
  if (!text) return [problem('empty-document', {file, line: null}, w.emptyDocument())];
  const lines = source.split('\n');
  const line = lines.findIndex(isExample) + 1;
  return line ? [problem('example', {file, line}, w.exampleLeft(file))] : [];
}

/** Reads the documents of a draft. @param folder relative to the working folder */
export function readDocuments(
  files: ReadonlyMap<string, Buffer>,
  folder: string,
  w: Words,
): {documents: DraftDocument[]; findings: Finding[]} {
  const documents: DraftDocument[] = [];
  const findings: Finding[] = [];
  for (const [name, raw] of files) {
    const [, langPart = '', kind = ''] = DOCUMENT_NAME.exec(name) ?? [];
    const lang = langPart.toLowerCase();
    if (!lang) continue;
    const file = `${folder}/${name}`;
    const place = {file, line: null};
    if (documents.some((other) => other.lang === lang)) {
      findings.push(problem('document-twice', place, w.documentTwice(lang)));
      continue;
    }
    const source = textOf(raw);
    if (source === undefined) {
      findings.push(notText(raw, place, w));
      continue;
    }
    const bytes = kind.toLowerCase() === 'txt' ? Buffer.from(pageOf(source, lang)) : raw;
    const document = {lang, file, bytes, ...contentOf(kind.toLowerCase() === 'txt' ? String(bytes) : source)};
    documents.push(document);
    findings.push(...faultsOf(document, source, w));
  }
  return {documents, findings};
}
