import type {Notice, Release} from '../../core/index.js';

/** Anything that a release holds, in one line. */
function said(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(said).join('; ');
  return typeof value === 'object' && value !== null
    ? Object.values(value).map(said).filter(Boolean).join(' · ')
    : '';
}

function noticeLines({points, details, clauseNames = {}, purposes = {}, changes: _, ...texts}: Notice) {
  const lines: Record<string, string> = {...texts};
  for (const [layer, list] of [
    ['points', points],
    ['details', details],
  ] as const) {
    for (const {id, label, text, clauses} of list) {
      Object.assign(lines, {
        [`${id}.label`]: label,
        [`${id}.text`]: text,
        [`${id}.clauses`]: clauses.join(', '),
        [`${id}.layer`]: layer,
      });
    }
    lines[`${layer}.order`] = list.map(({id}) => id).join(', ');
  }
  for (const [id, text] of Object.entries(clauseNames)) lines[`clauseNames.${id}`] = text;
  for (const [id, text] of Object.entries(purposes)) lines[`purposes.${id}`] = text;
  return lines;
}

/** Everything that a release says, line by line, by path; without what changed, and without when it applies. */
export function flatten(release: Release): Map<string, string> {
  const {operator, official, documents, notice, terms} = release;
  const lines = new Map<string, string>();
  const add = (path: string, value: unknown) => {
    if (value !== undefined && said(value)) lines.set(path, said(value));
  };
  for (const [key, value] of Object.entries(operator)) add(`operator.${key}`, value);
  add('official', official);
  for (const [lang, document] of Object.entries(documents)) add(`documents.${lang}`, document?.sha256);
  for (const [lang, words] of Object.entries(notice)) {
    if (!words) continue;
    for (const [key, value] of Object.entries(noticeLines(words))) add(`notice.${lang}.${key}`, value);
  }
  for (const [key, value] of Object.entries(terms)) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) add(`terms.${key}`, value);
    else for (const [field, inner] of Object.entries(value)) add(`terms.${key}.${field}`, inner);
  }
  return lines;
}

/** One line that is not what it was; empty where there is none. */
export interface Difference {
  path: string;
  before: string;
  after: string;
}

/** Every line in which two releases differ, in the order of the later one. */
export function differencesBetween(before: Release, after: Release): Difference[] {
  const [old, fresh] = [flatten(before), flatten(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])]
    .map((path) => ({path, before: old.get(path) ?? '', after: fresh.get(path) ?? ''}))
    .filter((line) => line.before !== line.after);
}
