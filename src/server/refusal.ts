import type {RefusalCode} from '../core/index.js';

export type {RefusalCode};

/** What is wrong with a record, or odd. */
export interface Fault {
  code: RefusalCode;
  /** Where in the record, such as `policy.version`; empty for the whole. */
  path: string;
  /** What happened, which value, what to do. */
  message: string;
}

/** Why a record was refused. */
export interface Refusal extends Fault {
  /** The version that would be accepted now; `null` where every release is cancelled. */
  version: string | null;
}

/** A refusal on its way up. */
export class RefusedError extends Error {
  constructor(readonly faults: Fault[]) {
    super(faults.map(({message}) => message).join(' '));
  }
}

/** Throws one refusal. */
export function refuse(code: RefusalCode, path: string, message: string): never {
  throw new RefusedError([{code, path, message}]);
}

/** A posted value for a message: on one line, and no longer than a line. */
export function quote(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 80 ? `${json.slice(0, 80)}…` : json;
}
