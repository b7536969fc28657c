/** Bad input: which value, where, and what was expected. */
export class ReadError extends Error {
  /**
   * @param code stable, for programs: `type`, `value`, `schema`, `missing`, `duplicate`, `json`
   * @param path where in the input, such as `releases[0].notice.kk.title`
   */
  constructor(
    readonly code: string,
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}
