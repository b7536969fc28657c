/** What a script may rely on. */
export const EXIT = {ok: 0, problems: 1, unusable: 2, interrupted: 130} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with one sentence. */
export class Stop extends Error {
  /** @param code stable, for programs */
  constructor(
    readonly exitCode: ExitCode,
    readonly code: string,
    message: string,
    /** The file that it is about. */
    readonly file: string | null = null,
  ) {
    super(message);
  }
}

/** The arguments, or what was found, cannot be used. */
export const unusable = (code: string, message: string, file?: string) =>
  new Stop(EXIT.unusable, code, message, file);

/** Everything was understood, and it is not done. */
export const refused = (code: string, message: string, file?: string) =>
  new Stop(EXIT.problems, code, message, file);
