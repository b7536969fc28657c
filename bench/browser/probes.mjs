// What runs inside a page to measure it.

/**
 * From the start: when an element was there and had stopped moving, in ms since the navigation began, its frame painted.
 * @param {string} drawn JavaScript: the element, once it is there
 */
export const watchDrawing = (drawn) => `
window.settled = new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  let place = '', painted = 0, changed = 0;
  port2.onmessage = () => (painted = performance.now());
  requestAnimationFrame(function look(now) {
    const {x, y, width, height} = (${drawn})?.getBoundingClientRect() ?? {};
    const there = height ? [x, y, width, height].join() : '';
    if (there !== place) {
      place = there;
      changed = now;
      port1.postMessage(null);
    }
    if (place && now - changed > 300) resolve(painted);
    else requestAnimationFrame(look);
  });
});`;

/** From the start: shifts of the layout that nobody caused. */
export const WATCH_SHIFT = `
window.shift = 0;
new PerformanceObserver((list) => {
  for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) shift += value;
}).observe({type: 'layout-shift'});`;

/** The next click: ms from the release of the button until its task is over. */
export const WATCH_CLICK = `
window.handled = new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  addEventListener('click', ({timeStamp}) => {
    port2.onmessage = () => resolve(performance.now() - timeStamp);
    port1.postMessage(null);
  }, {capture: true, once: true});
});
'watching';`;
