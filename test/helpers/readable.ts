/** Waits, in a frame, until a person can have read what it shows since now: half a second for a banner, and for words that have changed. */
export async function readable({ownerDocument}: Element): Promise<void> {
  const clock = ownerDocument.defaultView!.performance;
  const since = clock.now();
  while (clock !== performance && clock.now() < since + 600) await new Promise(requestAnimationFrame);
}
