/** Why a record was refused. */
export interface Refusal {
  /** Stable, for programs; the list is in `Verifier`. */
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

/** A posted value for a message: on one line, and no longer than a line. */
export function quote(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
