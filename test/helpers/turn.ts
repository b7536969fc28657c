/**
 * Ends once the tasks that wait now have run, timers without delay among them. No sleep: it is the next task, not some
 * time.
 */
export const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
