/** Another process may get its turn before it sees what this one stored. */
const SEEN_BY_ALL_MS = 50;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a piece of work that must not run twice at once: in all tabs of the origin by Web Locks, else (plain http, site
 * data blocked) in this tab.
 * @param work never rejects
 */
export function inTurn(name: string, work: () => Promise<void>): void {
  const here = () => (last = last.then(work));
  const inAllTabs = () => work().then(() => new Promise((seen) => setTimeout(seen, SEEN_BY_ALL_MS)));
  const locks = navigator.locks as LockManager | undefined;
  if (locks) locks.request(name, inAllTabs).catch(here);
  else void here();
}
