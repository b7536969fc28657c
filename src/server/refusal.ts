/** Why a record was refused. */
export interface Refusal {
  /** Stable, for programs; the list is in {@link Verifier}. */
  code: string;
  /** Where in the record, such as `policy.version`; empty for the whole. */
  path: string;
  /** What happened, which value, what to do. */
  message: string;
}

/** A refusal on its way up. */
export class RefusedError extends Error {
  constructor(readonly errors: Refusal[]) {
    super(errors.map((error) => error.message).join(' '));
  }
}

/** Throws one refusal. */
export function refuse(code: string, path: string, message: string): never {
  throw new RefusedError([{code, path, message}]);
}
