import type {Notice, Point} from '../../core/index.js';
import type {Words} from '../words/words.js';
import {long, remark, short} from './yaml-text.js';

const point = ({id, label, text, clauses}: Point): string =>
  `  - id: ${id}
    label: ${short(label)}
    text: ${long(text, '      ')}
    clauses: ${clauses.join(', ')}`;

const names = (entries: Record<string, string> = {}): string =>
  Object.entries(entries)
    .map(([id, text]) => `  ${id}: ${long(text, '    ')}`)
    .join('\n');

/** A notice as a file that a person edits, with a remark above each part. */
export function noticeFile(notice: Notice, {notes}: Words): string {
  const {
    question,
    brief,
    title,
    points,
    details,
    clauseNames,
    agree,
    agreeFor,
    accept,
    decline,
    purposes,
    changes,
  } = notice;
  return `${remark(notes.file)}

${remark(notes.question)}
question: ${long(question, '  ')}

${remark(notes.brief)}
brief: ${long(brief, '  ')}

${remark(notes.title)}
title: ${short(title)}

${remark(notes.points)}
points:
${points.map(point).join('\n')}

${remark(notes.details)}
details:
${details.map(point).join('\n')}

${remark(notes.clauseNames)}
clauseNames:
${names(clauseNames)}

${remark(notes.agree)}
agree: ${long(agree, '  ')}

${remark(notes.agreeFor)}
agreeFor: ${agreeFor === undefined ? '' : long(agreeFor, '  ')}

${remark(notes.accept)}
accept: ${short(accept)}
decline: ${short(decline)}

${remark(notes.purposes)}
purposes:
${names(purposes)}

${remark(notes.changes)}
changes:
${(changes ?? []).map((line) => `  - ${long(line, '    ')}`).join('\n')}
`.replace(/[ \t]+$/gm, '');
}
