import {html, nothing} from 'lit';
import type {Progress} from '../../core/history-entry.js';
import type {ConsentRecord} from '../../core/record.js';
import type {ConsentStatus} from '../../core/status.js';
import {requiredWord} from '../../l10n/notice-words.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {completeCheckbox} from '../native/checkbox-control.js';
import {NativeCheckbox} from '../native/native-checkbox.js';
import type {ReflectedProperties} from '../native/reflecting-element.js';
import type {ChangeCause} from '../page/change-cause.js';
import type {ContextCause, ServerRefusal} from '../page/policy-context.js';
import {pageConfig} from '../page/configure.js';
import {standingOf} from '../page/policy-store.js';
import {onceSettled} from '../page/once-settled.js';
import {warnOnce} from '../page/warn-once.js';
import {listedBox} from '../shared/asking.js';
import {baseStyles} from '../shared/base-styles.js';
import {contextOf, PolicyElement} from '../shared/policy-element.js';
import {pressTimeOf} from '../shared/press-time.js';
import {policyLink} from '../shared/policy-link.js';
import {isRequiredPurpose, sentenceFor} from '../shared/sentence.js';
import {unavailable, unavailableMessage} from '../shared/unavailable.js';
import {changes} from '../summary/changes.js';
import {firstLayer, secondLayer} from '../summary/summary.js';
import {summaryStyles} from '../summary/summary-styles.js';
import {
  errorMessage,
  hiddenMessage,
  missingMessage,
  noSentenceForOthersMessage,
  optionalLegend,
  tickMessage,
} from './checkbox-messages.js';
import {checkboxStyles} from './checkbox-styles.js';
import {formEntries} from './form-entries.js';
import {PendingTick} from './pending-tick.js';
import {Refusals} from './refusals.js';
import {subjectOf} from './subject.js';
import {stateOf} from './tick-rules.js';
import {warnOfPlace} from './warn-of-place.js';

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
export class ConsentCheckboxElement extends NativeCheckbox(PolicyElement) {
  static override styles = [baseStyles, summaryStyles, checkboxStyles];
  static override properties: ReflectedProperties = {
    optional: {type: Boolean, reflect: true},
    purpose: {reflect: true},
    recordName: {attribute: 'record-name', reflect: true},
    subjectFields: {attribute: 'subject-fields', reflect: true},
    subjectRef: {attribute: 'subject-ref', reflect: true},
    by: {reflect: true, fallback: 'self'},
    allowScript: {attribute: 'allow-script', type: Boolean, reflect: true},
    mirror: {type: Boolean, reflect: true},
  };

  /** Whether it is ticked. Script can untick it; it can tick it only with `allowScript`, and the record then says `script`. */
  declare checked: boolean;
  /** The attribute `checked`, which ticks nothing: only the person does. */
  declare defaultChecked: boolean;
  /** Leaves the box not required; the attribute `required` beats it. */
  declare optional: boolean;
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
  /** Puts what the form gets into hidden inputs, for senders that read `form.elements`. */
  declare mirror: boolean;

  /** Whether the page has set `required` to false. */
  #isWaived = false;
  readonly #refusals = new Refusals();
  /** The page's refusal, once it was taken in. */
  #refusalOfPage: ServerRefusal | undefined;
  readonly #tick = new PendingTick({
    element: this,
    isOffered: () => this.#isOperable && !this.#control.isDisabled,
    isDrawn: () => Boolean(this.#control.box?.getClientRects().length),
    changed: () => this.#tickChanged(),
  });
  readonly #control = completeCheckbox(this, {
    isTicked: () => this.#tick.record !== null,
    value: () => [
      formEntries(this.name, this.value, this.purpose ? null : this.recordName, this.#tick.record),
      stateOf(this.#tick.record, this.purpose, this.#tick.isSent),
    ],
    missing: () => this.#missing,
    parts: {label: 'label', around: '#around', said: '#status, #error', about: '#data, #status, #error'},
    toggle: (on, byPerson, click) => this.#toggle(on, byPerson, click),
    check: (on) => this.#check(on),
    reset: () => this.#reset(),
    restore: (state) => this.#bringBack(state),
    moved: (form) => this.#tick.moved(form),
    sending: () => this.#tick.takeIn(),
    taken: () => this.#tick.taken(),
    sent: () => (this.purpose ? this.#tick.sent() : this.#commit(this.#tick.sentRecord(), 'sent')),
    hiddenBox: {
      message: () => (this.release ? {text: hiddenMessage(this), lang: renderedLang()} : undefined),
      told: (text) => this.fail('hidden', text),
    },
  });

  constructor() {
    super();
    this.addController(listedBox(this));
  }

  /**
   * Whether the form cannot be sent without the tick: so unless the page sets it to false or writes `optional`, and for a
   * box with a `purpose` only where the policy does nothing without that. The attribute `required` beats all of them.
   * @default true
   */
  override get required(): boolean {
    const isAsked = !this.purpose || isRequiredPurpose(this.release, this.purpose);
    return this.hasAttribute('required') || (isAsked && !this.#isWaived && !this.optional);
  }
  override set required(on: boolean) {
    this.toggleAttribute('required', Boolean(on));
    // no less: what a framework writes for nothing must not take the question out of a form
    this.#isWaived = on === false;
    this.#control.validate();
    this.requestUpdate();
  }

  /**
   * The record of the tick: pending until its form is sent or {@link commit} is called. `null` while unticked. A box with
   * a `purpose` has the record of its form's required box, which takes the purpose in.
   */
  get record(): ConsentRecord | null {
    return this.#tick.submittedRecord;
  }

  /**
   * Appends the record that was sent to this device's history. Call it once the server has accepted it.
   * @param sent what was sent: the form's data, or the record as it travelled; without it what the form's data last held,
   * though the form may have been reset or the box unticked while the server was answering
   */
  commit(sent?: FormData | string): void {
    this.#refusals.accepted();
    this.#commit(this.#tick.sentRecord(sent), 'accepted');
  }

  /**
   * Takes the tick away, shows why the server refused it, and asks about the version that it wants. Everything typed stays. A
   * version that was refused twice, or that is not current by the server's code, is not asked for again.
   * @param message in the page's language; where it is empty, the element finds words
   * @param refusal with the code `form`, something else in the form was wrong: tick and focus stay, `message` is not shown, and the
   * record goes from the history. Else what the server says of the record: the record goes from the history, and `now` corrects this page's idea
   * of the time for releases
   */
  reask(message = '', refusal?: ServerRefusal): void {
    this.#take(message, refusal);
    contextOf(this).refused(refusal ?? {});
    this.#tell('refused');
    if (contextOf(this).url) void contextOf(this).load();
    if (refusal?.code !== 'form') this.focus();
  }

  /** Clears this device of this policy, and the tick. What an endpoint has not acknowledged is still sent to it. */
  forget(): void {
    const previous = this.status;
    this.#tick.forget();
    contextOf(this).forget();
    this.#tell('forget', previous);
  }

  override connectedCallback(): void {
    onceSettled(() => warnOfPlace(this));
    super.connectedCallback();
    addEventListener('pageshow', this.#onPageShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#onPageShow);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (old !== value) {
      // Whoever writes or removes it means that, or the default again: so does a page that is morphed into its next one.
      if (name === 'required') this.#isWaived = false;
      this.#telling('script', () => this.#tick.attributeChanged(name));
      if (name === 'record-name') this.#control.changed();
    }
    super.attributeChangedCallback(name, old, value);
  }

  /** That of another person says nothing here. */
  protected override get heededStanding(): string | null {
    const {standing, subjectRef} = this;
    const known = subjectRef && standingOf(standing || pageConfig.standing);
    if (!known || known.subject === subjectRef) return standing;
    warnOnce(
      'standing',
      `"standing" is of "${known.subject}", the box of "${subjectRef}": it is ignored. Write them anew.`,
    );
    return null;
  }

  protected override wordsChange(): void {
    this.#tick.say('new-words');
  }

  protected override contextChanged(cause: ContextCause): void {
    this.#bringBack();
    this.#takeRefusalOfPage();
    if (this.#tick.expire()) this.#tell(cause ?? 'release');
    this.#tick.takeIn();
    super.contextChanged(cause);
    this.#control.validate();
  }

  protected override willUpdate(): void {
    this.#control.setState('ready', this.#isOperable);
  }

  /** The card: policy in short, and at its foot the panel with box, sentence and link; there what is said and what is wrong. */
  protected override render() {
    const {purpose, release, shown} = this;
    const context = contextOf(this);
    const error = errorMessage(this.#control.error);
    const isOperable = this.#isOperable;
    const sentence = this.#sentence;
    const said = this.#said;
    const isForeign = release && !sentence && purpose;
    const policy =
      release && shown
        ? [changes(context), firstLayer(release, shown), secondLayer(context, release, shown)]
        : unavailable(this);
    return html`<section
      part="base"
      class=${purpose ? 'base' : 'base card'}
      lang=${renderedLang()}
      dir="ltr"
      aria-labelledby=${purpose || !release ? nothing : 'title'}
      ?hidden=${isForeign}
    >
      ${this.#isFirstOptional ? optionalLegend() : nothing} ${purpose ? nothing : policy}
      <div part="panel" class="panel" ?hidden=${!release && !purpose}>
        <div class="choice ${isOperable ? '' : 'off'}">
          <input
            id="box"
            part="control"
            type="checkbox"
            aria-disabled=${isOperable ? nothing : 'true'}
            @input=${this.#onInput}
          />
          <label for="box">
            <span part="sentence" class="sentence" lang=${shown?.lang ?? nothing} translate="no"
              >${sentence ?? (release ? noSentenceForOthersMessage(this) : unavailableMessage(this))}</span
            >
            ${this.required ? html`<span part="required" class="required">${requiredWord()}</span>` : nothing}
          </label>
        </div>
        <p id="error" part="error" class=${error ? 'error' : ''}>${error}</p>
        ${purpose ? nothing : policyLink(context)}
        <span id="around" hidden></span>
        <p id="status" part="status" class=${said ? 'said' : ''} role="status">${said}</p>
      </div>
    </section>`;
  }

  /** Whether it is the first of its form's boxes that the form can do without: there that is said. */
  get #isFirstOptional(): boolean {
    if (!this.purpose || this.required) return false;
    const around = this.form ?? this.parentElement;
    const boxes = around ? Element.prototype.querySelectorAll.call(around, `${this.localName}[purpose]`) : [];
    return [...boxes].find((box) => !(box as ConsentCheckboxElement).required) === this;
  }

  /** What is said about the tick. */
  get #said(): string {
    const {purpose, shown, status} = this;
    const context = contextOf(this);
    const isAgreed = status === 'given' && !purpose && !this.#refusals.isTold;
    return tickMessage(
      this.#tick.state,
      shown?.lang,
      isAgreed ? context.decided.granted : undefined,
      context,
    );
  }

  get #sentence(): string | undefined {
    return sentenceFor(this.shown, this.purpose, subjectOf(this).by);
  }

  /** Whether there is something to agree to. */
  get #isOperable(): boolean {
    return Boolean(this.#sentence) && this.#refusals.allow(this.release);
  }

  get #missing(): string {
    const isMissing = !this.#tick.record && (this.required || this.#refusals.isTold);
    return isMissing ? missingMessage(this, this.#refusals, this.#sentence) : '';
  }

  #toggle(on: boolean, byPerson: boolean, click: Event): (() => void) | undefined {
    const pressedAt = pressTimeOf(click);
    if (!this.#isOperable) return void (this.#control.userValidity = true);
    if (!byPerson || !on) return this.#tick.set(on, byPerson ? 'form-checkbox' : 'script');
    if (!this.isOnScreen('sentence', this.#sentence!)) return void this.#tick.clear('just-changed');
    return this.#tick.press(pressedAt, this.wordsChangedAt);
  }

  /** `true` sticks only while there is a record, or with `allow-script`; `false` always works. */
  #check(on: boolean): void {
    if (on === (this.#tick.record !== null)) return;
    if (on && !(this.allowScript && this.#isOperable)) {
      warnOnce('no-consent', 'checked = true was ignored: only the person can agree. See allow-script.');
      return;
    }
    this.#tick.set(on, 'script');
    this.#tell('script');
  }

  #reset(): void {
    this.#telling('reset', () => this.#tick.clear());
  }

  #commit(record: ConsentRecord | null, progress: Progress): void {
    const context = contextOf(this);
    if (!record) return;
    if (record.id === this.#tick.record?.id) this.#tick.sent();
    if (context.entry(record.id)) return context.reach(record.id, progress);
    const previous = this.status;
    context.commit(record, 'commit', progress);
    this.#tell('commit', previous, record);
  }

  /** The page was kept as it was left, and the person comes back to it. */
  readonly #onPageShow = ({persisted}: PageTransitionEvent) => {
    if (persisted) this.#telling('restore', () => this.#tick.returnedTo());
  };

  #bringBack(state?: string): void {
    this.#telling('restore', () => this.#tick.bringBack(state));
  }

  /** Does what may change the tick, and tells whether it has. */
  #telling(cause: ChangeCause, act: () => void): void {
    const before = this.#tick.record;
    act();
    if (this.#tick.record !== before) this.#tell(cause);
  }

  #take(message: string, refusal: Partial<ServerRefusal> = {}): void {
    // Something else in the form was wrong: the yes is still one.
    if (refusal.code === 'form') return;
    this.#refusals.add(
      (this.#tick.record?.policy ?? this.release)?.version ?? '',
      message,
      refusal.code,
      refusal.version,
    );
    this.#tick.refused();
    this.#control.userValidity = true;
  }

  /** The page itself answers a form that was refused. */
  #takeRefusalOfPage(): void {
    const {refusal} = contextOf(this);
    if (!refusal || this.purpose || this.#refusalOfPage === refusal) return;
    this.#refusalOfPage = refusal;
    // Who has ticked on the page that answers, before it was known whose refusal it is, has ticked anew.
    if ((this.#tick.record?.id ?? refusal.id) === refusal.id) this.#take('', refusal);
  }

  #tickChanged(): void {
    if (this.#tick.record) this.#refusals.isTold = false;
    this.#control.changed();
  }

  #onInput(): void {
    this.#tell(this.#tick.state.method === 'script' ? 'script' : this.checked ? 'tick' : 'untick');
    contextOf(this).look();
  }

  #tell(cause: ChangeCause, previous: ConsentStatus = this.status, record = this.record): void {
    this.tell(cause, record, previous, this.form);
    for (const box of this.#tick.recordBoxes) (box as ConsentCheckboxElement).#tell(cause);
  }
}
