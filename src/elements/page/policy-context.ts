import {amendRecord, buildRecord, type Decision} from '../../core/build-record.js';
import {canonicalJson} from '../../core/canonical-json.js';
import {isOutdated} from '../../core/editorial.js';
import type {RefusalCode} from '../../core/errors.js';
import {decidedBy, History, type Decided} from '../../core/history.js';
import type {HistoryEntry, Progress} from '../../core/history-entry.js';
import type {Lang, Notice} from '../../core/manifest.js';
import type {ConsentStorage} from '../../core/ports.js';
import type {ConsentRecord} from '../../core/record.js';
import {sha256} from '../../core/sha256.js';
import {entriesBeside, statusBeside, type Standing} from '../../core/standing.js';
import {consentStatus, type ConsentStatus} from '../../core/status.js';
import {dropCopy, keepCopy} from '../../platform/manifest-copy.js';
import {clearOutbox} from '../../platform/outbox-key.js';
import type {Outbox} from '../../platform/outbox.js';
import type {Attempt, Delivery} from '../../platform/post-record.js';
import {uuid} from '../../platform/uuid.js';
import type {ChangeCause} from './change-cause.js';
import {pageConfig} from './configure.js';
import {PolicySource} from './policy-source.js';
import {warnOnce} from './warn-once.js';

const LATER_MS = 30 * 24 * 60 * 60_000;

/** Why the elements of a context hear of a change; `null` where nothing was decided (a manifest arrived). */
export type ContextCause = ChangeCause | null;

/** A notice and the language it is in. */
export interface ShownNotice {
  lang: Lang;
  notice: Notice;
}

/** What a server says of a record that it does not take; the server kit makes it of a verdict. */
export interface ServerRefusal {
  /** Such as `not-current`; `form` where something else in the form was wrong. */
  code: RefusalCode | 'form';
  /** The record. */
  id: string;
  /** The version that would be accepted. */
  version?: string | null | undefined;
  /** The server's time, ISO 8601. */
  now?: string | null | undefined;
}

/** What a decision adds to the manifest, as far as an element knows it. */
type Deed = Pick<Decision, 'state' | 'method' | 'lang' | 'by' | 'subjectRef' | 'nameFields' | 'purposes'>;

/** One policy on this page and this device's history of it: what was decided, and what is decided now. Shared by elements. */
export class PolicyContext extends PolicySource {
  /** What the page says of a form that it answers, until that is sent again: its record was refused. */
  refusal: ServerRefusal | undefined;
  /** The record of the refusal that was taken in last. */
  #heeded: string | undefined;
  /** What goes wrong on the way to the operator, while it is told. */
  problem: Attempt['problem'] | undefined;
  readonly #history: History;
  /** What the operator is to get, and has not acknowledged; `undefined` where nothing on the page sends. */
  outbox: Outbox | undefined;
  #decided: Decided | undefined;
  /** Decisions that the storage did not take, and whether nothing has come of sending them either. */
  readonly #unkept = new Map<string, boolean>();

  constructor(
    url: string,
    policyId: string,
    decisions: ConsentStorage,
    /** For what is too large for a cookie. */
    storage: ConsentStorage,
    private readonly notify: (cause: ContextCause) => void,
    /** What the server knows of the person who is signed in. */
    readonly standing?: Standing,
  ) {
    super(url, policyId, storage);
    this.#history = new History(decisions, policyId, sha256, () => this.manifest);
    this.useWhatIsHere();
  }

  get status(): ConsentStatus {
    const {decided, manifest, now, standing} = this;
    if (!manifest) return standing?.status ?? 'unasked';
    return standing
      ? statusBeside(standing, this.#entries(), this.#isWaiting, manifest, now)
      : consentStatus(manifest, decided, now);
  }

  /** What the decisions on this device come to. */
  get decided(): Decided {
    const decided = this.#decided ?? decidedBy(this.#entries());
    // Before the manifest is there, not every storage can tell.
    if (this.manifest) this.#decided = decided;
    return decided;
  }

  /** The last committed decision on this device. */
  override get last(): ConsentRecord | undefined {
    return this.decided.last;
  }

  /** A committed decision, with how far it got. */
  entry(id: string): HistoryEntry | undefined {
    return this.#history.entries().find(({record}) => record.id === id);
  }

  /**
   * The record of a decision made now about the release in force. Pending until it is committed.
   * @param linked whether it names the subject's last record
   */
  decide(deed: Deed, linked: boolean): ConsentRecord {
    const release = this.release!;
    const record = buildRecord(this.manifest!, release, {
      ...deed,
      id: uuid(),
      time: new Date(),
      noticeSha256: this.digests.get(release.version)?.[deed.lang] ?? null,
      source: this.sourceOf(release),
      manifestUrl: this.manifestUrl,
      prev: this.#prev(deed.subjectRef, linked),
    });
    if (record.gaps.length && !pageConfig.quiet) {
      warnOnce(
        'gaps',
        `The policy "${this.policyId}" does not state ${record.gaps.join(', ')}. Records name these gaps.`,
      );
    }
    return record;
  }

  /** A pending decision made again with other answers on purposes; the record itself where they are the same. */
  amend(
    record: ConsentRecord,
    {method, purposes}: Required<Pick<Deed, 'method' | 'purposes'>>,
    linked: boolean,
  ): ConsentRecord {
    const prev = this.#prev(record.subject.ref, linked);
    const amended = amendRecord(record, {id: uuid(), time: new Date(), method, purposes, prev});
    const isSame =
      method === record.event.method && canonicalJson(amended.purposes) === canonicalJson(record.purposes);
    return isSame ? record : amended;
  }

  /** From now on what an element commits with an endpoint is sent there, and what an earlier page left unsent too. */
  sendBy(type: typeof Outbox): void {
    this.outbox = new type(this.storage, this.policyId, (problem, id, state) => {
      if (id && state === 'acknowledged') {
        this.#history.reach(id, 'accepted');
        this.#unkept.delete(id);
      } else if (id && this.#unkept.has(id)) {
        this.#unkept.set(id, true);
      }
      this.problem = problem;
      this.notify(null);
      this.problem = undefined;
    });
    this.outbox.flush();
  }

  /**
   * Appends a decision to the history and tells every element.
   * @param progress how far it has got already
   * @param endpoint where it is to be sent as well, relative to the document; empty: where the page's settings say
   */
  commit(record: ConsentRecord, cause: ChangeCause, progress: Progress, endpoint?: string): void {
    const isKept = this.#history.commit(record, progress);
    if (!isKept) this.#unkept.set(record.id, endpoint === undefined || !(endpoint || pageConfig.endpoint));
    this.refusal = undefined;
    // The server may refuse it as outdated: on the way back from that the page looks at once.
    this.forgetLook();
    const {manifest, manifestUrl: url} = this;
    if (manifest && this.url) keepCopy(this.storage, {manifest, url});
    if (endpoint !== undefined) this.outbox?.add(record, endpoint || pageConfig.endpoint);
    this.notify(cause);
  }

  /** A committed decision got farther. */
  reach(id: string, progress: Progress): void {
    this.#history.reach(id, progress);
    this.notify(null);
  }

  /**
   * A server has refused a record: it was never a decision, so it goes from the history, unless the server says that it has
   * one of that id from before. The page then asks about the version that the server wants, by the server's time.
   * @returns whether this page has that version
   */
  refused({code, id, version, now}: Partial<ServerRefusal>): boolean {
    if (id && code !== 'replayed') this.#history.takeBack(id);
    const isHere = this.follow(version, now);
    this.notify('refused');
    return isHere;
  }

  /** What became of a committed record on its way to its endpoint; `undefined` if it had none, or was forgotten. */
  delivery(id: string): Delivery | undefined {
    return this.outbox?.delivery(id);
  }

  /**
   * Clears this device: decisions, the copy of the manifest, and "not now". A decision that the operator has not
   * acknowledged is still sent, a withdrawal above all, and leaves no trace once it has arrived.
   */
  forget(): void {
    this.#history.forget();
    clearOutbox(this.storage, this.policyId);
    dropCopy(this.storage, this.policyId);
    this.storage.remove(this.#laterKey);
    this.notify('forget');
  }

  /** The person has put the question off: 30 days, or until a new material release. A flag without identifier. */
  postpone(): void {
    if (this.release) this.storage.set(this.#laterKey, `${this.release.version} ${Date.now()}`);
    this.notify(null);
  }

  /** Whether the question was put off, and that still holds. */
  get isPostponed(): boolean {
    const [version, at] = this.storage.get(this.#laterKey)?.split(' ') ?? [];
    const passed = Date.now() - Number(at);
    // A clock that was put back must not keep the question away for longer.
    const isQuiet = version !== undefined && passed >= 0 && passed < LATER_MS;
    return isQuiet && this.manifest !== undefined && !isOutdated(this.manifest, version, this.now);
  }

  get #laterKey(): string {
    return `ipsm-consent/later/${this.policyId}`;
  }

  /** Whether a decision was neither stored nor sent, and goes when the page is left. */
  isLost(id: string): boolean {
    return this.#unkept.get(id) ?? false;
  }

  /** Takes in what the page says of a form that was refused, once. */
  heed(refusal: ServerRefusal): void {
    if (this.#heeded === refusal.id) return;
    this.#heeded = refusal.id;
    this.refusal = refusal;
    this.refused(refusal);
  }

  /** Looks again at storage and settings; tells whether the last decision is another one than it was. */
  refresh(): boolean {
    const before = this.#decided;
    this.#decided = undefined;
    if (!this.url && !this.manifest) this.useWhatIsHere();
    return before !== undefined && before.last?.id !== this.last?.id;
  }

  protected override used(): void {
    this.#history.renew();
  }

  protected override changed(): void {
    this.notify(null);
  }

  /** The decisions on this device that count: with a standing, only those that it knows or that wait to be sent. */
  #entries(): HistoryEntry[] {
    const entries = this.#history.entries();
    return this.standing ? entriesBeside(this.standing, entries, this.#isWaiting) : entries;
  }

  readonly #isWaiting = (id: string): boolean => this.delivery(id) === 'waiting';

  #prev(subjectRef: string | null | undefined, linked: boolean): ConsentRecord['prev'] {
    if (!linked) return null;
    const own = this.#entries().filter(({record}) => record.subject.ref === (subjectRef ?? null));
    const last = own.at(-1);
    return last ? {id: last.record.id, sha256: last.sha256} : (this.standing?.last ?? null);
  }
}
