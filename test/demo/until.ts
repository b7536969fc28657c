const LIMIT_MS = 8_000;

/**
 * Looks in every frame until there is something to find.
 * @param what for the error, where there never is
 * @param limit in milliseconds
 */
export async function until<T>(
  what: string,
  find: () => T | null | undefined | false,
  limit = LIMIT_MS,
): Promise<T> {
  const deadline = performance.now() + limit;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${limit / 1000} s in vain for ${what}.`);
    await new Promise(requestAnimationFrame);
  }
}
