/** A place where two JSON values differ. */
export interface Difference {
  path: string;
  found: unknown;
  expected: unknown;
}

/** Whether a JSON value is an object or a list. */
export const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isOtherLength = (found: unknown, expected: unknown) =>
  Array.isArray(found) && Array.isArray(expected) && found.length !== expected.length;

/** Where two JSON values differ, in the order of the fields found; lists of different lengths do as a whole. */
export function differences(found: unknown, expected: unknown, path = ''): Difference[] {
  if (found === expected) return [];
  if (!isContainer(found) || !isContainer(expected) || isOtherLength(found, expected)) {
    return [{path, found, expected}];
  }
  const all: Difference[] = [];
  for (const key of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    if (found[key] === expected[key]) continue;
    const step = Array.isArray(expected) ? `[${key}]` : path ? `.${key}` : key;
    all.push(...differences(found[key], expected[key], path + step));
  }
  return all;
}
