import type {ConsentRecord} from '../core/record.js';
import type {ConsentStatus} from '../core/status.js';
import {Activation} from './activation.js';
import {missingMessage, tickMessage} from './checkbox-messages.js';
import {checkboxView} from './checkbox-view.js';
import type {ChangeCause} from './events.js';
import {FormControlElement, type FormContribution} from './form-control-element.js';
import {formEntries} from './form-entries.js';
import {submitOnEnter} from './implicit-submission.js';
import {recordFromState, whyGone} from './pending-tick.js';
import type {ContextCause} from './policy-context.js';
import {reflectAttributes} from './reflect-attributes.js';
import {Refusals} from './refusals.js';
import {baseStyles} from './styles/base.js';
import {checkboxStyles} from './styles/checkbox.js';
import {summaryStyles} from './styles/summary.js';
import {subjectOf} from './subject.js';
import {warnOnce} from './warn-once.js';

/**
 * A checkbox that must be ticked before its form can be sent, with the policy in short above it. In a form it behaves as
 * `<input type="checkbox" required>` does; beside its own value it submits the record of what was agreed to.
 * @tag ipsm-consent-checkbox
 * @slot - Fallback while there is no script: a native label and checkbox. Hidden and taken out of the form once upgraded.
 * @fires {Event} input - The person ticked or unticked it. Not fired for changes made from script.
 * @fires {Event} change - The person ticked or unticked it. Not fired for changes made from script.
 * @fires {Event} invalid - The form was checked or sent and the box is not valid. Cancelable.
 * @fires {IpsmConsentChangeEvent} ipsm-consent-change - A record was made, discarded or committed.
 * @fires {IpsmConsentErrorEvent} ipsm-consent-error - Something went wrong; `message` says what to do.
 * @csspart base - Everything the element draws.
 * @csspart body - The foldable summary.
 * @csspart title - The summary's heading, which folds it.
 * @csspart changes - What changed since the version agreed to, and what is announced.
 * @csspart summary - The list of points.
 * @csspart point - One point.
 * @csspart clause - The clause that a point comes from.
 * @csspart more - More words about a point.
 * @csspart control - The native checkbox.
 * @csspart label - The sentence that is agreed to.
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
  static {
    reflectAttributes(this, {
      'record-name': '',
      'subject-fields': '',
      'subject-ref': '',
      by: '',
      'allow-script': false,
    });
    this.createProperty('checked', {attribute: false, noAccessor: true});
  }

  /** Name of the record's form entry; default `<name>-record`, or `user[consent-record]` for `user[consent]`. */
  declare recordName: string;
  /** Names of the form fields that hold the person's full name, separated by spaces. */
  declare subjectFields: string;
  /** Opaque reference to the person; links a record to that person's last one. */
  declare subjectRef: string;
  /** `representative` where a legal representative agrees for somebody. */
  declare by: string;
  /** Lets `checked = true` from script make a record; the record says so. */
  declare allowScript: boolean;

  #record: ConsentRecord | null = null;
  #committed = false;
  /** Why a tick that was there has gone. */
  #gone: 'release' | 'withdrawn' | undefined;
  readonly #refusals = new Refusals();
  /** State from the browser's history that waits for the manifest. */
  #restored = '';
  #person = false;
  protected override readonly activation = new Activation(this);

  /** Whether it is ticked. `true` sticks only while there is a record, or with `allow-script`; `false` always works. */
  get checked(): boolean {
    this.activation.catchUp();
    return this.#record !== null;
  }
  set checked(on: boolean) {
    if (Boolean(on) === this.checked) return;
    if (on && !(this.allowScript && this.#isOperable)) {
      warnOnce(
        'no-consent',
        'checked = true was ignored: only the person can agree. See the attribute allow-script.',
      );
      return;
    }
    this.#setRecord(on ? this.#decide(false) : null);
    this.#tell('script');
  }

  /** The record of the tick: pending until its form is sent or {@link commit} is called. `null` while unticked. */
  get record(): ConsentRecord | null {
    this.activation.catchUp();
    return this.#record;
  }

  /** Appends the record to this device's history. Call it once the server has accepted what a script sent. */
  override commit(): void {
    const record = this.#record;
    if (!record || this.#committed) return;
    const previous = this.status;
    this.#committed = true;
    this.context.commit(record, 'commit');
    this.#tell('commit', previous);
  }

  /**
   * Takes the tick away, shows why the server refused it, and looks for a newer release. Everything typed stays. A version
   * that was refused twice, or that is not current by the server's code, is not asked for again.
   * @param message in the page's language
   * @param code the server's, such as `not-current`
   */
  reask(message: string, code = ''): void {
    this.#refusals.add((this.#record?.policy ?? this.release)?.version ?? '', message, code);
    this.#setRecord(null);
    this.userValidity = true;
    this.#tell('script');
    if (this.context.url) void this.context.load();
    this.focus();
  }

  /** Clears this device: every decision about this policy, and the tick. */
  forget(): void {
    this.checked = false;
    this.context.forget();
  }

  /** @internal */
  toggled(on: boolean, person: boolean): (() => void) | undefined {
    if (!this.#isOperable) return void (this.userValidity = true);
    const before = [this.#record, this.#committed] as const;
    this.#person = person;
    this.#setRecord(on ? this.#decide(person) : null);
    return () => this.#setRecord(...before);
  }

  override connectedCallback(): void {
    if (this.hasAttribute('checked'))
      warnOnce('checked-attribute', 'Ignored: a box ticked in advance is no consent.');
    super.connectedCallback();
  }

  override formResetCallback(): void {
    const had = this.#record;
    this.#setRecord(null);
    this.userValidity = false;
    if (had) this.#tell('reset');
  }

  formStateRestoreCallback(state: string): void {
    this.#restored = state;
    this.#restore();
  }

  protected override contribute(): FormContribution {
    const {checked} = this;
    const record = this.#record;
    const entries = formEntries(this.name, this.value, this.recordName, record);
    this.setState('checked', checked);
    this.setState('ready', this.#isOperable);
    if (this.box && this.box.checked !== checked) this.box.checked = checked;
    const isMissing = !checked && (this.required || this.#refusals.message);
    const missing = isMissing ? missingMessage(this.context, this.#refusals) : '';
    return {entries, state: record ? JSON.stringify(record) : 'off', missing};
  }

  protected override contextChanged(cause: ContextCause): void {
    this.#restore();
    const gone = this.#record && whyGone(this.#record, this.context, cause);
    if (gone) {
      this.#setRecord(null);
      this.#gone = gone;
      this.#tell(cause ?? 'release');
    }
    super.contextChanged(cause);
  }

  protected override render() {
    const {context, shown, autofocus, isDisabled, problem} = this;
    const agreed = this.status === 'given' ? context.last : undefined;
    return checkboxView({
      context,
      shown,
      operable: this.#isOperable,
      autofocus,
      invalid: this.getAttribute('aria-invalid') ?? (problem ? 'true' : null),
      disabled: isDisabled,
      unfolded: !agreed || this.checked,
      said: tickMessage(this.#record, shown?.lang, this.#gone, this.#refusals.message ? undefined : agreed),
      problem,
      onInput: () => this.#onInput(),
      onChange: () => this.onChange(),
      onKeypress: (event) => submitOnEnter(event, this.form),
    });
  }

  get #isOperable(): boolean {
    return this.#refusals.allow(this.release);
  }

  #setRecord(record: ConsentRecord | null, committed = false): void {
    this.#record = record;
    this.#committed = committed;
    if (record) {
      this.#gone = undefined;
      this.#refusals.message = '';
    }
    this.sync();
    this.requestUpdate();
  }

  #decide(person: boolean): ConsentRecord {
    const method = person ? 'form-checkbox' : 'script';
    const decision = {state: 'given', method, lang: this.shown!.lang, ...subjectOf(this)} as const;
    // Two people may share a phone: without a reference, nobody's last record is this one's.
    return this.context.decide(decision, Boolean(this.subjectRef));
  }

  #onInput(): void {
    this.#tell(this.#person ? (this.checked ? 'tick' : 'untick') : 'script');
    this.context.look();
  }

  #tell(cause: ChangeCause, previous: ConsentStatus = this.status): void {
    this.tell(cause, this.#record, previous, this.form);
  }

  #restore(): void {
    if (!this.release || !this.#restored) return;
    const record = recordFromState(this.#restored, this.context);
    this.#restored = '';
    if (record) this.#setRecord(record);
  }
}
