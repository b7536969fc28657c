import type {Engine} from '../helpers/commands.js';
import type {Kit} from './kit.js';

/** One behaviour: it is observed in the native control and in ours, and both are held against what is expected. */
export interface Row {
  /** Ends the sentence "it …". */
  name: string;
  /** Does something to a fresh control and says what came of it, as a JSON-able value. */
  run(kit: Kit): unknown;
  /** What the native control shows. */
  expected: unknown;
  /** What ours shows instead, why that is right, and where, if not everywhere. */
  differs?: Difference;
  /** The engines whose driver can do it; all, unless said otherwise. */
  engines?: readonly Engine[];
}

export interface Difference {
  ours: unknown;
  why: string;
  /** The engines where it differs; in the others ours shows what the native control shows. */
  within?: readonly Engine[];
}

/** A group of rows, with a title. */
export interface Group {
  title: string;
  rows: readonly Row[];
}

/** What engines legitimately disagree about: the native control shows one of these, and ours must show the same one. */
export class OneOf {
  constructor(readonly values: readonly unknown[]) {}
}

export const oneOf = (...values: unknown[]): OneOf => new OneOf(values);

export const row = (name: string, expected: unknown, run: Row['run']): Row => ({name, run, expected});

/** Ours differs on purpose, because consent forbids it, the platform does not allow it or engines disagree. */
export const differing = (
  name: string,
  {native, ...differs}: Difference & {native: unknown},
  run: Row['run'],
): Row => ({name, run, expected: native, differs});

/** The other engines' drivers cannot do it; there the row is skipped and counted. */
export const only = (engines: readonly Engine[], ...rows: Row[]): Row[] =>
  rows.map((each) => ({...each, engines}));
