/** What a control wants to know of its form. */
export interface SubmissionListener {
  /** Set where somebody tries to send it, and nothing was found wrong. */
  userValidity: boolean;
  /** Called when its data are taken, by the browser or by a script (`new FormData`). */
  collect(): void;
  /** The browser really sends it. */
  commit(): void;
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
      listener.userValidity = true;
    },
    {signal, capture: true},
  );
  form.addEventListener(
    'formdata',
    () => {
      listener.collect();
      // Not by eventPhase: Firefox still says "at target" while it acts on an event that all listeners have heard.
      if (!attempt || attempt.defaultPrevented || attempt.currentTarget) return;
      attempt = undefined;
      listener.commit();
    },
    {signal},
  );
  return () => abort.abort();
}
