import type {ConsentRecord} from '../core/record.js';
import {recordFromState, whyGone, type GoneReason} from './tick-rules.js';
import type {PolicyContext, ShownNotice} from './policy-context.js';
import {purposeDecisions} from './purpose-decisions.js';
import {subjectOf} from './subject.js';

/** The element around a box, as far as its tick goes. */
export interface TickHost extends HTMLElement {
  readonly purpose: string;
  readonly subjectFields: string;
  readonly subjectRef: string;
  readonly by: string;
  readonly form: HTMLFormElement | null;
  readonly box: HTMLInputElement | null;
  readonly context: PolicyContext;
  readonly shown: ShownNotice | undefined;
  /** Whether there is something to agree to, and the person may. */
  readonly isOffered: boolean;
  /** Hands the new state to the form and draws it. */
  tickChanged(): void;
}

/** What a tick is at one moment. */
export interface TickState {
  /** What it agrees to; `null` while the box is not ticked. */
  record: ConsentRecord | null;
  /** Whether it is as a person left it, not a script. */
  byPerson: boolean;
  /** Whether the record is in the history. */
  committed?: boolean;
  /** Why a tick that was there has gone. */
  gone?: GoneReason;
}

const UNTICKED: TickState = {record: null, byPerson: true};

const ticks = new WeakMap<Element, PendingTick>();
/** Whether any box of the page has been ticked. Until then no record takes anything in: many boxes need not look for one. */
let someTicked = false;

const isShown = ({box}: TickHost) => Boolean(box?.getClientRects().length);

/**
 * A box's tick on its way from the click to the history. That of a box with a purpose is no record that anybody gets:
 * the record of its form takes it in.
 */
export class PendingTick {
  #state = UNTICKED;
  /** State from the browser's history that waits for the manifest. */
  #kept = '';
  #form: HTMLFormElement | null = null;

  constructor(private readonly host: TickHost) {
    ticks.set(host, this);
    // One in the fallback agreed to none of the words here.
    if (host.querySelector('input:checked')) this.#state = {...UNTICKED, gone: 'early'};
  }

  get state(): TickState {
    return this.#state;
  }
  get record(): ConsentRecord | null {
    return this.#state.record;
  }

  /** The record that covers the box: its own, or that of the box that takes its purpose in. */
  get coveringRecord(): ConsentRecord | null {
    return this.host.purpose ? (this.#boxes(false)[0]?.record ?? null) : this.record;
  }

  /** Ticks or unticks. */
  set(on: boolean, byPerson: boolean): void {
    this.restore({record: on ? this.#decide(byPerson) : null, byPerson});
  }

  /** As if nobody had touched the box. */
  clear(gone?: GoneReason): void {
    this.restore(gone ? {...UNTICKED, gone} : UNTICKED);
  }

  /** Back to an earlier state. */
  restore(state: TickState): void {
    this.#state = state;
    someTicked ||= state.record !== null;
    this.host.tickChanged();
    this.#notifyTakers(this.host.form);
  }

  /** The record is in the history from now on. */
  committed(): void {
    this.#state = {...this.#state, committed: true};
  }

  /** Brings back what the browser kept, once the policy is there and if it is about the words in force. */
  bringBack(state = this.#kept): void {
    this.#kept = state;
    const {context} = this.host;
    if (!context.release || !this.#kept) return;
    const record = recordFromState(this.#kept, context);
    this.#kept = '';
    if (record) this.restore({record, byPerson: record.event.method !== 'script'});
  }

  /** Takes the tick away where a release or a withdrawal ends it. */
  expire(): boolean {
    const gone = this.record && whyGone(this.record, this.host.context, this.host.purpose);
    if (gone) this.clear(gone);
    return Boolean(gone);
  }

  /** The box has come into a form, or left one. */
  moved(form: HTMLFormElement | null): void {
    this.#notifyTakers(this.#form);
    this.#notifyTakers(form);
    this.#form = form;
  }

  /**
   * Takes in what the form's purpose boxes say now: a later act, and so a record of its own. What a script did to one of
   * them is a script's decision.
   */
  takeIn(): void {
    const {record, byPerson} = this.#state;
    if (!record || this.host.purpose) return;
    const boxes = this.#boxes(true).filter(({host}) => host.isOffered);
    const purposes = purposeDecisions(
      boxes.map(({host, record: tick}) => ({purpose: host.purpose, tick, isShown: isShown(host)})),
      record,
    );
    const isPersonal = byPerson && boxes.every(({state}) => state.byPerson);
    const method = isPersonal ? 'form-checkbox' : 'script';
    const amended = this.host.context.amend(record, {method, purposes}, this.#isLinked);
    if (amended !== record) this.#state = {record: amended, byPerson};
  }

  /** The boxes that take this one in, as far as they are ticked. */
  get takers(): TickHost[] {
    return this.host.purpose
      ? this.#boxes(false)
          .filter(({record}) => record)
          .map(({host}) => host)
      : [];
  }

  // Two people may share a phone: without a reference, nobody's last record is this one's.
  get #isLinked(): boolean {
    return Boolean(this.host.subjectRef);
  }

  #decide(byPerson: boolean): ConsentRecord {
    const {host} = this;
    const method = byPerson ? 'form-checkbox' : 'script';
    const decision = {state: 'given', method, lang: host.shown!.lang, ...subjectOf(host)} as const;
    return host.context.decide(decision, this.#isLinked);
  }

  #notifyTakers(form: HTMLFormElement | null): void {
    if (someTicked && this.host.purpose) this.#boxes(false, form).forEach(({host}) => host.tickChanged());
  }

  /** Ticks of a form about the same policy: of boxes with a purpose, or of those that submit a record. */
  #boxes(withPurpose: boolean, form = this.host.form): PendingTick[] {
    const {context} = this.host;
    return [...(form?.elements ?? [])]
      .map((element) => ticks.get(element))
      .filter((tick) => tick !== undefined)
      .filter(({host}) => Boolean(host.purpose) === withPurpose && host.context === context);
  }
}
