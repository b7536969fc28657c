import {ARIA_ATTRIBUTES, nameBox} from './accessible-name.js';
import type {Activation} from './activation.js';
import {attachBoxRoot, focusOnLoad} from './autofocus.js';
import {watchFallback} from './fallback.js';
import {quietly} from './quiet-check.js';
import type {ContextCause} from '../page/policy-context.js';
import {PolicyElement} from '../shared/policy-element.js';
import type {ReflectedProperties} from './reflecting-element.js';
import {setState} from './set-state.js';
import {watchSubmission} from './submission.js';
import {onFailedAttempt} from './user-validity.js';
import {watchLabels} from './watch-labels.js';

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
  static override properties: ReflectedProperties = {
    name: {reflect: true, stringify: true},
    value: {reflect: true, stringify: true, fallback: 'on'},
    required: {type: Boolean, reflect: true},
    optional: {type: Boolean, reflect: true},
    disabled: {type: Boolean, reflect: true},
  };

  /** Name of the form entry; without one nothing is submitted. */
  declare name: string;
  /** Value of the form entry; default `on`. */
  declare value: string;
  /** Set by the element itself when it is first connected, unless `optional` is there. */
  declare required: boolean;
  /** Leaves the box not required; `required` beats it. */
  declare optional: boolean;
  declare disabled: boolean;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...ARIA_ATTRIBUTES];
  }

  readonly #internals = this.attachInternals();
  #wasConnected = false;
  #customError = '';
  #formDisabled = false;
  #userValidity = false;
  #stopSubmission: (() => void) | null = null;
  #stopLabels: (() => void) | undefined;
  #fallback: MutationObserver | undefined;

  constructor() {
    super();
    onFailedAttempt(this, () => (this.userValidity = true));
  }

  /** Brings clicks to the box. */
  protected abstract readonly activation: Activation;
  /** What the control means for its form right now. */
  protected abstract contribute(): FormContribution;
  /** @internal Remembers what it gave to the form's data. */
  abstract collect(): void;
  /** The browser really sends the form. */
  abstract commit(): void;
  /** Whether the box is required where the page does not say otherwise. */
  protected abstract readonly isRequiredByDefault: boolean;

  /** @internal The native box inside; `null` before the first render. */
  get box(): HTMLInputElement | null {
    return this.renderRoot?.querySelector('input') ?? null;
  }

  /** @internal By its own attribute, or by a fieldset around it. */
  get isDisabled(): boolean {
    return this.disabled || this.#formDisabled;
  }

  /** @internal */
  draw(): void {
    this.performUpdate();
  }

  /** As the box inside has it, unless the page says otherwise. */
  override get tabIndex(): number {
    return this.hasAttribute('tabindex') ? super.tabIndex : 0;
  }
  override set tabIndex(index: number) {
    super.tabIndex = index;
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
    return this.willValidate ? this.#internals.validationMessage : '';
  }
  /** The attribute `value`. */
  get defaultValue(): string {
    return this.getAttribute('value') ?? '';
  }
  set defaultValue(value: string) {
    this.setAttribute('value', value);
  }
  /** The attribute `checked`, which ticks nothing: a box ticked in advance is no consent. */
  get defaultChecked(): boolean {
    return this.hasAttribute('checked');
  }
  set defaultChecked(on: boolean) {
    this.toggleAttribute('checked', Boolean(on));
  }
  checkValidity(): boolean {
    return quietly('checkValidity', () => this.#internals.checkValidity());
  }
  reportValidity(): boolean {
    return quietly('reportValidity', () => this.#internals.reportValidity());
  }
  setCustomValidity(message: string): void {
    if (!arguments.length) throw new TypeError('setCustomValidity: 1 argument required, but only 0 present.');
    this.#customError = String(message);
    this.sync();
    this.requestUpdate();
  }

  override focus(options?: FocusOptions): void {
    this.box?.focus(options);
  }
  override blur(): void {
    this.box?.blur();
  }

  override connectedCallback(): void {
    if (!this.#wasConnected && !this.optional && this.isRequiredByDefault) this.required = true;
    this.#wasConnected = true;
    this.#fallback = watchFallback(this);
    super.connectedCallback();
    this.#stopLabels = watchLabels(this, () => this.#name());
    focusOnLoad(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#fallback?.disconnect();
    this.#stopLabels?.();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#stopSubmission?.();
    this.#stopSubmission = form && watchSubmission(form, this);
  }

  override click(): void {
    this.activation.click();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    attachBoxRoot(this);
    return super.createRenderRoot();
  }

  /** A fieldset's state, held apart from the attribute: assigning `disabled` here would make it permanent. */
  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.sync();
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    // A copy of this element shall not set again what was taken away here.
    if (name === 'required' && value === null && this.#wasConnected) this.optional = true;
    if (old !== value) this.sync();
  }

  protected override contextChanged(cause: ContextCause): void {
    super.contextChanged(cause);
    this.sync();
  }

  protected override willUpdate(): void {
    this.sync(); // the message follows the language, and is drawn in it
  }

  protected override updated(): void {
    this.sync(); // now the anchor exists
    this.#name();
  }

  /** @internal The person has acted, or tried to send the form: from now on what is wrong is said. */
  get userValidity(): boolean {
    return this.#userValidity;
  }
  set userValidity(on: boolean) {
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
    const flags = {valueMissing: Boolean(missing), customError: Boolean(this.#customError)};
    this.#internals.setValidity(flags, this.#customError || missing, this.box ?? undefined);
    if (this.box) this.box.required = this.required;
    const told = this.#userValidity && this.willValidate;
    this.setState('user-invalid', told && !this.validity.valid);
    this.setState('user-valid', told && this.validity.valid);
  }

  /** The box's own `change` ends at the shadow root. By now a native control shows what is wrong, where it does. */
  protected onChange(): void {
    this.userValidity = true;
    this.dispatchEvent(new Event('change', {bubbles: true}));
  }

  #name(): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector)!;
    const {box} = this;
    if (!box) return;
    const said = [find('#status'), find('#error')];
    nameBox(this, this.labels, {box, own: find('label'), around: find('#around'), said});
  }

  /** Turns `:state(name)` on or off. */
  protected setState(name: string, on: boolean): void {
    setState(this.#internals, name, on);
  }
}
