/** The id that a posted record claims, if it looks like one: ids are looked up before anything else is believed. */
export function idOf(recordText: string): string | undefined {
  try {
    const {id} = JSON.parse(recordText) as {id?: unknown};
    return typeof id === 'string' && /^[\da-f-]{36}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
