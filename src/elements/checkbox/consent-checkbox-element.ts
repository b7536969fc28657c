import type {ConsentRecord} from '../../core/record.js';
import type {ConsentStatus} from '../../core/status.js';
import {Activation} from '../native/activation.js';
import {missingMessage, tickMessage} from './checkbox-messages.js';
import {checkboxView} from './checkbox-view.js';
import type {ChangeCause} from '../page/change-cause.js';
import {FormControlElement, type FormContribution} from '../native/form-control-element.js';
import {formEntries} from './form-entries.js';
import {submitOnEnter} from '../native/implicit-submission.js';
import type {ReflectedProperties} from '../native/reflecting-element.js';
import {PendingTick} from './pending-tick.js';
import type {ContextCause} from '../page/policy-context.js';
import {Refusals} from './refusals.js';
import {isRequiredPurpose, sentenceFor} from '../shared/sentence.js';
import {baseStyles} from '../shared/base-styles.js';
import {checkboxStyles} from './checkbox-styles.js';
import {summaryStyles} from '../summary/summary-styles.js';
import {subjectOf} from './subject.js';
import {stateOf} from './tick-rules.js';
import {warnOnce} from '../page/warn-once.js';

/**
 * A checkbox that must be ticked before its form can be sent, with the policy in short above it. In a form it behaves as
 * `<input type="checkbox" required>` does; beside its own value it submits the record of what was agreed to.
 * @tag ipsm-consent-checkbox
 * @attr {string} form - Id of the form that it belongs to, where that is not the one around it.
 * @attr {boolean} autofocus - Takes the focus when the page is loaded.
 * @slot - Fallback while there is no script: a native label and checkbox. Hidden and taken out of the form once upgraded.
 * @fires {Event} input - The person ticked or unticked it. Not fired for changes made from script.
 * @fires {Event} change - The person ticked or unticked it. Not fired for changes made from script.
 * @fires {Event} invalid - The form was checked or sent and the box is not valid. Cancelable.
 * @fires {IpsmConsentChangeEvent} ipsm-consent-change - A record was made, discarded or committed.
 * @fires {IpsmConsentErrorEvent} ipsm-consent-error - Something went wrong; `message` says what to do.
 * @csspart base - Everything the element draws.
 * @csspart title - The heading.
 * @csspart operator - Who processes the data.
 * @csspart row - One point: its label and its value.
 * @csspart label - What a point is about.
 * @csspart value - What the policy says about it.
 * @csspart clause - The clause that it comes from.
 * @csspart more - What is one press away.
 * @csspart changes - What changed since the version agreed to, and what is announced.
 * @csspart panel - What is around the box and its sentence.
 * @csspart control - The native checkbox.
 * @csspart sentence - The sentence that is agreed to.
 * @csspart required - Says that the form needs it.
 * @csspart policy-link - The link to the full text.
 * @csspart status - What is said about the tick: an earlier agreement, another language, why it has gone.
 * @csspart error - What is wrong and how to mend it.
 * @cssState checked - Ticked.
 * @cssState user-invalid - Not valid, and the person has tried or has been told.
 * @cssState user-valid - Valid, and the person has acted or tried to send the form.
 * @cssState ready - There is a policy to agree to.
 */
export class ConsentCheckboxElement extends FormControlElement {
  static override styles = [baseStyles, summaryStyles, checkboxStyles];
  static override properties: ReflectedProperties = {
    purpose: {reflect: true},
    recordName: {attribute: 'record-name', reflect: true},
    subjectFields: {attribute: 'subject-fields', reflect: true},
    subjectRef: {attribute: 'subject-ref', reflect: true},
    by: {reflect: true, fallback: 'self'},
    allowScript: {attribute: 'allow-script', type: Boolean, reflect: true},
    // Lit then applies what was set before the upgrade.
    checked: {attribute: false, noAccessor: true},
  };

  /** Id of one purpose of the policy: a box of its own for it, not required, whose answer the form's record takes in. */
  declare purpose: string;
  /** Name of the record's form entry; default `<name>-record`, or `user[consent-record]` for `user[consent]`. */
  declare recordName: string;
  /** Names of the form fields that hold the person's full name, separated by spaces. */
  declare subjectFields: string;
  /** Opaque reference to the person; links a record to that person's last one. */
  declare subjectRef: string;
  /** `representative` where a legal representative agrees for somebody. */
  declare by: 'self' | 'representative';
  /** Lets `checked = true` from script make a record; the record says so. */
  declare allowScript: boolean;

  readonly #tick = new PendingTick(this);
  readonly #refusals = new Refusals();
  protected override readonly activation = new Activation(this);

  /** Whether it is ticked. `true` sticks only while there is a record, or with `allow-script`; `false` always works. */
  get checked(): boolean {
    this.activation.catchUp();
    return this.#tick.record !== null;
  }
  set checked(on: boolean) {
    if (Boolean(on) === this.checked) return;
    if (on && !(this.allowScript && this.#isOperable)) {
      warnOnce('no-consent', 'checked = true was ignored: only the person can agree. See allow-script.');
      return;
    }
    this.#tick.set(Boolean(on), false);
    this.#tell('script');
  }

  /**
   * The record of the tick: pending until its form is sent or {@link commit} is called. `null` while unticked. A box with
   * a `purpose` has the record of its form's required box, which takes the purpose in.
   */
  get record(): ConsentRecord | null {
    this.activation.catchUp();
    return this.#tick.coveringRecord;
  }

  /** Appends the record that was sent to this device's history. Call it once the server has accepted it. */
  override commit(): void {
    const record = this.#tick.commit();
    if (!record) return;
    const previous = this.status;
    this.context.commit(record, 'commit', 'accepted');
    this.#tell('commit', previous);
  }

  /**
   * Takes the tick away, shows why the server refused it, and looks for a newer release. Everything typed stays. A version
   * that was refused twice, or that is not current by the server's code, is not asked for again.
   * @param message in the page's language
   * @param code the server's, such as `not-current`
   */
  reask(message: string, code = ''): void {
    this.#refusals.add((this.#tick.record?.policy ?? this.release)?.version ?? '', message, code);
    this.#tick.refused();
    this.userValidity = true;
    this.#tell('script');
    if (this.context.url) void this.context.load();
    this.focus();
  }

  /** Clears this device of this policy, and the tick. What an endpoint has not acknowledged is still sent to it. */
  forget(): void {
    this.checked = false;
    this.context.forget();
  }

  /** @internal */
  override collect(): void {
    this.#tick.sent = this.record;
  }

  /** @internal */
  toggled(on: boolean, person: boolean): (() => void) | undefined {
    if (!this.#isOperable) return void (this.userValidity = true);
    return this.#tick.set(on, person);
  }

  override connectedCallback(): void {
    if (this.hasAttribute('checked')) warnOnce('checked-attribute', 'A box ticked in advance is no consent.');
    super.connectedCallback();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old !== value) this.#tick.attributeChanged(name);
    super.attributeChangedCallback(name, old, value);
  }

  override formAssociatedCallback(form: HTMLFormElement | null): void {
    super.formAssociatedCallback(form);
    this.#tick.moved(form);
  }

  override formDisabledCallback(disabled: boolean): void {
    super.formDisabledCallback(disabled);
    this.#tick.moved(this.form);
  }

  formResetCallback(): void {
    const had = this.#tick.record;
    this.#tick.clear();
    this.userValidity = false;
    if (had) this.#tell('reset');
  }

  formStateRestoreCallback(state: string): void {
    this.#tick.bringBack(state);
  }

  protected override get isRequiredByDefault(): boolean {
    return !this.purpose || isRequiredPurpose(this.release, this.purpose);
  }

  protected override contribute(): FormContribution {
    const {checked, purpose} = this;
    this.#tick.takeIn();
    const {record} = this.#tick;
    const entries = formEntries(this.name, this.value, purpose ? null : this.recordName, record);
    this.setState('checked', checked);
    this.setState('ready', this.#isOperable);
    if (this.box && this.box.checked !== checked) this.box.checked = checked;
    const isMissing = !checked && (this.required || this.#refusals.message);
    const missing = isMissing ? missingMessage(this, this.#refusals, this.#sentence) : '';
    return {entries, state: stateOf(record, purpose), missing};
  }

  protected override contextChanged(cause: ContextCause): void {
    this.#tick.bringBack();
    if (this.purpose && !this.optional && this.isRequiredByDefault) this.required = true;
    if (this.#tick.expire()) this.#tell(cause ?? 'release');
    super.contextChanged(cause);
  }

  protected override render() {
    const {context, shown, autofocus, isDisabled, problem} = this;
    const agreed = this.status === 'given' && !this.#refusals.message ? context.decided.granted : undefined;
    return checkboxView({
      host: this,
      context,
      shown,
      sentence: this.#sentence,
      purpose: this.purpose,
      operable: this.#isOperable,
      autofocus,
      invalid: this.getAttribute('aria-invalid') ?? (problem ? 'true' : null),
      disabled: isDisabled,
      required: this.required,
      said: tickMessage(this.#tick.state, shown?.lang, this.purpose ? undefined : agreed, context),
      problem,
      onInput: () => this.#onInput(),
      onChange: () => this.onChange(),
      onKeypress: (event) => submitOnEnter(event, this.form),
    });
  }

  get #sentence(): string | undefined {
    return sentenceFor(this.shown, this.purpose, subjectOf(this).by);
  }

  get #isOperable(): boolean {
    return Boolean(this.#sentence) && this.#refusals.allow(this.release);
  }

  /** @internal */
  get isOffered(): boolean {
    return this.#isOperable && !this.isDisabled;
  }

  /** @internal */
  tickChanged(): void {
    if (this.#tick.record) this.#refusals.message = '';
    this.sync();
    this.requestUpdate();
  }

  #onInput(): void {
    this.#tell(this.#tick.state.byPerson ? (this.checked ? 'tick' : 'untick') : 'script');
    this.context.look();
  }

  #tell(cause: ChangeCause, previous: ConsentStatus = this.status): void {
    this.tell(cause, this.record, previous, this.form);
    for (const box of this.#tick.takers) (box as ConsentCheckboxElement).#tell(cause);
  }
}
