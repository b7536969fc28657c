export type {AcceptOptions} from './in-force.js';
export {createVerifier, Verifier, type Verdict} from './verifier.js';
export type {Fault, Refusal, RefusalCode} from './refusal.js';
