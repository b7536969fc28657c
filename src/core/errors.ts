/** Why an input cannot be read; what each means is in docs/format.md, section 1. */
export type ReadErrorCode = 'type' | 'value' | 'missing' | 'duplicate';

/** Why a server does not take a record. Stable, for programs; what each means is in docs/errors.md. */
export type RefusalCode =
  | ReadErrorCode
  | 'too-large'
  | 'json'
  | 'not-canonical'
  | 'unknown-policy'
  | 'unknown-version'
  | 'unknown-language'
  | 'contradiction'
  | 'altered'
  | 'not-given'
  | 'by-script'
  | 'by-banner'
  | 'other-subject'
  | 'no-digest'
  | 'not-current'
  | 'expired'
  | 'clock'
  | 'replayed';

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
