import {
  consentStatus,
  type ConsentRecord,
  type ConsentStatus,
  type Manifest,
  type Standing,
} from '../../core/index.js';

/** One decision of a person, as the ledger keeps it. */
export interface Decided {
  record: ConsentRecord;
  sha256: string;
  receivedAt: Date;
}

/** A device's clock may be fast: nothing was decided after it came. */
const momentOf = ({record, receivedAt}: Decided): number =>
  Math.min(Date.parse(record.event.time), receivedAt.getTime());

/**
 * Decisions in the order in which they were made: by the moment of the act, but never before the one that `prev` names.
 * `outstanding` says the same of the last one in SQL.
 * Two devices know nothing of each other, and an outbox sends late.
 * @param decisions in the order in which they came
 * @param by only those that were made by then; default all
 */
export function inOrderOfActs<D extends Decided>(decisions: D[], by?: Date): D[] {
  const byId = new Map(decisions.map((decided) => [decided.record.id, decided]));
  const prevOf = ({record}: D) => record.prev && byId.get(record.prev.id);
  // in the order in which they came, but each behind the one that it names
  const moments = new Map<D, number>();
  for (const decided of decisions) {
    // nobody can name the digest of a record to come, but ids alone can go in a circle
    const line = new Set<D>();
    for (let each: D | null | undefined = decided; each && !moments.has(each) && !line.has(each);) {
      line.add(each);
      each = prevOf(each);
    }
    for (const each of [...line].reverse()) {
      const prev = prevOf(each);
      moments.set(each, Math.max(momentOf(each), (prev && moments.get(prev)) ?? -Infinity));
    }
  }
  const made = [...moments].filter(([, moment]) => moment <= (by?.getTime() ?? Infinity));
  return made.sort(([, a], [, b]) => a - b).map(([each]) => each);
}

/** What decisions come to. */
export interface Sum<D extends Decided> {
  status: ConsentStatus;
  /** The last one. */
  last: D | undefined;
  /** The one by which the person agreed to what stands now; with withdrawals of single purposes after it, the one they go back to. */
  consent: D | undefined;
}

/** What decisions of one person about one policy come to at a moment. @param decisions in the order of the acts */
export function sumOf<D extends Decided>(manifest: Manifest, decisions: D[], now: Date): Sum<D> {
  const last = decisions.at(-1);
  const byId = new Map(decisions.map((decided) => [decided.record.id, decided]));
  let consent = last;
  while (consent?.record.event.state === 'withdrawn' && consent.record.prev) {
    const prev = byId.get(consent.record.prev.id);
    if (!prev || decisions.indexOf(prev) >= decisions.indexOf(consent)) break;
    consent = prev;
  }
  const status = consentStatus(manifest, {last: last?.record, granted: consent?.record}, now);
  return {status, last, consent: consent?.record.event.state === 'given' ? consent : undefined};
}

/** The same in the words of the format (docs/format.md, section 9). */
export function standingOf(manifest: Manifest, subject: string, decisions: Decided[], now: Date): Standing {
  const {status, last} = sumOf(manifest, inOrderOfActs(decisions), now);
  if (!last) return {subject, status, version: null, at: null, last: null, purposes: {}};
  const {id, policy, event, purposes} = last.record;
  return {
    subject,
    status,
    version: policy.version,
    at: event.time,
    last: {id, sha256: last.sha256},
    purposes: Object.fromEntries(purposes.map(({id, decision}) => [id, decision])),
  };
}
