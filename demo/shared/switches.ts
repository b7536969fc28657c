/** What a tester can switch, and to what. The first of each is how it is without switches. */
export const SWITCHES = {
  release: ['first', 'second', 'announced', 'cancelled', 'editorial', 'without-russian', 'hostile'],
  manifest: [
    'good',
    'not-json',
    'wrong-schema',
    'too-large',
    'missing',
    'server-error',
    'foreign-id',
    'rewritten',
    'other-document',
  ],
  network: ['normal', 'slow', 'hanging', 'offline'],
  endpoint: ['normal', 'server-error', 'hanging', 'answer-lost', 'refused', 'offline'],
} as const;

/** The name of a switch. */
export type Switch = keyof typeof SWITCHES;

/** How the switches stand. */
export type Switched = {[Name in Switch]: (typeof SWITCHES)[Name][number]};

export const SLOW_MS = 5_000;
/** Longer than a page waits. */
export const HANGING_MS = 25_000;
