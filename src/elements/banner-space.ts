/**
 * Keeps room below the page for a bar that is fixed to the bottom of the window: scrolling can bring every control out
 * from under it, and a focused one is never covered (WCAG 2.2, 2.4.11). Shifts nothing that is already drawn.
 * @returns the function that gives the room back
 */
export function reserveSpaceFor(bar: HTMLElement): () => void {
  const root = document.documentElement.style;
  const body = document.body.style;
  const before = [root.scrollPaddingBottom, body.paddingBottom] as const;
  const own = getComputedStyle(document.body).paddingBottom;
  const restore = () => {
    [root.scrollPaddingBottom, body.paddingBottom] = before;
  };
  const observer = new ResizeObserver(() => {
    restore();
    if (getComputedStyle(bar).position !== 'fixed') return;
    const height = `${Math.ceil(bar.getBoundingClientRect().height)}px`;
    root.scrollPaddingBottom = height;
    body.paddingBottom = `calc(${own} + ${height})`;
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    restore();
  };
}
