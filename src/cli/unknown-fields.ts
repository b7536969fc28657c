/**
 * Paths of fields that the reader left out. A mistyped `more` is no error to it, yet words go missing.
 * @param json what was read
 * @param read what the reader made of it
 */
export function unknownFields(json: unknown, read: unknown, path = ''): string[] {
  if (typeof json !== 'object' || json === null) return [];
  const kept = read as Record<string, unknown>;
  return Object.entries(json).flatMap(([key, value]) => {
    const at = Array.isArray(json) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    // The reader normalises the keys of maps, too.
    const name = Object.hasOwn(kept, key) ? key : key.normalize();
    return Object.hasOwn(kept, name) ? unknownFields(value, kept[name], at) : [at];
  });
}
