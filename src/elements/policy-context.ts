import {buildRecord, type Decision} from '../core/build-record.js';
import {History} from '../core/history.js';
import type {Lang, Manifest, Notice, Release} from '../core/manifest.js';
import {noticeDigests, type NoticeDigests} from '../core/notice.js';
import type {ConsentStorage} from '../core/ports.js';
import type {ConsentRecord, ManifestSource} from '../core/record.js';
import {currentRelease} from '../core/release.js';
import {sha256} from '../core/sha256.js';
import {consentStatus, type ConsentStatus} from '../core/status.js';
import {loadManifest, ManifestError} from '../platform/load-manifest.js';
import {localConsentStorage} from '../platform/local-storage.js';
import {memoryStorage} from '../platform/memory-storage.js';
import {setSessionFlag} from '../platform/session-flag.js';

import {uuid} from '../platform/uuid.js';
import {onConfigure, pageConfig} from './configure.js';
import type {ChangeCause} from './events.js';
import {warnOnce} from './warn-once.js';

/** Why the elements of a context hear of a change; `null` where nothing was decided (a manifest arrived). */
export type ContextCause = ChangeCause | null;

/** A notice and the language it is in. */
export interface ShownNotice {
  lang: Lang;
  notice: Notice;
}

type Listener = (cause: ContextCause) => void;

const listeners = new Set<Listener>();
const contexts = new Map<string, PolicyContext>();
const storages = new Map<string, ConsentStorage>();

function notify(cause: ContextCause) {
  contexts.forEach((context) => context.refresh());
  [...listeners].forEach((listener) => listener(cause));
}
onConfigure(() => notify(null));

function storageOf(kind: string): ConsentStorage {
  let storage = storages.get(kind);
  if (!storage) {
    storage =
      kind === 'memory'
        ? memoryStorage()
        : localConsentStorage(() =>
            warnOnce(
              'storage',
              'This browser stores nothing for the site. The answer is kept until the page is left.',
            ),
          );
    storage.subscribe(() => notify('other-tab'));
    storages.set(kind, storage);
  }
  return storage;
}

/** Calls back when anything that elements draw or submit may have changed; returns the function that stops it. */
export function onContextChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One policy on this page: its manifest, where it came from, and this device's history of it. Shared by elements. */
export class PolicyContext {
  manifest: Manifest | undefined;
  source: ManifestSource = 'bundled';
  error: {code: string; message: string} | undefined;
  #loading = false;
  readonly #history: History;
  #digests = new Map<string, NoticeDigests>();
  #last: ConsentRecord | null | undefined;

  constructor(
    readonly url: string,
    readonly policyId: string,
    storage: string,
  ) {
    this.#history = new History(storageOf(storage), policyId, sha256);
    if (!url) this.#useBundled();
  }

  /** Fetches the manifest, again after a failure. */
  async load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    if (this.error) {
      this.error = undefined;
      notify(null);
    }
    try {
      const manifest = await loadManifest(this.url);
      if (manifest.id !== this.policyId) {
        throw new ManifestError(
          'policy-id',
          `is about "${manifest.id}", not "${this.policyId}". Set policy-id.`,
        );
      }
      const digests = manifest.releases.map(
        async (release) => [release.version, await noticeDigests(release, sha256)] as const,
      );
      this.#digests = new Map(await Promise.all(digests));
      this.manifest = manifest;
      this.source = 'network';
    } catch (error) {
      const {code, message} = error as ManifestError;
      this.error = {code, message: `The manifest ${this.url} ${message}`};
      if (code !== 'policy-id') this.#useBundled();
    }
    this.#loading = false;
    notify(null);
  }

  get release(): Release | undefined {
    return this.manifest && currentRelease(this.manifest, new Date());
  }

  get status(): ConsentStatus {
    this.#last ??= this.#history.latest()?.record ?? null;
    return this.manifest ? consentStatus(this.manifest, this.#last ?? undefined, new Date()) : 'unasked';
  }

  /** The last committed decision on this device. */
  get last(): ConsentRecord | undefined {
    return this.#history.latest()?.record;
  }

  /** The record of a decision made now about the release in force. Pending until it is committed. */
  decide(
    decision: Pick<Decision, 'state' | 'method' | 'lang' | 'by' | 'subjectRef' | 'nameFields'>,
    linked: boolean,
  ) {
    const release = this.release!;
    const last = linked && this.#history.latest(decision.subjectRef ?? null);
    const record = buildRecord(this.manifest!, release, {
      ...decision,
      id: uuid(),
      time: new Date(),
      noticeSha256: this.#digests.get(release.version)?.[decision.lang] ?? null,
      source: this.source,
      prev: last ? {id: last.record.id, sha256: last.sha256} : null,
    });
    if (record.gaps.length) {
      warnOnce(
        'gaps',
        `The policy "${this.policyId}" does not state ${record.gaps.join(', ')}. Records name these gaps.`,
      );
    }
    return record;
  }

  /** Appends a decision to the history and tells every element. */
  commit(record: ConsentRecord, cause: ChangeCause): void {
    this.#history.commit(record);
    notify(cause);
  }

  /** Clears this device: decisions and "not now". */
  forget(): void {
    this.#history.forget();
    this.manifest?.releases.forEach(({version}) => setSessionFlag(`${this.policyId}/${version}`, false));
    notify('script');
  }

  /** Forgets what was read from storage. */
  refresh(): void {
    this.#last = undefined;
    if (!this.url && !this.manifest) this.#useBundled();
  }

  #useBundled() {
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
    this.#digests.set(bundled.manifest.releases[0]!.version, bundled.noticeSha256);
  }
}

/** The context of a policy, made on first use. */
export function contextFor(policy: string, policyId: string, storage: string): PolicyContext {
  const from = policy || pageConfig.policy;
  const url = from ? new URL(from, document.baseURI).href : '';
  const id = policyId || pageConfig.policyId || 'ipsm-privacy';
  const kind = storage || pageConfig.storage || 'local';
  const key = [url, id, kind].join('\n');
  let context = contexts.get(key);
  if (!context) {
    contexts.set(key, (context = new PolicyContext(url, id, kind)));
    if (url) void context.load();
  }
  return context;
}
