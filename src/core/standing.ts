import {isOutdated} from './editorial.js';
import {decidedBy} from './history.js';
import type {HistoryEntry} from './history-entry.js';
import {byId, sha256Text, time, uuid, version} from './kinds.js';
import type {Manifest} from './manifest.js';
import {oneOf, orNull, shape, text, type Read} from './reader.js';
import {consentStatus, type ConsentStatus} from './status.js';

const standing = shape({
  /** The person, as `subject.ref` names them. */
  subject: text,
  status: oneOf('unasked', 'given', 'declined', 'withdrawn', 'outdated', 'expired'),
  /** The release decided about; `null` where nothing is known. */
  version: orNull(version),
  /** When; `null` where nothing is known. */
  at: orNull(time),
  /** The last record; `null` where nothing is known. */
  last: orNull(shape({id: uuid, sha256: sha256Text})),
  /** What holds for each purpose, by id. */
  purposes: byId(oneOf('given', 'declined', 'not-asked')),
});

/** What a server knows of a signed-in person's consent (docs/format.md, section 9). */
export interface Standing extends Read<typeof standing> {}

/**
 * Reads a standing of unknown origin.
 * @param json the parsed JSON
 * @throws {ReadError} with code and path
 */
export const readStanding = (json: unknown): Standing => standing(json, '');

/**
 * What of this device's history counts beside a standing: this person's own, as far as it leads to the record that the
 * server knows as the last, or waits to be sent. Whatever else is here may be somebody else's, or never got there.
 * @param entries oldest first
 * @param isWaiting whether the record of that id is still to be sent
 */
export function entriesBeside(
  {subject, last}: Standing,
  entries: HistoryEntry[],
  isWaiting: (id: string) => boolean,
): HistoryEntry[] {
  const chain = new Set<string>();
  const own = entries.filter(({record}) => record.subject.ref === subject);
  for (let id = last?.id; id !== undefined && !chain.has(id);) {
    chain.add(id);
    id = own.find(({record}) => record.id === id)?.record.prev?.id;
  }
  return own.filter(({record}) => chain.has(record.id) || isWaiting(record.id));
}

/**
 * Where a signed-in person stands: by what waits on this device, else by what the server knows. The manifest has the last
 * word on what is outdated: the page may know a release that the standing is older than.
 * @param entries those of {@link entriesBeside}
 */
export function statusBeside(
  known: Standing,
  entries: HistoryEntry[],
  isWaiting: (id: string) => boolean,
  manifest: Manifest,
  now: Date,
): ConsentStatus {
  const newest = entries.at(-1);
  if (newest && isWaiting(newest.record.id)) return consentStatus(manifest, decidedBy(entries), now);
  const {status, version} = known;
  const isAnswer = status === 'given' || status === 'declined';
  if (!isAnswer || version === null || !isOutdated(manifest, version, now)) return status;
  return status === 'given' ? 'outdated' : 'unasked';
}
