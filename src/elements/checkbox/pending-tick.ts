import type {ConsentRecord} from '../../core/record.js';
import {recordFromState, whyGone, type GoneReason} from './tick-rules.js';
import type {PolicyContext, ShownNotice} from '../page/policy-context.js';
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
  /** Whether the words on screen are those in force. */
  readonly isUpToDate: boolean;
  /** Hands the new state to the form and draws it. */
  tickChanged(): void;
}

/** What a tick is at one moment. */
export interface TickState {
  /** What it agrees to; `null` while the box is not ticked. */
  record: ConsentRecord | null;
  /** Whether it is as a person left it, not a script. */
  byPerson: boolean;
  /** Why a tick that was there has gone. */
  gone?: GoneReason;
  /** The record as the browser brought it back: it is that again once the form's other boxes are back too. */
  kept?: ConsentRecord | undefined;
}

const UNTICKED: TickState = {record: null, byPerson: true};

/** Attributes that say what a tick is about, and whose it is. */
const ABOUT = ['policy', 'policy-id', 'purpose'];
const WHOSE = ['subject-ref', 'by'];

/** Whether any box of the page has been ticked. Until then no record takes anything in: many boxes need not look for one. */
let someTicked = false;

const ticks = new WeakMap<Element, PendingTick>();

/**
 * A box's tick on its way from the click to the history. That of a box with a purpose is no record that anybody gets:
 * the record of its form takes it in.
 */
export class PendingTick {
  /** What the form's data held when the browser or a script last took them. */
  sent: ConsentRecord | null = null;
  #state = UNTICKED;
  /** State from the browser's history that waits for the manifest. */
  #kept = '';
  #form: HTMLFormElement | null = null;
  #committed: ConsentRecord | null = null;
  /** Version under which the box was last in view. */
  #seen: string | undefined;

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

  /** Ticks or unticks; returns what takes that back, or `undefined` where the person has not seen the words in force. */
  set(on: boolean, byPerson: boolean): (() => void) | undefined {
    if (on && byPerson && !this.host.isUpToDate) return void this.clear('release');
    const before = this.#state;
    this.restore({record: on ? this.#decide(byPerson) : null, byPerson});
    return () => this.restore(before);
  }

  /** As if nobody had touched the box. */
  clear(gone?: GoneReason): void {
    this.sent = null;
    this.restore(gone ? {...UNTICKED, gone} : UNTICKED);
  }

  /** The server does not take the record. What a script ticked beside it would have the next one refused as well. */
  refused(): void {
    this.clear();
    this.#clearTaken(({byPerson}) => !byPerson);
  }

  /** The tick was about something else, or somebody else's, and so were those that it takes in. */
  attributeChanged(name: string): void {
    const isAnotherPerson = WHOSE.includes(name);
    if (this.record && (isAnotherPerson || ABOUT.includes(name))) this.clear();
    if (isAnotherPerson) this.#clearTaken(({record}) => record);
  }

  /** Back to an earlier state. */
  restore(state: TickState): void {
    this.#state = state;
    someTicked ||= state.record !== null;
    this.host.tickChanged();
    this.#notifyTakers(this.host.form);
  }

  /**
   * Gives, once, the record that is to be in the history from now on: what was sent, though its purposes may have been
   * changed while the server was answering.
   */
  commit(): ConsentRecord | undefined {
    const {record, host} = this;
    const sent = this.sent ?? record;
    if (!record || host.purpose || sent === this.#committed) return;
    return (this.#committed = sent)!;
  }

  /** Brings back what the browser kept, once the policy is there and if it is about the words in force. */
  bringBack(state = this.#kept): void {
    this.#kept = state;
    const {context} = this.host;
    if (!context.release || !this.#kept) return;
    const record = recordFromState(this.#kept, context, this.host.purpose);
    this.#kept = '';
    if (record) this.restore({record, byPerson: record.event.method !== 'script', kept: record});
  }

  /** Takes the tick away where a release or a withdrawal ends it. */
  expire(): boolean {
    const gone = this.record && whyGone(this.record, this.host.context, this.host.purpose);
    if (gone) this.clear(gone);
    return Boolean(gone);
  }

  /** The box has come into a form, or left one, or is enabled or disabled there. */
  moved(form: HTMLFormElement | null): void {
    this.#notifyTakers(this.#form);
    this.#notifyTakers(form);
    this.#form = form;
    if (this.record) this.host.tickChanged();
  }

  /**
   * Takes in what the form's purpose boxes say now: a later act, and so a record of its own. What a script did to one of
   * them is a script's decision. A box without a form keeps the record that it had there: it may have been sent.
   */
  takeIn(): void {
    const {record, byPerson, kept} = this.#state;
    if (!record || this.host.purpose || !this.host.form) return;
    const boxes = this.#boxes(true).filter(({host}) => host.isOffered);
    const purposes = purposeDecisions(
      boxes.map((box) => ({purpose: box.host.purpose, tick: box.record, isLeft: box.#isLeft})),
      record,
    );
    const isPersonal = byPerson && boxes.every((box) => box.state.byPerson || !box.record);
    const method = isPersonal ? 'form-checkbox' : 'script';
    const amend = (from: ConsentRecord) => this.host.context.amend(from, {method, purposes}, this.#isLinked);
    if (amend(record) !== record) this.#state = {record: amend(kept ?? record), byPerson, kept};
  }

  /** The boxes that take this one in, as far as they are ticked. */
  get takers(): TickHost[] {
    return this.host.purpose
      ? this.#boxes(false)
          .filter(({record}) => record)
          .map(({host}) => host)
      : [];
  }

  /** Whether the person has seen the box, under the words in force, and has left it as it is: no script did. */
  get #isLeft(): boolean {
    const {box, context} = this.host;
    const version = context.release?.version;
    if (box?.getClientRects().length) this.#seen = version;
    return this.#state.byPerson && this.#seen === version;
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

  #clearTaken(isSuch: (state: TickState) => unknown): void {
    if (!this.host.purpose) this.#boxes(true).forEach((box) => isSuch(box.state) && box.clear());
  }

  #notifyTakers(form: HTMLFormElement | null): void {
    if (someTicked && this.host.purpose) this.#boxes(false, form).forEach(({host}) => host.tickChanged());
  }

  /** Ticks of a form about the same policy: of boxes with a purpose, or of those that submit a record. */
  #boxes(withPurpose: boolean, form = this.host.form): PendingTick[] {
    const {url, policyId} = this.host.context;
    return [...(form?.elements ?? [])]
      .map((element) => ticks.get(element))
      .filter((tick) => tick !== undefined)
      .filter(({host: {purpose, context}}) => {
        // Not the same context: each box may keep decisions elsewhere.
        const isSamePolicy = context.url === url && context.policyId === policyId;
        return isSamePolicy && Boolean(purpose) === withPurpose;
      });
  }
}
