/** How often a page that stays open looks at most. */
export const LOOK_AGAIN_MS = 5 * 60_000;

/**
 * Calls back when a person comes back to the page (another tab, the back/forward cache, a network that is there again),
 * and at intervals while it is in view. Kept up for the life of the page.
 */
export function onReturn(listener: () => void): void {
  const ifInView = () => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', ifInView);
  addEventListener('pageshow', ({persisted}) => persisted && listener());
  addEventListener('online', listener);
  setInterval(ifInView, LOOK_AGAIN_MS);
}
