/** The checks of a form that a script asks for. */
export type Check = 'checkValidity' | 'reportValidity';

let running: Check | undefined;
let marked = false;

/** The check under way where nobody has tried to send anything: it asks, or points. */
export const runningCheck = (): Check | undefined => running;

/** Runs a check that is no attempt to send. */
export function quietly<T>(name: Check, check: () => T): T {
  const around = running;
  running = name;
  try {
    return check();
  } finally {
    running = around;
  }
}

/**
 * Lets elements tell a check of their form from an attempt to send it: both fire `invalid` and nothing else, and only the
 * second makes a native control `:user-invalid`, which is undefined for custom elements (whatwg/html #9639). The two
 * methods of the platform do what they did; that they are running is the only thing noted.
 */
export function markQuietChecks(): void {
  if (marked) return;
  marked = true;
  for (const name of ['checkValidity', 'reportValidity'] as const) {
    const check = HTMLFormElement.prototype[name];
    HTMLFormElement.prototype[name] = function (this: HTMLFormElement) {
      return quietly(name, () => check.call(this));
    };
  }
}
