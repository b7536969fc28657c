import type {Manifest} from '../../core/index.js';
import type {AcceptOptions} from '../in-force.js';
import type {PostedFields} from '../fallback.js';
import type {FallbackOptions, FallbackVerdict, Verdict} from '../verifier.js';

/** What the ledger asks of a verifier. */
export interface Judge {
  readonly manifest: Manifest;
  verifyRecord(entry: unknown, now?: Date): Verdict;
  acceptConsent(entry: unknown, options?: AcceptOptions): Verdict;
  acceptFallback(fields: PostedFields, options: FallbackOptions): FallbackVerdict;
}

/** The verifier, or what gives the newest one: an operator publishes releases while the server runs. */
export type JudgeSource = Judge | (() => Judge | Promise<Judge>);

/** The verifier of this moment. */
export const judgeOf = (source: JudgeSource): Judge | Promise<Judge> =>
  typeof source === 'function' ? source() : source;
