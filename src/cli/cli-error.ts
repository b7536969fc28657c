import {ReadError} from '../core/index.js';
import {complaintOf, type Complaint} from './complaint.js';

/** What a script may rely on. */
export const EXIT = {ok: 0, problems: 1, unusable: 2} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Stops a command. */
export class CliError extends Error implements Complaint {
  constructor(
    readonly exitCode: ExitCode,
    readonly code: string,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/** The arguments or a file cannot be used. */
export const unusable = (code: string, path: string, message: string) =>
  new CliError(EXIT.unusable, code, path, message);

/** Everything was understood, and the rules of publishing forbid it. */
export const forbidden = (code: string, path: string, message: string) =>
  new CliError(EXIT.problems, code, path, message);

/**
 * What `read` returns.
 * @param hint a sentence on where to mend what the reader refuses, found by the path
 * @throws {CliError} where `read` throws a {@link ReadError}
 */
export function readOrStop<T>(read: () => T, hint: (path: string) => string = () => ''): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const {code, path, message} = complaintOf(error);
    throw unusable(code, path, [message, hint(path)].filter(Boolean).join(' '));
  }
}
