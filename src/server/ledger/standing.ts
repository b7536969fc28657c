import {
  consentStatus,
  type ConsentRecord,
  type ConsentStatus,
  type Manifest,
  type Standing,
} from '../../core/index.js';

/** One decision of a person, as the ledger keeps it. */
export interface Kept {
  record: ConsentRecord;
  sha256: string;
  receivedAt: Date;
}

/** A device's clock may be fast: nothing was decided after it came. */
export const momentOf = ({record, receivedAt}: Kept): number =>
  Math.min(Date.parse(record.event.time), receivedAt.getTime());

/**
 * Decisions in the order in which they were made: by the moment of the act, but never before the one that `prev` names.
 * Two devices know nothing of each other, and an outbox sends late.
 * @param decisions in the order in which they came
 */
export function inOrderOfActs<D extends Kept>(decisions: D[]): D[] {
  const byId = new Map(decisions.map((decided) => [decided.record.id, decided]));
  const moments = new Map<D, number>();
  const momentAfterPrev = (decided: D, seen: Set<D>): number => {
    const known = moments.get(decided);
    if (known !== undefined) return known;
    const prev = decided.record.prev && byId.get(decided.record.prev.id);
    const own = momentOf(decided);
    // nobody can name the digest of a record to come, but ids alone can go in a circle
    const moment = prev && !seen.has(prev) ? Math.max(own, momentAfterPrev(prev, seen.add(decided))) : own;
    moments.set(decided, moment);
    return moment;
  };
  const order = new Map(decisions.map((decided, i) => [decided, i]));
  const followsFrom = (a: D, b: D) => a.record.prev?.id === b.record.id;
  return [...decisions].sort((a, b) => {
    const difference = momentAfterPrev(a, new Set()) - momentAfterPrev(b, new Set());
    if (difference) return difference;
    if (followsFrom(a, b)) return 1;
    if (followsFrom(b, a)) return -1;
    return order.get(a)! - order.get(b)!;
  });
}

/** What decisions come to. */
export interface Sum<D extends Kept> {
  status: ConsentStatus;
  /** The last one. */
  last: D | undefined;
  /** The one by which the person agreed to what stands now; with withdrawals of single purposes after it, the one they go back to. */
  consent: D | undefined;
}

/** What decisions of one person about one policy come to at a moment. @param decisions in the order of the acts */
export function sumOf<D extends Kept>(manifest: Manifest, decisions: D[], now: Date): Sum<D> {
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
export function standingOf(manifest: Manifest, subject: string, decisions: Kept[], now: Date): Standing {
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
