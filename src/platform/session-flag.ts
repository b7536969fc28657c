/** "Not now", until the tab is closed: a flag without identifier. Forgotten on leaving the page where storage is blocked. */
const flags = new Set<string>();

const keyOf = (name: string) => `ipsm-consent/later/${name}`;

/** Whether the flag is raised. */
export function hasSessionFlag(name: string): boolean {
  try {
    return flags.has(name) || sessionStorage.getItem(keyOf(name)) !== null;
  } catch {
    return flags.has(name);
  }
}

/** Raises or lowers the flag. */
export function setSessionFlag(name: string, on: boolean): void {
  if (on) flags.add(name);
  else flags.delete(name);
  try {
    if (on) sessionStorage.setItem(keyOf(name), '1');
    else sessionStorage.removeItem(keyOf(name));
  } catch {
    // Blocked: the set above remembers for this page.
  }
}
