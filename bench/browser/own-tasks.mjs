// What a page's own scripts do on the main thread, from the browser's trace.
import {withPage} from './chromium.mjs';

/**
 * @typedef {{name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number,
 *   args?: {data?: {type?: string, url?: string}, beginData?: {url?: string}}}} TraceEvent
 */

const SCRIPT = new Set(['EvaluateScript', 'FunctionCall']);

/** Milliseconds of CPU time where the system tells: waiting for a busy machine does not count. @param {TraceEvent} event */
const msOf = ({dur = 0, tdur = dur}) => tdur / 1000;

/** @param {TraceEvent} task @param {TraceEvent} event */
const isIn = (task, {ts}) => ts >= task.ts && ts <= task.ts + (task.dur ?? 0);

/**
 * The longest task that ran script, and how long the listeners of a click on agree ran, in ms.
 * @param {import('puppeteer-core').Browser} browser @param {string} origin @param {import('./subjects.mjs').Subject} subject
 * @param {number} slowed factor
 */
export function ownTasks(browser, origin, {page: path, agree}, slowed) {
  return withPage(browser, origin, async (page) => {
    await page.emulateCPUThrottling(slowed);
    await page.tracing.start({categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline']});
    await page.goto(origin + path);
    // what the page does after it has loaded counts as well; a page that has done it all fires no event
    await new Promise((resolve) => setTimeout(resolve, 500));
    const loaded = await page.tracing.stop();
    await page.tracing.start({categories: ['devtools.timeline']});
    const button = agree && (await page.evaluateHandle(agree));
    await button?.click();
    const clicked = await page.tracing.stop();
    return {longest: longestTask(eventsOf(loaded), origin + path), click: clickTime(eventsOf(clicked))};
  });
}

/** @param {Uint8Array} trace @returns {TraceEvent[]} */
const eventsOf = (trace) => JSON.parse(Buffer.from(trace).toString()).traceEvents;

/** @param {TraceEvent[]} events @param {string} url */
function longestTask(events, url) {
  const parsing = events.find(({name, args}) => name === 'ParseHTML' && args?.beginData?.url === url);
  const thread = events.filter(({pid, tid}) => pid === parsing?.pid && tid === parsing.tid);
  const scripts = thread.filter(({name}) => SCRIPT.has(name));
  const tasks = thread.filter(
    (task) => task.name === 'RunTask' && scripts.some((script) => isIn(task, script)),
  );
  return Math.max(0, ...tasks.map(msOf));
}

/** @param {TraceEvent[]} events */
function clickTime(events) {
  const clicks = events.filter(({name, args}) => name === 'EventDispatch' && args?.data?.type === 'click');
  return clicks.length ? Math.max(...clicks.map(msOf)) : undefined;
}
