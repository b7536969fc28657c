import type {Release} from './manifest.js';
import {own} from './own.js';
import type {ConsentRecord} from './record.js';

const isEmpty = (list: string[] | null) => !list?.length;

/**
 * Paths of what the law (94-V, Art. 8(4)) or ISO/IEC TS 27560 wants and the operator has not supplied: a closed list
 * (docs/format.md, section 5.2), sorted.
 */
export function gapsOf(record: Omit<ConsentRecord, 'gaps'>, release: Release): string[] {
  const {operator, event, policy, notice, thirdParties, crossBorder, storage, withdraw} = record;
  const missing: Record<string, boolean> = {
    'operator.bin': operator.bin === null,
    'operator.address': operator.address === null,
    'operator.email': operator.email === null,
    'operator.url': operator.url === null,
    'event.valid': event.valid === null,
    'policy.effectiveFrom': policy.effectiveFrom === null,
    'policy.url': policy.url === null,
    'policy.sha256': policy.sha256 === null,
    'notice.sha256': notice.sha256 === null,
    'thirdParties.transfer': thirdParties.transfer === null,
    // Who gets nothing need not be named.
    'thirdParties.who': thirdParties.transfer !== false && isEmpty(thirdParties.who),
    'crossBorder.transfer': crossBorder.transfer === null,
    'crossBorder.countries': crossBorder.transfer !== false && isEmpty(crossBorder.countries),
    publicSources: record.publicSources === null,
    'storage.locations': isEmpty(storage.locations),
    'storage.retention': storage.retention === null,
    'withdraw.url': withdraw.url === null,
    'withdraw.email': withdraw.email === null,
  };
  const documents = Object.keys(release.notice).filter((lang) => !own(release.documents, lang));
  return [
    ...Object.keys(missing).filter((path) => missing[path]),
    ...documents.map((lang) => `documents.${lang}`),
  ].sort();
}
