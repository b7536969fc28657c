/** A member of a map whose keys are somebody else's: `constructor` may be one, and is no member unless it is put there. */
export const own = <T>(map: Record<string, T> | undefined, key: string): T | undefined =>
  map && Object.hasOwn(map, key) ? map[key] : undefined;
