import type {Line} from './print.js';
import type {ExitCode} from './stop.js';

/** What a command did, ready to be printed as text or as JSON. */
export interface Outcome {
  exitCode: ExitCode;
  /** For `--json`. */
  result: object;
  /** For standard output. */
  lines: Line[];
  /** Whether these are for a file, and no line may be parted. */
  isCode?: boolean;
  /** For standard error. */
  complaints?: Line[];
}
