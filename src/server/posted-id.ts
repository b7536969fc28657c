/** The id that an entry claims, if it looks like one: ids are looked up before anything else is believed. */
export function postedId(entry: unknown): string | undefined {
  if (typeof entry !== 'string') return undefined;
  try {
    const {id} = JSON.parse(entry) as {id?: unknown};
    return typeof id === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
