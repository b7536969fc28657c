/** Made on first use: a server has no style sheets. */
let sheet: CSSStyleSheet | undefined;
let given = 0;
let wanted = 0;

/** A sheet of the document's own: no attribute of the page's is touched, and a body that takes the place of this one has it too. */
function write(rules: string): void {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(rules && `@media screen{${rules}}`);
  // Assigned: Chromium before 99 has a list that cannot grow.
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * Gives or takes room below the page. Takes only what can go without moving what is on the screen; the rest goes while
 * the person scrolls up.
 */
function settle(): void {
  const root = document.documentElement;
  const removable = scrollY > 0 ? root.scrollHeight - root.clientHeight - Math.ceil(scrollY) : given;
  given = Math.max(wanted, given - Math.max(0, removable));
  write('');
  if (given) {
    const own = getComputedStyle(document.body).paddingBottom;
    const scrolling = wanted ? `html{scroll-padding-bottom:${wanted}px!important}` : '';
    write(`${scrolling}body{padding-bottom:calc(${own} + ${given}px)!important}`);
  }
  if (given > wanted) addEventListener('scroll', settle);
  else removeEventListener('scroll', settle);
}

function want(height: number): void {
  if (height === wanted && height === given) return;
  wanted = height;
  settle();
}

/**
 * Puts a fixed bar into the top layer where it is not at the foot of the window, since something around it is transformed,
 * filtered or contained, or where it is under what the page has in the top layer; into the flow in browsers that have none.
 */
function bringIntoReach(bar: HTMLElement, style: CSSStyleDeclaration): void {
  const {left, bottom} = bar.getBoundingClientRect();
  // A scroll bar at the foot may be that high.
  const isThere = Math.abs(innerHeight - bottom - parseFloat(style.bottom)) < 20;
  // Within the bar, and where its round corner is.
  if (isThere && !document.elementFromPoint(left + 9, bottom - 9)?.closest('[popover]')) return;
  if (!bar.showPopover) return void bar.classList.replace('bottom', 'inline');
  bar.popover = 'manual';
  bar.showPopover();
  // WebKit keeps it where it was laid out (WebKitGTK 2.50), unless it is gone for a moment.
  bar.hidden = true;
  bar.getBoundingClientRect();
  bar.hidden = false;
}

/**
 * Keeps room below the page for a bar that is fixed to the bottom of the window: scrolling can bring every control out
 * from under it, and a focused one is never covered (WCAG 2.2, 2.4.11). Shifts nothing that is already drawn, and keeps
 * none on paper.
 * @returns the function that gives the room back
 */
export function reserveSpaceFor(bar: HTMLElement): () => void {
  let frame = 0;
  const observer = new ResizeObserver(() => {
    // In the next frame: room may bring a scroll bar, which narrows the bar, which would call this again in the same one.
    frame = requestAnimationFrame(() => {
      // A bar that the page hides has no height.
      const style = getComputedStyle(bar);
      const isFixed = bar.offsetHeight && style.position === 'fixed';
      if (isFixed) bringIntoReach(bar, style);
      want(isFixed ? Math.ceil(innerHeight - bar.getBoundingClientRect().top) : 0);
    });
  });
  observer.observe(bar);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    want(0);
  };
}
