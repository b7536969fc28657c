/** How often a page that stays open looks at most. */
export const LOOK_AGAIN_MS = 5 * 60_000;

/**
 * Calls back when a person comes back to the page (another tab, the back/forward cache, a network that is there again),
 * and at intervals while it is in view. Kept up for the life of the page.
 * @param listener told since when there is a network again, in ms, where that is why
 */
export function onReturn(listener: (since?: number) => void): void {
  const ifInView = () => {
    if (document.visibilityState === 'visible') listener();
  };
  addEventListener('online', () => listener(Date.now()));
  addEventListener('pageshow', ({persisted}) => persisted && listener());
  document.addEventListener('visibilitychange', ifInView);
  setInterval(ifInView, LOOK_AGAIN_MS);
}
