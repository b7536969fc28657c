import type {NativeCheckboxMembers} from './native-checkbox-members.js';
import type {ReflectingElement} from './reflecting-element.js';

/** What a checkbox has to say where a filter list, a style or a closed part of the page hides its box. */
export interface HiddenBoxHooks {
  /** Asks for the words, and for their language; nothing where the element itself hides the box, and says why. */
  message(): {text: string; lang: string} | undefined;
  /** Tells that they were put before the person. */
  told(text: string): void;
}

/** Selectors of what a checkbox draws in its shadow root, beside one `<input type="checkbox">`. */
export interface CheckboxParts {
  /** The words beside the box. */
  label: string;
  /** Empty and hidden: takes the words of labels around the element, which also hold all that the element draws. */
  around: string;
  /** What is said about the tick and what is wrong. */
  said: string;
  /** That, and what the words beside the box point at: heard where the page describes the box in no words of its own. */
  about: string;
}

/**
 * What a class made with `NativeCheckbox` decides. Those that ask change nothing; those that tell call
 * `changed()` of its control where the form gets something else from then on.
 */
export interface CheckboxHooks {
  /** Asks whether it is ticked. */
  isTicked(): boolean;
  /** Asks what the form gets, `null` for nothing, and what the browser keeps for the way back to the page. */
  value(): [entries: FormData | null, state: string];
  /** Asks what is missing, in words for the person; empty when nothing is. */
  missing(): string;
  parts: CheckboxParts;
  /**
   * Tells that a click has toggled the box.
   * @param byPerson whether a person did it, or a script
   * @param click the click that did it: the box's own, or that of a label
   * @returns what takes it back where a listener of the page cancels the click; `undefined` refuses the click
   */
  toggle(on: boolean, byPerson: boolean, click: Event): (() => void) | undefined;
  /** Tells that a script sets `checked`. */
  check(on: boolean): void;
  /** Tells that the form is reset. */
  reset(): void;
  /** Tells that the browser brings back the state that it kept. */
  restore(state: string): void;
  /** Tells that it came into a form, or left one, or was enabled or disabled there. */
  moved?(form: HTMLFormElement | null): void;
  /** Tells that somebody sends the form, and nothing in it was found wrong. */
  sending?(): void;
  /** Tells that its entries were taken: by the browser that really sends the form, or by a script (`new FormData`). */
  taken?(): void;
  /** Tells that the entries that were taken last are really sent. */
  sent?(): void;
  /** What to do where nobody can see the box that stops the form. */
  hiddenBox?: HiddenBoxHooks;
}

/** What the parts of a checkbox see of the whole: the control that made them. */
export interface CheckboxInside {
  readonly host: ReflectingElement & NativeCheckboxMembers;
  /** The native box inside; `null` before the first render. */
  readonly box: HTMLInputElement | null;
  readonly hooks: CheckboxHooks;
  /** By its own attribute, or by a fieldset around it. */
  readonly isDisabled: boolean;
  /** The person has acted, or tried to send the form: from now on what is wrong is said. */
  userValidity: boolean;
  /** Draws the element, where that is due. */
  draw(): void;
}
