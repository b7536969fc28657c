import {readManifest, readRecord, type ConsentRecord, type Notice} from 'ipsm-consent/core';
import {createVerifier, type Verifier} from 'ipsm-consent/server';
import type {Entry, Ledger} from './ledger.js';
import {sealOfDecision, sealOfRegistration} from './seal.js';
import {sha256} from './sha256.js';

/** What is wrong with an entry: codes of the verifier, and `seal`, `manifest`, `prev`. */
export interface Problem {
  code: string;
  path: string;
  /** For QA, in English. */
  detail: string;
}

/** An entry of the ledger, checked again at this moment. */
export interface CheckedEntry {
  entry: Entry;
  /** None: it is what came, word for word. */
  problems: Problem[];
  /** Missing where what the row holds is no record at all. */
  record: ConsentRecord | undefined;
  /** What the record says and nobody but the device knows. */
  claimed: string[];
  /** The words of that release in that language. */
  notice: Notice | undefined;
  /** Fields of the registration that this decision belongs to: its own, or that of a decision it came after. */
  person: Record<string, string> | undefined;
  /** The decision that it came after, where the ledger has it. */
  prev: Entry | undefined;
  /** The decisions that came after it. */
  next: Entry[];
}

interface Policy {
  verifier: Verifier;
  noticeOf: (record: ConsentRecord) => Notice | undefined;
}

async function policyOf(text: string): Promise<Policy> {
  const json: unknown = JSON.parse(text);
  const {releases} = readManifest(json);
  return {
    verifier: await createVerifier(json),
    noticeOf: ({policy, notice}) =>
      releases.find(({version}) => version === policy.version)?.notice[notice.lang],
  };
}

/** Reads what a row holds, also one that somebody has changed. */
export function recordOf({record}: Entry): ConsentRecord | undefined {
  try {
    return readRecord(JSON.parse(record));
  } catch {
    return undefined;
  }
}

function brokenSeals(entry: Entry): Problem[] {
  const {record_id, registration, seal} = entry;
  const broken = (path: string) => ({code: 'seal', path, detail: `The ${path} is not as it was stored.`});
  return [
    ...(seal === sealOfDecision(entry) ? [] : [broken('decision')]),
    ...(!registration || registration.seal === sealOfRegistration(record_id, registration)
      ? []
      : [broken('registration')]),
  ];
}

/** The entry that a record came after, and whether it is that one to the byte. */
function predecessor(record: ConsentRecord | undefined, byId: Map<string, Entry>) {
  const prev = record?.prev ? byId.get(record.prev.id) : undefined;
  return {prev, isExact: prev !== undefined && record?.prev?.sha256 === sha256(prev.record)};
}

/** Whose decision: a chain of records that name each other's bytes leads to the registration it began with. */
function personOf(entry: Entry, byId: Map<string, Entry>): Record<string, string> | undefined {
  // Of a chain no longer than the entries there are, since nobody can name the digest of a record to come.
  for (let at: Entry | undefined = entry; at;) {
    if (at.registration) return at.registration.fields;
    const {prev, isExact} = predecessor(recordOf(at), byId);
    at = isExact ? prev : undefined;
  }
  return undefined;
}

async function check(
  entry: Entry,
  policies: Map<string, Promise<Policy>>,
  byId: Map<string, Entry>,
  next: Entry[],
): Promise<CheckedEntry> {
  const problems = brokenSeals(entry);
  const policy = await policies.get(entry.manifest_sha256)?.catch(() => undefined);
  const verdict = policy?.verifier.verifyRecord(entry.record);
  if (!verdict) {
    const detail = 'The manifest that this was judged by is missing, or is not as it was stored.';
    problems.push({code: 'manifest', path: '', detail});
  } else if (!verdict.ok) {
    problems.push(...verdict.errors.map(({message, ...error}) => ({...error, detail: message})));
  }
  const record = recordOf(entry);
  if (record && record.id !== entry.record_id)
    problems.push({code: 'id', path: 'id', detail: `The row is filed under "${entry.record_id}".`});
  const {prev, isExact} = predecessor(record, byId);
  if (prev && record?.prev?.sha256 && !isExact) {
    const detail = 'The record that it came after has other bytes in this ledger.';
    problems.push({code: 'prev', path: 'prev.sha256', detail});
  }
  return {
    entry,
    problems,
    record,
    claimed: verdict?.ok ? verdict.claimed : [],
    notice: record && policy?.noticeOf(record),
    person: personOf(entry, byId),
    prev,
    next,
  };
}

/** Checks entries against the manifests that they were judged by, and against those that they came after. */
export async function checkEntries(ledger: Ledger, entries: Entry[]): Promise<CheckedEntry[]> {
  const ids = entries.map(({record_id}) => record_id);
  const [earlier, next, manifests] = await Promise.all([
    ledger.withEarlier(ids),
    ledger.next(ids),
    ledger.manifests([...new Set(entries.map(({manifest_sha256}) => manifest_sha256))]),
  ]);
  const byId = new Map(earlier.map((entry) => [entry.record_id, entry]));
  const policies = new Map(
    [...manifests].flatMap(([digest, text]) =>
      sha256(text) === digest ? [[digest, policyOf(text)] as const] : [],
    ),
  );
  return Promise.all(
    entries.map((entry) =>
      check(
        entry,
        policies,
        byId,
        next.filter(({prev_id}) => prev_id === entry.record_id),
      ),
    ),
  );
}
