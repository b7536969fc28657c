/** What a control wants to know of its form. */
export interface SubmissionListener {
  /** Somebody tries to send it, and nothing was found wrong. */
  attempted(): void;
  /** The browser really sends it. */
  submitted(): void;
}

/**
 * Tells when the browser really sends a form: after its `submit` event, from whatever started it, has gone all the
 * way uncancelled. The entry list is built (`formdata`) right then, so listeners that cancel late, stop the event or
 * sit in another shadow root make no difference, and a `submit` event that a script made up does not count.
 * @returns the function that stops it
 */
export function watchSubmission(form: HTMLFormElement, listener: SubmissionListener): () => void {
  let attempt: Event | undefined;
  const abort = new AbortController();
  const {signal} = abort;
  form.addEventListener(
    'submit',
    (event) => {
      if (!event.isTrusted) return;
      attempt = event;
      setTimeout(() => (attempt = undefined));
      listener.attempted();
    },
    {signal, capture: true},
  );
  form.addEventListener(
    'formdata',
    () => {
      // Not by eventPhase: Firefox still says "at target" while it acts on an event that all listeners have heard.
      if (!attempt || attempt.defaultPrevented || attempt.currentTarget) return;
      attempt = undefined;
      listener.submitted();
    },
    {signal},
  );
  return () => abort.abort();
}
