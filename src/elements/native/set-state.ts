/** Turns `:state(name)` on or off. Browsers before CSS custom states of this form (Chromium < 125) throw; they go without. */
export function setState(internals: ElementInternals, name: string, on: boolean): void {
  try {
    if (on) internals.states.add(name);
    else internals.states.delete(name);
  } catch {
    // Styling only: nothing that a person or a form needs depends on it.
  }
}
