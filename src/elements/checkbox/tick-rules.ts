import {canonicalJson} from '../../core/canonical-json.js';
import {isOutdated} from '../../core/editorial.js';
import {readRecord, type ConsentRecord} from '../../core/record.js';
import {isWithdrawn} from '../../core/status.js';
import {rewrittenVersion} from '../../core/union.js';
import type {PolicyContext} from '../page/policy-context.js';

/**
 * Why a box is not ticked, where that needs a word: a new release took the tick away, or came under an unticked box
 * (`new-words`), or at the very moment of the click (`just-changed`); a withdrawal; the tick was made in the fallback, before
 * the element worked, under other words or perhaps by somebody else (`early`); it was sent already; the form is another person's now.
 */
export type GoneReason =
  'release' | 'new-words' | 'just-changed' | 'withdrawn' | 'early' | 'sent' | 'other-person';

/** Sooner than that after new words have come, nobody can have read them. */
const JUST_CHANGED_MS = 1000;

/** Whether a press began too soon after words had changed: it was meant for the words before. */
export const isTooSoon = (pressedAt: number, changedAt: number): boolean =>
  pressedAt - changedAt < JUST_CHANGED_MS;

/** Whether a withdrawal on this device takes back what a box with this purpose (or without one) agrees to. */
const isTakenBack = (last: ConsentRecord, granted: ConsentRecord, purpose: string): boolean =>
  isWithdrawn(last) ||
  (last.event.state === 'withdrawn' &&
    last.purposes.some(
      ({id, decision}, i) =>
        id === purpose &&
        decision === 'declined' &&
        // What was never given was not taken back, unless nobody knows any more.
        (last === granted || granted.purposes[i]?.decision === 'given'),
    ));

/** Why a pending tick no longer holds; `undefined` while it does. */
export function whyGone(
  record: ConsentRecord,
  {policyId, manifest, now, digests, decided: {last, granted = last}}: PolicyContext,
  purpose: string,
): GoneReason | undefined {
  const {policy, event} = record;
  // Another policy may have a version of that name, and so may this one where it was rewritten.
  if (policy.id !== policyId || rewrittenVersion(record, digests) !== undefined) return 'release';
  if (manifest && isOutdated(manifest, policy.version, now)) return 'release';
  // A withdrawal that is older than the tick says nothing about it.
  return last && last.event.time >= event.time && isTakenBack(last, granted!, purpose)
    ? 'withdrawn'
    : undefined;
}

/** Before the state of a tick that was sent: the device may be cleared, or keep no more than the last decision. */
const SENT = '!';

/** What the browser shall keep of a tick. Browsers give it back by name and place: to another purpose's box too. */
export const stateOf = (record: ConsentRecord | null, purpose: string, isSent: boolean): string =>
  record ? (isSent ? SENT : '') + purpose + canonicalJson(record) : 'off';

/** Whose tick a box asks for. */
export interface Subject {
  by: ConsentRecord['event']['by'];
  subjectRef: string | null;
  nameFields: string[];
}

/** What the browser brings back: a tick, or why it is none any more. */
export interface Restored {
  record: ConsentRecord | null;
  gone?: GoneReason | undefined;
  /** The record that is gone. */
  was?: ConsentRecord;
}

const NOTHING: Restored = {record: null};

/**
 * Reads a state that the browser kept. A tick comes back only where it is about the words in force, of the same person, and
 * neither withdrawn nor sent already.
 */
export function restored(state: string, context: PolicyContext, purpose: string, subject: Subject): Restored {
  const isSent = state.startsWith(SENT);
  const own = isSent ? state.slice(1) : state;
  if (!own.startsWith(`${purpose}{`)) return NOTHING;
  let was: ConsentRecord;
  try {
    was = readRecord(JSON.parse(own.slice(purpose.length)));
  } catch {
    // Not a state of ours: the person is asked.
    return NOTHING;
  }
  if (was.policy.id !== context.policyId) return NOTHING;
  const gone = (reason: GoneReason): Restored => ({record: null, gone: reason, was});
  if (was.subject.ref !== subject.subjectRef || was.event.by !== subject.by) return gone('other-person');
  if (canonicalJson(was.subject.nameFields) !== canonicalJson(subject.nameFields)) return NOTHING;
  if (isSent || context.entry(was.id)) return gone('sent');
  if (was.policy.version !== context.release?.version) return gone('release');
  const reason = whyGone(was, context, purpose);
  return reason ? gone(reason) : {record: was};
}
