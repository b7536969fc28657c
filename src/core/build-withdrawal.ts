import {buildRecord} from './build-record.js';
import type {HistoryEntry} from './history-entry.js';
import type {Manifest} from './manifest.js';
import type {ConsentRecord, EventMethod, ManifestSource} from './record.js';
import {releaseOf} from './release.js';
import {utcTime} from './time.js';
import {GENERATOR} from './version.js';

/** The act of withdrawing. */
export interface Withdrawal {
  /** UUID version 4. */
  id: string;
  time: Date;
  method: EventMethod;
  /** How the manifest came to the page. */
  source: ManifestSource;
  /** Where it came from; `null` for the bundled one. */
  manifestUrl: string | null;
  /** Id of the one optional purpose to withdraw; without it, everything. */
  purpose?: string | undefined;
}

/**
 * Builds the record of a withdrawal: about the release and the words that were agreed to, with the decisions that hold
 * from now on. `undefined` where there is nothing to withdraw.
 * @param manifest without it, or where it no longer has the release, the terms are those of the consent
 */
export function buildWithdrawal(
  {record, sha256}: Pick<HistoryEntry, 'record' | 'sha256'>,
  {purpose, ...act}: Withdrawal,
  manifest?: Manifest,
): ConsentRecord | undefined {
  const {event, notice, policy, subject} = record;
  const isWithdrawn = ({id, required, decision}: ConsentRecord['purposes'][number]) =>
    decision === 'given' && (purpose === undefined || (id === purpose && !required));
  if (!record.purposes.some(isWithdrawn)) return undefined;
  const purposes = record.purposes.map((each) =>
    isWithdrawn(each) ? {...each, decision: 'declined' as const} : each,
  );
  const state = 'withdrawn';
  const prev = {id: record.id, sha256};
  const release = manifest && releaseOf(manifest, policy.version);
  if (release) {
    return buildRecord(manifest, release, {
      ...act,
      state,
      prev,
      by: event.by,
      lang: notice.lang,
      noticeSha256: notice.sha256,
      subjectRef: subject.ref,
      nameFields: subject.nameFields,
      purposes: Object.fromEntries(purposes.map(({id, decision}) => [id, decision])),
    });
  }
  const {id, method, time, source, manifestUrl} = act;
  return {
    ...record,
    id,
    prev,
    event: {...event, state, method, time: utcTime(time)},
    policy: {...policy, source, manifest: manifestUrl},
    purposes,
    generator: GENERATOR,
  };
}
