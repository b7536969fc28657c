import type {kk} from './kk.js';

/** Everything that the operator reads, in one language. Kazakh is the source; a missing key does not compile. */
export type Words = typeof kk;
