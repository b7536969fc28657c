import type {Words} from './words.js';

const NAMED = /(?<![\w/-])(?<!npx )ipsm-policy(?= [a-z-])/g;

function named(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(NAMED, 'npx ipsm-policy');
  if (typeof value === 'function')
    return (...args: unknown[]) => named((value as (...all: unknown[]) => unknown)(...args));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner)]));
}

/** Words that name commands as somebody has to type them who has the program by `npx` only. */
export const byNpx = (words: Words): Words => named(words) as Words;
