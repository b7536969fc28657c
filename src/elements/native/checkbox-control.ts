import type {ReactiveController} from 'lit';
import {nameBox} from './accessible-name.js';
import {Activation} from './activation.js';
import type {CheckboxHooks, CheckboxInside} from './checkbox-hooks.js';
import {watchFallback} from './fallback.js';
import {watchHiddenBox} from './hidden-box.js';
import {submitOnEnter} from './implicit-submission.js';
import {mirror} from './mirror.js';
import type {NativeCheckboxMembers} from './native-checkbox-members.js';
import type {ReflectingElement} from './reflecting-element.js';
import {setState} from './set-state.js';
import {watchSubmission} from './submission.js';
import {onFailedAttempt} from './user-validity.js';
import {watchLabels} from './watch-labels.js';

const controls = new WeakMap<object, CheckboxControl>();

/** Completes a checkbox made with `NativeCheckbox`. To be called once, by its class: nothing of it can be had from a page. */
export function completeCheckbox(element: ReflectingElement, hooks: CheckboxHooks): CheckboxControl {
  const control = controls.get(element)!;
  control.hooks = hooks;
  return control;
}

/** The inside of a checkbox: all that it does for a form and that is no property of it. One for each element. */
export class CheckboxControl implements ReactiveController, CheckboxInside {
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
