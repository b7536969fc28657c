import {LANGS, type Release} from './manifest.js';
import type {ConsentRecord} from './record.js';

const WANTED = [
  'crossBorder',
  'notice',
  'operator',
  'policy',
  'publicSources',
  'storage',
  'thirdParties',
  'withdraw',
] as const;

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && !value.length);

function emptyPaths(value: unknown, path: string): string[] {
  if (isEmpty(value)) return [path];
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value as object).flatMap(([key, member]) => emptyPaths(member, `${path}.${key}`));
}

/** Items that the law (94-V, Art. 8(4)) or ISO/IEC TS 27560 wants and the operator has not supplied. */
export function gapsOf(record: Omit<ConsentRecord, 'gaps'>, release: Release): string[] {
  return [
    ...WANTED.flatMap((key) => emptyPaths(record[key], key)),
    ...emptyPaths(record.event.valid, 'event.valid'),
    ...LANGS.filter((lang) => !release.documents[lang]).map((lang) => `documents.${lang}`),
  ].sort();
}
