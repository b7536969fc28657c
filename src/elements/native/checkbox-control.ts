import type {ReactiveController} from 'lit';
import {nameBox} from './accessible-name.js';
import {Activation} from './activation.js';
import {watchFallback} from './fallback.js';
import {watchHiddenBox, type HiddenBoxHooks} from './hidden-box.js';
import {submitOnEnter} from './implicit-submission.js';
import {mirror} from './mirror.js';
import type {NativeCheckboxMembers} from './native-checkbox.js';
import type {ReflectingElement} from './reflecting-element.js';
import {setState} from './set-state.js';
import {watchSubmission} from './submission.js';
import {onFailedAttempt} from './user-validity.js';
import {watchLabels} from './watch-labels.js';

/** Selectors of what a checkbox draws in its shadow root, beside one `<input type="checkbox">`. */
export interface CheckboxParts {
  /** The words beside the box. */
  label: string;
  /** Empty and hidden: takes the words of labels around the element, which also hold all that the element draws. */
  around: string;
  /** What is said about the tick and what is wrong. */
  said: string;
}

/**
 * What a class made with `NativeCheckbox` decides. Those that ask change nothing; those that tell call
 * {@link CheckboxControl.changed} where the form gets something else from then on.
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
  taken?(isSent: boolean): void;
  /** What to do where nobody can see the box that stops the form. */
  hiddenBox?: HiddenBoxHooks;
}

const controls = new WeakMap<object, CheckboxControl>();

/** Completes a checkbox made with `NativeCheckbox`. To be called once, by its class: nothing of it can be had from a page. */
export function completeCheckbox(element: ReflectingElement, hooks: CheckboxHooks): CheckboxControl {
  const control = controls.get(element)!;
  control.hooks = hooks;
  return control;
}

/** The inside of a checkbox: all that it does for a form and that is no property of it. One for each element. */
export class CheckboxControl implements ReactiveController {
  hooks!: CheckboxHooks;
  readonly #activation: Activation;
  #customError = '';
  #formDisabled = false;
  #userValidity = false;
  #stopFallback: (() => void) | undefined;
  #stopLabels: (() => void) | undefined;
  #stopSubmission: (() => void) | undefined;

  constructor(
    readonly host: ReflectingElement & NativeCheckboxMembers,
    readonly internals: ElementInternals,
    /** Draws the element, where that is due. */
    readonly draw: () => void,
  ) {
    controls.set(host, this);
    this.#activation = new Activation(this);
    host.addController(this);
    onFailedAttempt(this, watchHiddenBox(this));
  }

  /** The native box inside; `null` before the first render. */
  get box(): HTMLInputElement | null {
    return this.host.renderRoot?.querySelector('input') ?? null;
  }

  /** Whether it is ticked, also for a listener of the page that hears of a click before this control does. */
  get isTicked(): boolean {
    return this.#activation.isAhead() ? this.box!.checked : this.hooks.isTicked();
  }

  /** By its own attribute, or by a fieldset around it. */
  get isDisabled(): boolean {
    return this.host.disabled || this.#formDisabled;
  }
  /** A fieldset's state, held apart from the attribute: assigning `disabled` here would make it permanent. */
  set formDisabled(on: boolean) {
    this.#formDisabled = on;
    this.mirror();
    this.#redraw();
    this.hooks.moved?.(this.host.form);
  }

  /** The person has acted, or tried to send the form: from now on what is wrong is said. */
  get userValidity(): boolean {
    return this.#userValidity;
  }
  set userValidity(on: boolean) {
    this.#userValidity = on;
    this.#redraw();
  }

  set customError(message: string) {
    this.#customError = message;
    this.#redraw();
  }

  set form(form: HTMLFormElement | null) {
    this.#stopSubmission?.();
    this.#stopSubmission = form ? watchSubmission(form, this) : undefined;
    this.validate();
    this.hooks.moved?.(form);
  }

  /** What is wrong and may be said; empty when nothing is. */
  get error(): string {
    const {validity, validationMessage} = this.host;
    return this.#userValidity && !validity.valid ? validationMessage : '';
  }

  /** The form gets something else from now on. */
  changed(): void {
    const [entries, state] = this.hooks.value();
    const isMirrored = this.host.hasAttribute('mirror');
    this.internals.setFormValue(isMirrored ? null : entries, state);
    this.mirror();
    this.#redraw();
  }

  /** Brings the hidden inputs up to date, also where a morph of the page has taken them away: its markup has none. */
  mirror(): void {
    const {host} = this;
    const isMirrored = host.hasAttribute('mirror') && host.isConnected && !this.isDisabled;
    mirror(host, isMirrored ? this.hooks.value()[0] : null);
  }

  /** Brings validity, states and the box up to date with what {@link hooks} answer. */
  validate(): void {
    const {host, box, internals} = this;
    const missing = this.hooks.missing();
    const flags = {valueMissing: Boolean(missing), customError: Boolean(this.#customError)};
    internals.setValidity(flags, this.#customError || missing, box ?? undefined);
    const {willValidate, validity} = internals;
    const told = this.#userValidity && willValidate;
    this.setState('user-invalid', told && !validity.valid);
    this.setState('user-valid', told && validity.valid);
    const isTicked = this.hooks.isTicked();
    this.setState('checked', isTicked);
    if (!box) return;
    if (box.checked !== isTicked) box.checked = isTicked;
    box.required = host.required;
    box.disabled = this.isDisabled;
  }

  /** Turns `:state(name)` on or off. */
  setState(name: string, on: boolean): void {
    setState(this.internals, name, on);
  }

  /** What `click()` does. */
  click(): void {
    this.#activation.click();
  }

  /** Hears what the box says inside a shadow root. */
  listen(root: EventTarget): void {
    // The box's own `change` ends at the shadow root. By now a native control shows what is wrong, where it does.
    root.addEventListener('change', ({target}) => {
      if (target !== this.box) return;
      this.userValidity = true;
      this.host.dispatchEvent(new Event('change', {bubbles: true}));
    });
    root.addEventListener('keypress', (event) => {
      if (event.target === this.box) submitOnEnter(event as KeyboardEvent, this.host.form);
    });
  }

  hostConnected(): void {
    this.#delegate(true);
    this.changed();
    this.#stopFallback = watchFallback(this.host, () => this.mirror());
    this.#stopLabels = watchLabels(this.host, () => this.#name());
  }

  hostDisconnected(): void {
    this.#delegate(false);
    this.#stopFallback?.();
    this.#stopLabels?.();
  }

  hostUpdate(): void {
    this.validate(); // the message follows the language, and is drawn in it
  }

  hostUpdated(): void {
    this.validate(); // now the anchor exists
    this.#delegate(true);
    this.#name();
  }

  /** The host gives its focus to the box, not to what comes first in it. While that is inserted it would ask for the page's. */
  #delegate(on: boolean): void {
    if (this.box) this.box.autofocus = on;
  }

  #redraw(): void {
    this.validate();
    this.host.requestUpdate();
  }

  #name(): void {
    if (this.box) nameBox(this.host, this.box, this.hooks.parts, this.error);
  }
}
