/** Paths at which two JSON values differ. */
export function differences(a: unknown, b: unknown, path = ''): string[] {
  if (a === b) return [];
  const isContainer = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isContainer(a) || !isContainer(b)) return [path];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => {
    const at = Array.isArray(a) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    return differences(a[key], b[key], at);
  });
}
