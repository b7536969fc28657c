/**
 * Counters of a page that the browser keeps.
 * @param {import('puppeteer-core').Page} page
 */
export async function metricsOf(page) {
  const client = await page.createCDPSession();
  // CPU time: waiting for a busy machine does not count. Slowing the CPU down does, it is done on the same thread.
  await client.send('Performance.enable', {timeDomain: 'threadTicks'});
  return {
    /** Since the beginning. @returns {Promise<{taskMs: number, heapKiB: number, nodes: number, listeners: number}>} */
    async read() {
      const {metrics} = await client.send('Performance.getMetrics');
      const of = (name) => metrics.find((metric) => metric.name === name).value;
      return {
        taskMs: of('TaskDuration') * 1000,
        heapKiB: of('JSHeapUsedSize') / 1024,
        nodes: of('Nodes'),
        listeners: of('JSEventListeners'),
      };
    },
    /** Twice: what the first one frees may hold more. */
    async collectGarbage() {
      await client.send('HeapProfiler.collectGarbage');
      await client.send('HeapProfiler.collectGarbage');
    },
  };
}
