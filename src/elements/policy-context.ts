import {alteredVersion, rewrittenVersion} from '../core/altered.js';
import {amendRecord, buildRecord, type Decision} from '../core/build-record.js';
import {History, type Standing} from '../core/history.js';
import type {Lang, Manifest, Notice, PolicyDocument, Release} from '../core/manifest.js';
import {noticeDigests, type NoticeDigests} from '../core/notice.js';
import type {ConsentStorage} from '../core/ports.js';
import type {ConsentRecord, ManifestSource} from '../core/record.js';
import {currentRelease} from '../core/release.js';
import {sha256} from '../core/sha256.js';
import {consentStatus, type ConsentStatus} from '../core/status.js';
import {isAnotherDocument} from '../platform/check-document.js';
import {loadManifest, ManifestError} from '../platform/load-manifest.js';
import {dropCopy, keepCopy, lastCopy} from '../platform/manifest-copy.js';
import {Outbox} from '../platform/outbox.js';
import {LOOK_AGAIN_MS} from '../platform/page-return.js';
import type {Attempt, Delivery} from '../platform/post-record.js';
import {setSessionFlag} from '../platform/session-flag.js';
import {uuid} from '../platform/uuid.js';
import {pageConfig} from './configure.js';
import type {ChangeCause} from './events.js';
import {warnOnce} from './warn-once.js';

/** Why the elements of a context hear of a change; `null` where nothing was decided (a manifest arrived). */
export type ContextCause = ChangeCause | null;

/** A notice and the language it is in. */
export interface ShownNotice {
  lang: Lang;
  notice: Notice;
}

/** What a decision adds to the manifest, as far as an element knows it. */
type Deed = Pick<Decision, 'state' | 'method' | 'lang' | 'by' | 'subjectRef' | 'nameFields' | 'purposes'>;

/** One policy on this page: its manifest, where it came from, and this device's history of it. Shared by elements. */
export class PolicyContext {
  manifest: Manifest | undefined;
  source: ManifestSource = 'bundled';
  error: {code: string; message: string} | undefined;
  /** What goes wrong on the way to the operator, while it is told. */
  problem: Attempt['problem'] | undefined;
  /** Documents that are not those that the release names. */
  readonly mismatches = new Set<PolicyDocument>();
  readonly #history: History;
  /** What the operator is to get, and has not acknowledged. */
  readonly outbox: Outbox;
  /** Digests of the words of each release, by version. */
  digests = new Map<string, NoticeDigests>();
  #standing: Standing | undefined;
  #loading = false;
  #looked = 0;

  constructor(
    readonly url: string,
    readonly policyId: string,
    private readonly storage: ConsentStorage,
    outboxStorage: ConsentStorage,
    private readonly notify: (cause: ContextCause) => void,
  ) {
    this.#history = new History(storage, policyId, sha256);
    this.outbox = new Outbox(outboxStorage, policyId, (problem) => {
      this.problem = problem;
      this.notify(null);
      this.problem = undefined;
    });
    if (!url) this.#useBundled();
  }

  /** Looks for a new manifest, at most every five minutes. */
  look(): void {
    if (this.url && Date.now() - this.#looked >= LOOK_AGAIN_MS) void this.load();
  }

  /** Fetches the manifest now. What is there already stays where the network fails. */
  async load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    this.#looked = Date.now();
    try {
      await this.#use(await loadManifest(this.url), 'network');
      this.error = undefined;
    } catch (error) {
      const {code, message} = error as ManifestError;
      this.error = {code, message: `The manifest ${this.url} ${message}`};
      if (code === 'policy-id' || code === 'release-altered') this.manifest = undefined;
      else if (!this.manifest) await this.#useWhatIsHere();
    }
    this.#loading = false;
    this.notify(null);
  }

  get release(): Release | undefined {
    return this.manifest && currentRelease(this.manifest, new Date());
  }

  get status(): ConsentStatus {
    return this.manifest
      ? consentStatus(this.manifest, this.last, new Date(), this.standing.giving)
      : 'unasked';
  }

  /** What the decisions on this device come to. */
  get standing(): Standing {
    return (this.#standing ??= this.#history.standing());
  }

  /** The last committed decision on this device. */
  get last(): ConsentRecord | undefined {
    return this.standing.last;
  }

  /** Compares a document with its digest: on demand, since every look is a request. */
  async checkDocument(document: PolicyDocument): Promise<void> {
    const {url, sha256} = document;
    if (!url || !sha256 || !(await isAnotherDocument(url, sha256))) return;
    this.mismatches.add(document);
    this.error = {
      code: 'document-mismatch',
      message: `The document ${url} is not the one that the release names. Publish the document of then again.`,
    };
    this.notify(null);
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
      source: this.source,
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
      method === record.event.method && JSON.stringify(amended.purposes) === JSON.stringify(record.purposes);
    return isSame ? record : amended;
  }

  /**
   * Appends a decision to the history and tells every element.
   * @param endpoint where it is to be sent as well, relative to the document; empty: where the page's settings say
   */
  commit(record: ConsentRecord, cause: ChangeCause, endpoint?: string): void {
    this.#history.commit(record);
    // The server may refuse it as outdated: on the way back from that the page looks at once.
    this.#looked = 0;
    if (this.manifest && this.source === 'network') keepCopy(this.storage, this.manifest);
    if (endpoint !== undefined) this.outbox.add(record, endpoint || pageConfig.endpoint);
    this.notify(cause);
  }

  /** What became of a committed record on its way to its endpoint; `undefined` if it had none, or was forgotten. */
  delivery(id: string): Delivery | undefined {
    return this.outbox.delivery(id);
  }

  /**
   * Clears this device: decisions, the copy of the manifest, and "not now". A decision that the operator has not
   * acknowledged is still sent, a withdrawal above all, and leaves no trace once it has arrived.
   */
  forget(): void {
    this.#history.forget();
    this.outbox.forget();
    dropCopy(this.storage, this.policyId);
    this.manifest?.releases.forEach(({version}) => setSessionFlag(`${this.policyId}/${version}`, false));
    this.notify('script');
  }

  /** Forgets what was read from storage and settings. */
  refresh(): void {
    this.#standing = undefined;
    if (!this.url && !this.manifest) this.#useBundled();
  }

  #prev(subjectRef: string | null | undefined, linked: boolean): ConsentRecord['prev'] {
    const last = linked && this.#history.latest(subjectRef ?? null);
    return last ? {id: last.record.id, sha256: last.sha256} : null;
  }

  /** @throws {ManifestError} for a manifest that is not the one meant, or that rewrites what was published. */
  async #use(manifest: Manifest, source: ManifestSource): Promise<void> {
    if (manifest.id !== this.policyId) {
      throw new ManifestError(
        'policy-id',
        `is about "${manifest.id}", not "${this.policyId}". Set policy-id.`,
      );
    }
    const digests = new Map<string, NoticeDigests>();
    for (const release of manifest.releases) {
      digests.set(release.version, await noticeDigests(release, sha256));
    }
    const known = this.source === 'bundled' ? lastCopy(this.storage, this.policyId) : this.manifest;
    const altered =
      (known && alteredVersion(known, manifest)) ?? (this.last && rewrittenVersion(this.last, digests));
    if (altered) {
      throw new ManifestError(
        'release-altered',
        `changes version "${altered}" after it was published. Publish the words of then, and a new version.`,
      );
    }
    this.manifest = manifest;
    this.source = source;
    this.digests = digests;
  }

  /** The last good copy, else the bundled policy, where it is the one meant. */
  async #useWhatIsHere(): Promise<void> {
    const copy = lastCopy(this.storage, this.policyId);
    if (copy) await this.#use(copy, 'cached').catch(() => this.#useBundled());
    else this.#useBundled();
  }

  #useBundled(): void {
    const {bundled} = pageConfig;
    if (bundled?.manifest.id !== this.policyId) {
      this.error ??= {
        code: 'no-policy',
        message: `No policy "${this.policyId}" is bundled. Set policy or policy-id.`,
      };
      return;
    }
    if (!this.url) this.error = undefined;
    this.manifest = bundled.manifest;
    this.source = 'bundled';
    this.digests = new Map([[bundled.manifest.releases[0]!.version, bundled.noticeSha256]]);
  }
}
