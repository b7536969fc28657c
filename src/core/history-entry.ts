import {buildRecord, usualDecision} from './build-record.js';
import {sha256Text} from './kinds.js';
import type {Manifest} from './manifest.js';
import {oneOf, orNull, shape, whole, type Read} from './reader.js';
import {recordShape} from './record.js';
import {releaseOf} from './release.js';

/** A committed record with its place in the history, its digest, and how far it got. */
export const historyEntry = shape({
  /** Counts up; a race between tabs may give one number twice, which loses nothing. */
  n: whole,
  /** In compact storage made again from its release: word for word if `sha256` is its digest, as a confirmation has to be. */
  record: recordShape,
  /** Digest of the record's canonical JSON; `null` until it is computed, or where the platform cannot. */
  sha256: orNull(sha256Text),
  /** `here`: in this browser only. `sent`: with a form. `accepted`: the operator's server has said so. */
  progress: oneOf('here', 'sent', 'accepted'),
});

/** A committed record with its place in the history, its digest, and how far it got. */
export interface HistoryEntry extends Read<typeof historyEntry> {}
/** How far a decision got. */
export type Progress = HistoryEntry['progress'];

/** An entry as a cookie holds it: what its release says is left out. The first fields are there for servers to read. */
export function compactEntry({n, record, sha256, progress}: HistoryEntry) {
  const {id, prev, event, subject, policy, notice, purposes, generator} = record;
  const {state, time, method, by} = event;
  return {
    id,
    state,
    version: policy.version,
    lang: notice.lang,
    time,
    sha256,
    n,
    progress,
    method,
    by,
    noticeSha256: notice.sha256,
    source: policy.source,
    manifestUrl: policy.manifest,
    subjectRef: subject.ref,
    nameFields: subject.nameFields,
    prev,
    purposes: Object.fromEntries(
      purposes
        .filter(({required, decision}) => decision !== usualDecision(required, state))
        .map(({id, decision}) => [id, decision]),
    ),
    generator,
  };
}

/**
 * Undoes {@link compactEntry}: the builder that made the record makes it again, word for word.
 * @param json checked no further than that a record can be built of it
 * @throws where it cannot, and where the manifest does not have the release
 */
export function expandEntry(json: unknown, manifest: Manifest): HistoryEntry {
  const {n, sha256, progress, version, time, ...decision} = json as ReturnType<typeof compactEntry>;
  const release = releaseOf(manifest, version)!;
  return {n, record: buildRecord(manifest, release, {...decision, time: new Date(time)}), sha256, progress};
}
