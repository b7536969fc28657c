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

/** From the start: tasks over 50 ms, and shifts of the layout that nobody caused. */
export const WATCH_COSTS = `
window.longTasks = [];
window.shift = 0;
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({duration}) => duration)))
  .observe({type: 'longtask'});
new PerformanceObserver((list) => {
  for (const {value, hadRecentInput} of list.getEntries()) if (!hadRecentInput) shift += value;
}).observe({type: 'layout-shift'});`;

/**
 * The next click: ms from the press of the button until its task is over (\`handled\`), and until the frame with the result
 * is painted (\`painted\`, which the browser rounds to 8 ms and reports from 16 ms).
 */
export const WATCH_CLICK = `
window.clicked = new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  addEventListener('click', (event) => {
    port2.onmessage = () => {
      const handled = performance.now() - event.timeStamp;
      setTimeout(() => resolve({handled, painted: Math.max(16, ...durations)}), 500);
    };
    port1.postMessage(null);
  }, {capture: true, once: true});
  const durations = [];
  new PerformanceObserver((list) => durations.push(...list.getEntriesByName('click').map(({duration}) => duration)))
    .observe({type: 'event', durationThreshold: 16});
});
'watching';`;
