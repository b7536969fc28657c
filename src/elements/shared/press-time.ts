let pressed: Event | undefined;
let watching = false;

const note = (event: Event) => (pressed = event);

/** From now on presses are noted. */
export function watchPresses(): void {
  if (watching) return;
  watching = true;
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, note, {capture: true});
}

/**
 * When a person began the press that a click ends, on the clock of `performance.now()`. A finger that came down before words
 * changed did not mean the new ones. A click without a press, such as a screen reader's, began when it came.
 */
export function pressTimeOf(click: Event): number {
  const began = pressed?.timeStamp ?? click.timeStamp;
  pressed = undefined;
  return Math.min(began, click.timeStamp);
}
