import {setState} from '../native/set-state.js';

/** Turns each `:state(name)` on or off. */
export function setStates(internals: ElementInternals, states: Record<string, boolean>): void {
  for (const [name, on] of Object.entries(states)) setState(internals, name, on);
}
