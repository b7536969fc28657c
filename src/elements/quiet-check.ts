let quiet = false;
let marked = false;

/** Whether a mere check is under way: it asks or points, and nobody has tried to send anything. */
export const isQuietCheck = (): boolean => quiet;

/** Runs a check that is no attempt to send. */
export function quietly<T>(check: () => T): T {
  quiet = true;
  try {
    return check();
  } finally {
    quiet = false;
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
      return quietly(() => check.call(this));
    };
  }
}
