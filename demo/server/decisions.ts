import type {Entry, Ledger} from './ledger.js';
import type {Published} from './published-policy.js';
import {idOf} from './record-id.js';
import type {Reason} from './refusal.js';

/** What became of a decision: kept (now or before), or why not. */
export type Decided = {ok: true; receivedAt: string} | {ok: false; reasons: Reason[]};

/**
 * Keeps what somebody decided in the banner or in the status, once for each id.
 * @param recordText exactly as posted: the same id with other bytes is another claim
 * @param qa a tester's token: says by which manifest it is judged
 */
export type Decide = (recordText: string, receivedAt: Date, qa?: string) => Promise<Decided>;

const answer = ({record, received_at}: Entry, recordText: string): Decided =>
  record === recordText
    ? {ok: true, receivedAt: received_at.toISOString()}
    : {ok: false, reasons: [{code: 'replayed', path: 'id'}]};

/**
 * Keeps decisions in the ledger: about any release, in any state.
 * @param policies those that pages show: where the manifest cannot be had, it is the one of the package
 */
export function decideInLedger(ledger: Ledger, policies: Published[]): Decide {
  return async (recordText, receivedAt, qa) => {
    const id = idOf(recordText);
    const known = id === undefined ? undefined : await ledger.find(id);
    if (known) return answer(known, recordText);

    const reasons: Reason[] = [];
    for (const published of policies) {
      const {verifier, manifestText} = await published(qa);
      const verdict = verifier.verifyRecord(recordText);
      if (verdict.ok) {
        const {record, warnings} = verdict;
        return answer(
          await ledger.keep({record, recordText, manifestText, receivedAt, warnings}),
          recordText,
        );
      }
      reasons.push(...verdict.errors.map(({code, path, message}) => ({code, path, detail: message})));
    }
    return {ok: false, reasons};
  };
}
