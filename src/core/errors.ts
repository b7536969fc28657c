/** Why an input cannot be read; what each means is in docs/format.md, section 1. */
export type ReadErrorCode = 'type' | 'value' | 'missing' | 'duplicate';

/** Bad input: which value, where, and what was expected. */
export class ReadError extends Error {
  /**
   * @param code stable, for programs
   * @param path where in the input, such as `releases[0].notice.kk.title`
   */
  constructor(
    readonly code: ReadErrorCode,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}
