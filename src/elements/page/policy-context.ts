import {amendRecord, buildRecord, type Decision} from '../../core/build-record.js';
import {canonicalJson} from '../../core/canonical-json.js';
import {isOutdated} from '../../core/editorial.js';
import {History, type Decided} from '../../core/history.js';
import type {HistoryEntry, Progress} from '../../core/history-entry.js';
import type {Lang, Notice} from '../../core/manifest.js';
import type {ConsentStorage} from '../../core/ports.js';
import type {ConsentRecord} from '../../core/record.js';
import {sha256} from '../../core/sha256.js';
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

/** What a decision adds to the manifest, as far as an element knows it. */
type Deed = Pick<Decision, 'state' | 'method' | 'lang' | 'by' | 'subjectRef' | 'nameFields' | 'purposes'>;

/** One policy on this page and this device's history of it: what was decided, and what is decided now. Shared by elements. */
export class PolicyContext extends PolicySource {
  /** What goes wrong on the way to the operator, while it is told. */
  problem: Attempt['problem'] | undefined;
  readonly #history: History;
  /** What the operator is to get, and has not acknowledged; `undefined` where nothing on the page sends. */
  outbox: Outbox | undefined;
  #decided: Decided | undefined;

  constructor(
    url: string,
    policyId: string,
    decisions: ConsentStorage,
    /** For what is too large for a cookie. */
    storage: ConsentStorage,
    private readonly notify: (cause: ContextCause) => void,
  ) {
    super(url, policyId, storage);
    this.#history = new History(decisions, policyId, sha256, () => this.manifest);
    this.useWhatIsHere();
  }

  get status(): ConsentStatus {
    return this.manifest ? consentStatus(this.manifest, this.decided, new Date()) : 'unasked';
  }

  /** What the decisions on this device come to. */
  get decided(): Decided {
    const decided = this.#decided ?? this.#history.decided();
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
    if (record.gaps.length) {
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
    this.outbox = new type(this.storage, this.policyId, (problem, acknowledged) => {
      if (acknowledged) this.#history.reach(acknowledged, 'accepted');
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
    this.#history.commit(record, progress);
    // The server may refuse it as outdated: on the way back from that the page looks at once.
    this.forgetLook();
    const {manifest, manifestUrl: url} = this;
    if (manifest && this.url) keepCopy(this.storage, {manifest, url});
    if (endpoint !== undefined) this.outbox?.add(record, endpoint || pageConfig.endpoint);
    this.notify(cause);
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
    this.notify('script');
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
    return isQuiet && this.manifest !== undefined && !isOutdated(this.manifest, version, new Date());
  }

  get #laterKey(): string {
    return `ipsm-consent/later/${this.policyId}`;
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

  #prev(subjectRef: string | null | undefined, linked: boolean): ConsentRecord['prev'] {
    const last = linked && this.#history.latest(subjectRef ?? null);
    return last ? {id: last.record.id, sha256: last.sha256} : null;
  }
}
