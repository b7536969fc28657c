let quiet = false;

/** Whether a mere `checkValidity()` is under way: it asks, and nobody has been told anything. */
export const isQuietCheck = (): boolean => quiet;

/** Runs a check that shows nothing. */
export function quietly<T>(check: () => T): T {
  quiet = true;
  try {
    return check();
  } finally {
    quiet = false;
  }
}

/**
 * Lets elements tell `form.checkValidity()` from a failed submit. Both fire `invalid` and nothing else, and only the
 * second may show an error (:user-invalid is undefined for custom elements, whatwg/html #9639).
 */
export function markQuietChecks(form: HTMLFormElement): void {
  if (!Object.hasOwn(form, 'checkValidity')) {
    form.checkValidity = () => quietly(() => HTMLFormElement.prototype.checkValidity.call(form));
  }
}
