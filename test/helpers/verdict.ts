import type {Verdict} from '../../src/server/verifier.js';

/** What a verdict comes to: `ok`, or each refusal as `code path`. */
export const inShort = (verdict: Verdict): string[] =>
  verdict.ok ? ['ok'] : verdict.errors.map(({code, path}) => `${code} ${path}`.trim());
