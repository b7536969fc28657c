import {ReadError} from '../../src/core/errors.js';

export type Json = null | boolean | number | string | Json[] | {[key: string]: Json};

const stepsOf = (path: string) => path.split(/[.[\]]+/).filter(Boolean);

/** A copy of a JSON value with another value at a path such as `releases[0].version`; `undefined` removes the field. */
export function withValue<T>(json: T, path: string, value: unknown): T {
  const copy = structuredClone(json);
  const steps = stepsOf(path);
  const last = steps.pop()!;
  const holder = steps.reduce(
    (at, step) => at[step] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  if (!(last in holder) && value === undefined) throw new Error(`There is no ${path} to remove.`);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

/** Paths of everything in a JSON value that holds nothing further: strings, numbers, flags, `null`, empty lists. */
export function leafPaths(json: unknown, path = ''): string[] {
  if (typeof json !== 'object' || json === null) return [path];
  const list = Array.isArray(json);
  const below = Object.entries(json).flatMap(([key, value]) =>
    leafPaths(value, list ? `${path}[${key}]` : path ? `${path}.${key}` : key),
  );
  return below.length ? below : [path];
}

/** A JSON file of the project, by its path from the root. */
export async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
  return response.json();
}

/** How a reader refuses. */
export function refusalOf(read: () => unknown): {code: string; path: string; message: string} {
  try {
    read();
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}
