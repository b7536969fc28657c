/** Paths at which two JSON values differ. */
export function differences(found: unknown, expected: unknown, path = ''): string[] {
  if (found === expected) return [];
  const isContainer = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isContainer(found) || !isContainer(expected)) return [path];
  const keys = new Set([...Object.keys(found), ...Object.keys(expected)]);
  return [...keys].flatMap((key) => {
    const step = Array.isArray(expected) ? `[${key}]` : path ? `.${key}` : key;
    return differences(found[key], expected[key], path + step);
  });
}
