/** As long as a frame may be in coming; in a hidden tab or frame none comes at all. */
const AT_LAST_MS = 500;

/** Runs what no first paint needs once a frame has been painted: on a slow phone each of it would hold the page up. */
export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) work();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, AT_LAST_MS);
}
