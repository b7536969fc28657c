import {readRecord, type ConsentRecord} from '../../core/record.js';
import {fieldsOf} from '../native/fields-of.js';
import {contextOf, type PolicyElement} from '../shared/policy-element.js';
import {recordNameOf} from './form-entries.js';
import {purposeDecisions} from './purpose-decisions.js';
import {subjectOf} from './subject.js';
import {isTooSoon, restored, whyGone, type GoneReason} from './tick-rules.js';

/** The box that a tick is in. */
export interface TickedBox {
  readonly element: PolicyElement & {
    readonly form: HTMLFormElement | null;
    readonly name: string;
    readonly recordName: string;
    readonly purpose: string;
    readonly subjectRef: string;
    readonly subjectFields: string;
    readonly by: string;
  };
  /** Asks whether there is something to agree to, and the person may. */
  isOffered(): boolean;
  /** Asks whether the box is drawn where a person can come to it. */
  isDrawn(): boolean;
  /** Tells that the tick, or its record, is another one. */
  changed(): void;
}

/** What a tick is at one moment. */
export interface TickState {
  /** What it agrees to; `null` while the box is not ticked. */
  record: ConsentRecord | null;
  /** Who left it as it is: a person, here or in the fallback, or a script. */
  method: 'form-checkbox' | 'form-fallback' | 'script';
  /** Why it is not ticked, where that needs a word. */
  gone?: GoneReason | undefined;
  /** The record that is gone. */
  was?: ConsentRecord | undefined;
  /** The record as the browser brought it back: it is that again once the form's other boxes are back too. */
  kept?: ConsentRecord | undefined;
}

const UNTICKED: TickState = {record: null, method: 'form-checkbox'};

/** For whom a box asks: a tick that was made for somebody else is no tick of theirs. */
const whose = (element: Element) => ` ${element.getAttribute('subject-ref')}`;

/**
 * What the fallback says of its words, where it was ticked on this page: neither in advance, nor by the browser, which may
 * bring back what somebody else left, nor in a copy of a box that an element has taken out of the form already. Empty where
 * it says nothing, `undefined` where it is not ticked. Whether a person or a script has ticked it nobody can tell any more.
 */
function tickedWords(element: Element): string | undefined {
  const box = element.querySelector<HTMLInputElement>('input:checked:not([form=""])');
  if (!box) return undefined;
  const words = element.querySelector<HTMLInputElement>('[type=hidden]');
  return words && box.getAttribute('autocomplete') === 'off' && !box.defaultChecked
    ? words.value + whose(element)
    : '';
}

/** Attributes that say what a tick is about, and whose it is. */
const ABOUT = ['policy', 'policy-id', 'purpose'];
const WHOSE = ['subject-ref', 'by'];

/** Whether any box of the page has been ticked. Until then no record takes anything in: many boxes need not look for one. */
let someTicked = false;

const ticks = new WeakMap<Element, PendingTick>();

/**
 * A box's tick on its way from the click to the history. A box with a purpose has a record that nobody gets: the record
 * of its form's box without one takes the answer in.
 */
export class PendingTick {
  #state = UNTICKED;
  /** The record that the form's data held when the browser or a script last took them, whatever was ticked or reset since. */
  #taken: ConsentRecord | null = null;
  /** State from the browser's history that waits for the manifest. */
  #waiting = '';
  #form: HTMLFormElement | null = null;
  /** What was sent: the next person at this device is not to find it ticked. */
  #sent: TickState | undefined;
  /** The version under which the box was last seen drawn. */
  #seen: string | undefined;

  /** The words that were agreed to in the fallback, until it is known whether they are those here. */
  #early: string | undefined;

  constructor(private readonly box: TickedBox) {
    ticks.set(box.element, this);
    this.#early = tickedWords(box.element);
  }

  get state(): TickState {
    return this.#state;
  }
  get record(): ConsentRecord | null {
    return this.#state.record;
  }
  get isSent(): boolean {
    return this.#sent === this.#state;
  }

  /** The record that its form gets for it: its own, or that of the box that takes its purpose in. */
  get submittedRecord(): ConsentRecord | null {
    return this.box.element.purpose ? (this.#partners(false)[0]?.record ?? null) : this.record;
  }

  /** The ticked boxes whose record takes its purpose in. */
  get recordBoxes(): TickedBox['element'][] {
    if (!this.box.element.purpose) return [];
    return this.#partners(false)
      .filter(({record}) => record)
      .map(({box}) => box.element);
  }

  /**
   * A person ticks. That is held back where the words in force are not those on screen, have come when the press had begun
   * or hardly sooner, or have no digest yet.
   * @param pressedAt when the press began
   * @param changedAt when the words on screen last changed
   * @returns what takes it back, or `undefined` where it does not count
   */
  press(pressedAt: number, changedAt: number): (() => void) | undefined {
    const isEarly = !this.box.element.mayAgree || isTooSoon(pressedAt, changedAt);
    return isEarly ? void this.clear('just-changed') : this.set(true, 'form-checkbox');
  }

  /** Ticks or unticks; returns what takes that back. */
  set(on: boolean, method: TickState['method']): () => void {
    const before = this.#state;
    this.#become({record: on ? this.#decide(method) : null, method});
    return () => this.#become(before);
  }

  /** As if nobody had touched the box. */
  clear(gone?: GoneReason): void {
    this.#become({...UNTICKED, gone, was: this.record ?? undefined});
  }

  /** Says why the unticked box needs another look, unless it was unticked by that. */
  say(gone: GoneReason): void {
    if (!this.record && this.#state.gone !== 'release') this.#state = {...UNTICKED, gone};
  }

  /** The server does not take the record. What a script ticked beside it would have the next one refused as well. */
  refused(): void {
    this.#drop(({method}) => method === 'script');
  }

  /** The device is cleared: what was ticked or sent here is nobody's any more. */
  forget(): void {
    this.#drop(({record}) => record !== null);
  }

  /** The tick was about something else, or somebody else's, and so were those that it takes in. */
  attributeChanged(name: string): void {
    const isAnotherPerson = WHOSE.includes(name);
    // What was sent for somebody else, or about something else, is no decision of this box any more.
    if (isAnotherPerson || ABOUT.includes(name)) this.#taken = null;
    if (this.record && (isAnotherPerson || ABOUT.includes(name)))
      this.clear(isAnotherPerson ? 'other-person' : undefined);
    if (isAnotherPerson) this.#clearPurposes(({record}) => record !== null);
  }

  /** The form's data were taken: their record is what a later {@link commit} is about. */
  taken(): void {
    this.#taken = this.submittedRecord;
  }

  /**
   * The record that was sent: the one in these data, else the one that the form's data last held, though it may have been
   * reset, or its purposes changed, while the server was answering.
   * @param sent the data, or the record as it travelled
   */
  sentRecord(sent?: FormData | string): ConsentRecord | null {
    const {element} = this.box;
    if (element.purpose) return null;
    if (sent === undefined) return this.#taken ?? this.record;
    const entry = typeof sent === 'string' ? sent : sent.get(recordNameOf(element));
    if (typeof entry !== 'string') return null;
    try {
      const record = readRecord(JSON.parse(entry));
      return record.policy.id === contextOf(element).policyId && record.event.state === 'given'
        ? record
        : null;
    } catch {
      return null;
    }
  }

  /** The tick was sent, and those that it takes in with it. */
  sent(): void {
    for (const tick of [this, ...this.#partners(true)]) {
      if (tick.isSent || !tick.record) continue;
      tick.#sent = tick.#state;
      tick.box.changed();
    }
  }

  /** The person comes back to a page that was kept as it was left: what was sent is not ticked any more. */
  returnedTo(): void {
    if (this.record && (this.isSent || contextOf(this.box.element).entry(this.record.id))) this.clear('sent');
  }

  /** Takes the tick of the fallback over where its words are those in force, and says else that it is gone. */
  #takeOver(version: string): void {
    const {element} = this.box;
    const {shown} = element;
    const digests = contextOf(element).digests.get(version);
    if (this.#early === undefined || !shown || !digests) return;
    const isSame = this.#early === `${version} ${shown.lang} ${digests[shown.lang]}` + whose(element);
    this.#early = undefined;
    // The fallback's sentence is that of a person who agrees for themselves.
    if (isSame && this.box.isOffered() && subjectOf(element).by === 'self')
      this.#become({record: this.#decide('form-fallback'), method: 'form-fallback'});
    else this.say('early');
  }

  /** Brings back what the browser kept or the fallback holds, once the policy is there and if it is about the words in force. */
  bringBack(state = this.#waiting): void {
    this.#waiting = state;
    const {purpose} = this.box.element;
    const context = contextOf(this.box.element);
    const {release} = context;
    if (!release) return;
    this.#takeOver(release.version);
    if (!state) return;
    this.#waiting = '';
    const {record, gone, was} = restored(state, context, purpose, subjectOf(this.box.element));
    if (gone) this.#become({...UNTICKED, gone, was});
    if (!record) return;
    // Answers of the boxes of its form then: they are asked again, and are in this form or in none.
    const alone = this.box.element.form
      ? record
      : context.amend(record, {method: record.event.method, purposes: {}}, this.#isLinked);
    this.#become({record: alone, method: record.event.method as TickState['method'], kept: alone});
  }

  /** Takes the tick away where a release or a withdrawal ends it; tells whether that was so. */
  expire(): boolean {
    const {purpose} = this.box.element;
    const context = contextOf(this.box.element);
    const gone = this.record && whyGone(this.record, context, purpose);
    if (gone) this.clear(gone);
    return Boolean(gone);
  }

  /** The box has come into a form, or left one, or is enabled or disabled there. */
  moved(form: HTMLFormElement | null): void {
    const before = this.#form;
    this.#form = form;
    this.#tellRecordBoxes(before);
    this.#tellRecordBoxes(form);
    this.takeIn();
  }

  /** Takes in what the form's purpose boxes say now: a later act, and so a record of its own. */
  takeIn(): void {
    const state = this.#withPurposes(this.#state);
    if (state.record === this.record) return;
    this.#state = state;
    this.box.changed();
  }

  #become(state: TickState): void {
    this.#early = undefined;
    this.#state = this.#withPurposes(state);
    someTicked ||= state.record !== null;
    this.box.changed();
    this.#tellRecordBoxes(this.box.element.form);
  }

  /**
   * A state whose record holds what the form's purpose boxes say. What a script did to one of them is a script's decision.
   * A box without a form keeps the record that it had there: it may have been sent.
   */
  #withPurposes(state: TickState): TickState {
    const {record, kept} = state;
    const {form, purpose} = this.box.element;
    const context = contextOf(this.box.element);
    if (!record || purpose || !form) return state;
    const partners = this.#partners(true).filter(({box}) => box.isOffered());
    partners.forEach((tick) => tick.#look());
    const purposes = purposeDecisions(
      partners.map((tick) => ({
        purpose: tick.box.element.purpose,
        tick: tick.record,
        isLeft: tick.#isLeft,
      })),
      record,
    );
    const isPersonal = partners.every((tick) => tick.state.method !== 'script' || !tick.record);
    const method = isPersonal ? state.method : 'script';
    const amend = (from: ConsentRecord) => context.amend(from, {method, purposes}, this.#isLinked);
    if (amend(record) === record && record !== kept) return state;
    const amended = amend(kept ?? record);
    return {...state, record: amended, kept: amended === kept ? undefined : kept};
  }

  /** Notes whether the person can have seen the box, under the words in force. */
  #look(): void {
    if (this.box.isDrawn()) this.#seen = this.box.element.release?.version;
  }

  /** Whether the person has seen the box, under the words in force, and has left it as it is: no script did. */
  get #isLeft(): boolean {
    return (
      this.#state.method !== 'script' &&
      this.#state.gone !== 'early' &&
      this.#seen === this.box.element.release?.version
    );
  }

  // Two people may share a phone: without a reference, nobody's last record is this one's.
  get #isLinked(): boolean {
    return subjectOf(this.box.element).subjectRef !== null;
  }

  #decide(method: TickState['method']): ConsentRecord {
    const {element} = this.box;
    const decision = {state: 'given', method, lang: element.shown!.lang, ...subjectOf(element)} as const;
    return contextOf(element).decide(decision, this.#isLinked);
  }

  #drop(isMeant: (state: TickState) => boolean): void {
    this.#taken = null;
    this.clear();
    this.#clearPurposes(isMeant);
  }

  #clearPurposes(isMeant: (state: TickState) => boolean): void {
    if (!this.box.element.purpose)
      this.#partners(true).forEach((tick) => isMeant(tick.state) && tick.clear());
  }

  #tellRecordBoxes(form: HTMLFormElement | null): void {
    if (someTicked && this.box.element.purpose) this.#partners(false, form).forEach((tick) => tick.takeIn());
  }

  /** Ticks of a form about the same policy: of boxes with a purpose, or of those that submit a record. */
  #partners(withPurpose: boolean, form = this.box.element.form): PendingTick[] {
    const {url, policyId} = contextOf(this.box.element);
    return (form ? fieldsOf(form) : [])
      .map((element) => ticks.get(element))
      .filter((tick) => tick !== undefined)
      .filter(({box: {element}}) => {
        // Not the same context: each box may keep decisions elsewhere.
        const isSamePolicy = contextOf(element).url === url && contextOf(element).policyId === policyId;
        return isSamePolicy && Boolean(element.purpose) === withPurpose;
      });
  }
}
