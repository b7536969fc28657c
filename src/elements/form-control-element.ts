import {watchFallback} from './fallback.js';
import {submitImplicitly} from './implicit-submission.js';
import {isQuietCheck, markQuietChecks, quietly} from './quiet-check.js';
import type {ContextCause} from './policy-context.js';
import {PolicyElement} from './policy-element.js';
import {reflectAttributes} from './reflect-attributes.js';
import {setState} from './set-state.js';
import {onSubmission} from './submission.js';

/** What a control means for its form right now. */
export interface FormContribution {
  /** Its entries; `null` for none. */
  entries: FormData | null;
  /** What the browser keeps for the way back to the page. */
  state: string;
  /** What is missing, in the page's language; empty when nothing is. */
  missing: string;
}

/**
 * The native half of a checkbox: everything that `<input type="checkbox">` has in a form and that has nothing to do with
 * consent. Value and validity are synchronous: the same task that changes something sees the new ones.
 */
export abstract class FormControlElement extends PolicyElement {
  static readonly formAssociated = true;
  static {
    reflectAttributes(this, {name: '', value: 'on', required: false, disabled: false});
  }

  /** Name of the form entry; without one nothing is submitted. */
  declare name: string;
  /** Value of the form entry; default `on`. */
  declare value: string;
  declare required: boolean;
  declare disabled: boolean;

  readonly #internals = this.attachInternals();
  #customError = '';
  #formDisabled = false;
  #userValidity = false;
  #stopSubmission: (() => void) | undefined;
  #fallback: MutationObserver | undefined;

  constructor() {
    super();
    this.addEventListener('invalid', () => {
      if (!isQuietCheck()) this.userValidity = true;
    });
  }

  /** What the control means for its form right now. */
  protected abstract contribute(): FormContribution;
  /** The browser really sends the form. */
  abstract commit(): void;
  /** The form was reset. */
  abstract formResetCallback(): void;

  /** @internal The native box inside; `null` before the first render. */
  get box(): HTMLInputElement | null {
    return this.renderRoot?.querySelector('input') ?? null;
  }

  /** @internal By its own attribute, or by a fieldset around it. */
  get isDisabled(): boolean {
    return this.disabled || this.#formDisabled;
  }

  get type(): string {
    return 'checkbox';
  }
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  get labels(): NodeList {
    return this.#internals.labels;
  }
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  checkValidity(): boolean {
    return quietly(() => this.#internals.checkValidity());
  }
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }
  setCustomValidity(message: string): void {
    this.#customError = String(message);
    this.sync();
  }

  override focus(options?: FocusOptions): void {
    this.box?.focus(options);
  }
  override blur(): void {
    this.box?.blur();
  }

  override connectedCallback(): void {
    this.#fallback = watchFallback(this);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#fallback?.disconnect();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#stopSubmission?.();
    this.#stopSubmission = form ? onSubmission(form, () => this.commit()) : undefined;
    if (form) markQuietChecks(form);
  }

  /** A fieldset's state, held apart from the attribute: assigning `disabled` here would make it permanent. */
  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old !== value) this.sync();
  }

  protected override contextChanged(cause: ContextCause): void {
    super.contextChanged(cause);
    this.sync();
  }

  protected override updated(): void {
    // Now the anchor exists, and the message follows the language.
    this.sync();
  }

  /** The person has acted, or tried to send the form: from now on what is wrong is said. */
  protected get userValidity(): boolean {
    return this.#userValidity;
  }
  protected set userValidity(on: boolean) {
    this.#userValidity = on;
    this.sync();
    this.requestUpdate();
  }

  /** What is wrong and may be said; empty when nothing is. */
  protected get problem(): string {
    return this.#userValidity && !this.validity.valid ? this.validationMessage : '';
  }

  /** Hands entries, validity and states to the form. */
  protected sync(): void {
    const {entries, state, missing} = this.contribute();
    this.#internals.setFormValue(entries, state);
    const error = this.#customError;
    const flags = {valueMissing: Boolean(missing), customError: Boolean(error)};
    this.#internals.setValidity(flags, error || missing, this.box ?? undefined);
    const {valid} = this.validity;
    this.setState('user-invalid', this.#userValidity && !valid);
    this.setState('user-valid', this.#userValidity && valid);
  }

  /** The box's own `change` ends at the shadow root. */
  protected onChange(): void {
    this.dispatchEvent(new Event('change', {bubbles: true}));
  }

  /**
   * Enter in the box sends the form. `keypress` does not come where a listener cancelled the `keydown`; the timer leaves
   * the others time to cancel this one.
   */
  protected onKeypress(event: KeyboardEvent): void {
    const {form} = this;
    if (event.key === 'Enter' && form) setTimeout(() => event.defaultPrevented || submitImplicitly(form));
  }

  /** Turns `:state(name)` on or off. */
  protected setState(name: string, on: boolean): void {
    setState(this.#internals, name, on);
  }
}
