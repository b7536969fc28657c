/** Whether a value looks like an id of Postgres' type `uuid`, in the one way that records are written in. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);

/** The id that an entry claims, if it looks like one: ids are looked up before anything else is believed. */
export function postedId(entry: unknown): string | undefined {
  if (typeof entry !== 'string') return undefined;
  try {
    const {id} = JSON.parse(entry) as {id?: unknown};
    return isId(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
