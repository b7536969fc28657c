/**
 * Waits, in a frame, until a person can have read what it shows since now.
 * @param ms half a second for a banner that has opened; a release's new words want a whole one
 */
export async function readable({ownerDocument}: Element, ms = 600): Promise<void> {
  const clock = ownerDocument.defaultView!.performance;
  const since = clock.now();
  while (clock !== performance && clock.now() < since + ms) await new Promise(requestAnimationFrame);
}
