interface Room {
  scrollPadding: string;
  padding: string;
  /** The body's own padding, computed. */
  own: string;
}

let before: Room | undefined;
let given = 0;
let wanted = 0;

/**
 * Gives or takes room below the page. Takes only what can go without moving what is on the screen; the rest goes while
 * the person scrolls up.
 */
function settle(): void {
  const root = document.documentElement;
  const body = document.body;
  const removable = scrollY > 0 ? root.scrollHeight - root.clientHeight - Math.ceil(scrollY) : given;
  given = Math.max(wanted, given - Math.max(0, removable));
  before ??= {
    scrollPadding: root.style.scrollPaddingBottom,
    padding: body.style.paddingBottom,
    own: getComputedStyle(body).paddingBottom,
  };
  root.style.scrollPaddingBottom = wanted ? `${wanted}px` : before.scrollPadding;
  body.style.paddingBottom = given ? `calc(${before.own} + ${given}px)` : before.padding;
  if (given > wanted) addEventListener('scroll', settle, {passive: true});
  else removeEventListener('scroll', settle);
  if (!given) before = undefined;
}

function want(height: number): void {
  if (height === wanted && height === given) return;
  wanted = height;
  settle();
}

/**
 * Keeps room below the page for a bar that is fixed to the bottom of the window: scrolling can bring every control out
 * from under it, and a focused one is never covered (WCAG 2.2, 2.4.11). Shifts nothing that is already drawn.
 * @returns the function that gives the room back
 */
export function reserveSpaceFor(bar: HTMLElement): () => void {
  let frame = 0;
  const observer = new ResizeObserver(() => {
    // In the next frame: room may bring a scroll bar, which narrows the bar, which would call this again in the same one.
    frame = requestAnimationFrame(() => {
      want(getComputedStyle(bar).position === 'fixed' ? Math.ceil(bar.getBoundingClientRect().height) : 0);
    });
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    want(0);
  };
}
