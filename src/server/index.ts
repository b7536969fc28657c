export type {AcceptOptions} from './in-force.js';
export {createVerifier, Verifier, type Verdict} from './verifier.js';
export type {Refusal} from './refusal.js';
