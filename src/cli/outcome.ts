import type {Complaint} from './complaint.js';
import type {ExitCode} from './cli-error.js';

/** A line of text, in one style. */
export type Line = string | {text: string; style: 'bold' | 'red' | 'yellow'};

/** What a command did, ready to be printed as text or as JSON. */
export interface Outcome {
  exitCode: ExitCode;
  /** For `--json`. */
  result: object;
  /** For standard output. */
  lines: Line[];
  /** For standard error. */
  problems?: Complaint[];
  warnings?: Complaint[];
}
