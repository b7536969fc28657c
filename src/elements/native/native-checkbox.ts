import {ARIA_ATTRIBUTES} from './accessible-name.js';
import {focusOnLoad, ignorePresses} from './autofocus.js';
import {CheckboxControl} from './checkbox-control.js';
import type {NativeCheckboxMembers} from './native-checkbox-members.js';
import {quietly} from './quiet-check.js';
import type {ReflectedProperties, ReflectingElement} from './reflecting-element.js';

/** Attributes by which the form gets something else. */
const CHANGES_ENTRIES = ['name', 'value', 'mirror'];

/**
 * A {@link ReflectingElement}'s class. Not said as its type: to compare the two, the compiler looks up every tag of the page,
 * and so the very class whose base is being made.
 */
type ElementClass = abstract new () => object;

/** The class given, with what a checkbox has. */
export type WithNativeCheckbox<T extends ElementClass> = Omit<T, 'prototype'> &
  (abstract new () => InstanceType<T> & NativeCheckboxMembers);

/**
 * Makes an element class a form-associated checkbox: everything that `<input type="checkbox">` has and does in a form.
 * The box itself is a native one, which the class draws in its shadow root. Whether it is ticked, what its form gets and
 * what is missing are the class's to say, through {@link completeCheckbox}. Value and validity are synchronous: the same
 * task that changes something sees the new ones.
 * @example
 * class PlainCheckbox extends NativeCheckbox(ReflectingElement) {
 *   #isTicked = false;
 *   readonly #control = completeCheckbox(this, {
 *     isTicked: () => this.#isTicked,
 *     value: () => [this.#isTicked ? entryOf(this.name, this.value) : null, String(this.#isTicked)],
 *     missing: () => (this.required && !this.#isTicked ? 'Tick it.' : ''),
 *     parts: {label: 'label', around: 'span', said: 'p', about: 'p'},
 *     toggle: (on) => (this.#tick(on), () => this.#tick(!on)),
 *     check: (on) => this.#tick(on),
 *     reset: () => this.#tick(this.defaultChecked),
 *     restore: (state) => this.#tick(state === 'true'),
 *   });
 *   #tick(on: boolean) {
 *     this.#isTicked = on;
 *     this.#control.changed();
 *   }
 *   override render() {
 *     return html`<input type="checkbox" id="box">
 *       <label for="box">Own words</label><span hidden></span><p>${this.#control.error}</p>`;
 *   }
 * }
 */
export function NativeCheckbox<T extends ElementClass>(Base: T): WithNativeCheckbox<T> {
  abstract class NativeCheckboxElement
    extends (Base as unknown as typeof ReflectingElement)
    implements NativeCheckboxMembers
  {
    static readonly formAssociated = true;
    // Labels, dialogs, wrappers and `autofocus` look for it at the host, and go from there to the box.
    static override shadowRootOptions: ShadowRootInit = {mode: 'open', delegatesFocus: true};
    static override properties: ReflectedProperties = {
      name: {reflect: true, stringify: true},
      value: {reflect: true, stringify: true, fallback: 'on'},
      required: {type: Boolean, reflect: true},
      disabled: {type: Boolean, reflect: true},
      // Lit then applies what was set before the upgrade.
      checked: {attribute: false, noAccessor: true},
    };

    static override get observedAttributes(): string[] {
      return [...super.observedAttributes, ...ARIA_ATTRIBUTES, 'form', 'mirror'];
    }

    /** Name of the form entry; without one nothing is submitted. */
    declare name: string;
    /** Value of the form entry; default `on`. */
    declare value: string;
    /** Whether the form cannot be sent without the tick. */
    declare required: boolean;
    declare disabled: boolean;

    readonly #internals = this.attachInternals();
    readonly #control = new CheckboxControl(this, this.#internals, () => this.performUpdate());

    get checked(): boolean {
      return this.#control.isTicked;
    }
    set checked(on: boolean) {
      this.#control.hooks.check(Boolean(on));
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
    /** Nothing else can be made of it; frameworks set every attribute that has a property of its name. */
    set type(_type: string) {}
    get form(): HTMLFormElement | null {
      return this.#internals.form;
    }
    /** The attribute `form`: frameworks set it so. */
    set form(id: string | null) {
      if (id == null) this.removeAttribute('form');
      else this.setAttribute('form', id);
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
    /** The attribute `checked`. */
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
      if (!arguments.length) throw new TypeError('setCustomValidity: 1 argument required.');
      this.#control.customError = String(message).replace(/\r\n?/g, '\n');
    }

    override focus(options?: FocusOptions): void {
      this.#control.box?.focus(options);
    }
    override blur(): void {
      this.#control.box?.blur();
    }
    override click(): void {
      this.#control.click();
    }

    override connectedCallback(): void {
      super.connectedCallback();
      this.#control.draw();
      focusOnLoad(this);
    }

    override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
      super.attributeChangedCallback(name, old, value);
      if (old === value) return;
      if (CHANGES_ENTRIES.includes(name)) this.#control.changed();
      else {
        this.#control.mirror();
        this.#control.validate();
      }
    }

    formAssociatedCallback(form: HTMLFormElement | null): void {
      this.#control.form = form;
    }

    formDisabledCallback(disabled: boolean): void {
      this.#control.formDisabled = disabled;
    }

    formResetCallback(): void {
      this.#control.userValidity = false;
      this.#control.hooks.reset();
    }

    formStateRestoreCallback(state: string): void {
      this.#control.hooks.restore(state);
    }

    protected override createRenderRoot(): HTMLElement | DocumentFragment {
      const root = super.createRenderRoot() as ShadowRoot;
      this.#control.listen(root);
      ignorePresses(root);
      return root;
    }
  }
  return NativeCheckboxElement as unknown as WithNativeCheckbox<T>;
}
