import type {Release} from './manifest.js';
import {own} from './own.js';
import type {ConsentRecord} from './record.js';

/** What may be unknown, by its path in a record. */
const PATHS = [
  'crossBorder.countries',
  'crossBorder.transfer',
  'event.valid',
  'notice.sha256',
  'operator.address',
  'operator.bin',
  'operator.email',
  'operator.url',
  'policy.effectiveFrom',
  'policy.sha256',
  'policy.url',
  'publicSources',
  'storage.locations',
  'storage.retention',
  'thirdParties.transfer',
  'thirdParties.who',
  'withdraw.email',
  'withdraw.url',
];

type Values = Record<string, unknown>;

/**
 * Paths of what the law (94-V, Art. 8(4)) or ISO/IEC TS 27560 wants and the operator has not supplied: a closed list
 * (docs/format.md, section 5.2), sorted.
 */
export function gapsOf(record: Omit<ConsentRecord, 'gaps'>, release: Release): string[] {
  const isMissing = (path: string) => {
    const [part, field] = path.split('.') as [string, string?];
    const values = (record as Values)[part] as Values | null;
    const value = field ? values![field] : values;
    // Who gets nothing need not be named.
    return (value === null || (value as unknown[]).length === 0) && values?.['transfer'] !== false;
  };
  const documents = Object.keys(release.notice).filter((lang) => !own(release.documents, lang));
  return [...PATHS.filter(isMissing), ...documents.map((lang) => `documents.${lang}`)].sort();
}
