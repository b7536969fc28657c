/** Flags of this page, for where session storage is blocked or full. */
const flags = new Set<string>();

const keyOf = (name: string) => `ipsm-consent/later/${name}`;

/** Whether "not now" was said about this, in this tab. A flag without identifier. */
export function hasSessionFlag(name: string): boolean {
  try {
    if (sessionStorage.getItem(keyOf(name)) !== null) return true;
  } catch {
    // Blocked: the set knows.
  }
  return flags.has(name);
}

/** Raises or lowers the flag: until the tab is closed, or only the page left where storage is blocked. */
export function setSessionFlag(name: string, on: boolean): void {
  flags.delete(name);
  try {
    if (on) sessionStorage.setItem(keyOf(name), '1');
    else sessionStorage.removeItem(keyOf(name));
  } catch {
    if (on) flags.add(name);
  }
}
