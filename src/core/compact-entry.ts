import {buildRecord, usualDecision} from './build-record.js';
import type {HistoryEntry} from './history.js';
import type {Manifest} from './manifest.js';

/** An entry as a cookie holds it: what its release says is left out. The first fields are there for servers to read. */
export function compactEntry({n, record, sha256}: HistoryEntry) {
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
    method,
    by,
    noticeSha256: notice.sha256,
    source: policy.source,
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
 * Undoes {@link compactEntry}: the builder that made the record makes it again. Word for word, unless the operator's own
 * particulars have changed since; the digest tells.
 * @param json checked no further than that a record can be built of it
 * @throws where it cannot, and where the manifest does not have the release
 */
export function expandEntry(json: unknown, manifest: Manifest): HistoryEntry {
  const {n, sha256, version, time, ...decision} = json as ReturnType<typeof compactEntry>;
  const release = manifest.releases.find((each) => each.version === version)!;
  return {n, record: buildRecord(manifest, release, {...decision, time: new Date(time)}), sha256};
}
