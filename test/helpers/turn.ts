/** Ends once the tasks that wait now have run, timers without delay among them. */
export const turn = () =>
  // A timer, since only a timer comes after other timers; 0, since it waits for a task and not for time.
  new Promise<void>((resolve) => setTimeout(resolve, 0));
