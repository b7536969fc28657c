import type {ConsentRecord, PurposeDecision} from '../../core/record.js';

/** A box for one purpose, as far as a record that takes it in is concerned. */
export interface PurposeBox {
  purpose: string;
  /** What its tick agrees to; `null` while it is not ticked. */
  tick: ConsentRecord | null;
  /** Whether the person has seen it and left it as it is. */
  isLeft: boolean;
}

const saysTheSame = (tick: ConsentRecord, {policy, notice}: ConsentRecord) =>
  tick.policy.version === policy.version &&
  tick.notice.lang === notice.lang &&
  tick.notice.sha256 === notice.sha256;

function decisionOf({tick, isLeft}: PurposeBox, record: ConsentRecord): PurposeDecision {
  if (tick) return saysTheSame(tick, record) ? 'given' : 'not-asked';
  return isLeft ? 'declined' : 'not-asked';
}

/**
 * What a form's purpose boxes add to its record. A purpose is given only by a tick under the words that the record is
 * about, and declined only where the person saw the box and left it unticked.
 */
export function purposeDecisions(
  boxes: PurposeBox[],
  record: ConsentRecord,
): Record<string, PurposeDecision> {
  const decisions = new Map<string, PurposeDecision>();
  for (const box of boxes) {
    const decision = decisionOf(box, record);
    // Two boxes for one purpose that do not agree are no clear yes.
    decisions.set(
      box.purpose,
      (decisions.get(box.purpose) ?? decision) === decision ? decision : 'not-asked',
    );
  }
  return Object.fromEntries(decisions);
}
