export {createVerifier, Verifier, type AcceptOptions, type Verdict} from './verifier.js';
export type {Refusal} from './refusal.js';
