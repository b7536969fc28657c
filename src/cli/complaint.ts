import type {ReadError} from '../core/index.js';

/** One thing that is wrong, as `--json` lists it. */
export interface Complaint {
  /** Stable, for programs. */
  code: string;
  /** Where: a field of the manifest, a flag, a file or an address; empty for the whole. */
  path: string;
  /** What happened, which value, what to do. */
  message: string;
}

/** A complaint as one line: `code path: sentence`. */
export const inOneLine = ({code, path, message}: Complaint): string =>
  `${code}${path && ` ${path}`}: ${message}`;

/** The reader's refusal without the path that begins its message: our line names it already. */
export function complaintOf({code, path, message}: ReadError): Complaint {
  const sentence = path && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
  return {code, path, message: sentence.charAt(0).toUpperCase() + sentence.slice(1)};
}
