import {
  startOf,
  type Manifest,
  type Operator,
  type PolicyDocument,
  type Release,
} from '../../core/manifest.js';
import {documentUrl, noticeDigests, type NoticeDigests} from '../../core/notice.js';
import type {ConsentStorage} from '../../core/ports.js';
import type {ConsentRecord, ManifestSource} from '../../core/record.js';
import {currentRelease, releaseOf} from '../../core/release.js';
import {sha256} from '../../core/sha256.js';
import {timeOf} from '../../core/time.js';
import {rewrittenVersion, unite} from '../../core/union.js';
import {isAnotherDocument} from '../../platform/check-document.js';
import {inlineManifest} from '../../platform/inline-manifest.js';
import {
  loadManifest,
  ManifestError,
  parseManifest,
  type ManifestErrorCode,
} from '../../platform/load-manifest.js';
import {lastCopy, type PlacedManifest} from '../../platform/manifest-copy.js';
import {LOOK_AGAIN_MS} from '../../platform/page-return.js';
import {pageConfig} from './configure.js';

/** More than a slow network makes of it. */
const ODD_OFFSET_MS = 10 * 60_000;

/** What is wrong with a policy; `message` says what is shown instead and what to do. */
export interface PolicyFault {
  code: ManifestErrorCode | 'no-policy' | 'document-mismatch';
  message: string;
}

const SOURCE_WORDS: Record<ManifestSource, string> = {
  inline: 'The manifest that the page carries',
  network: 'The manifest that was loaded before',
  cached: 'The last good copy on this device',
  bundled: 'The bundled policy',
};

/** The digests of a manifest's words, by version, but for those that are known. */
async function digestsOf(
  {releases}: Manifest,
  known: ReadonlyMap<string, NoticeDigests>,
): Promise<Map<string, NoticeDigests>> {
  const digests = new Map<string, NoticeDigests>();
  for (const release of releases) {
    const {version} = release;
    if (!known.has(version)) digests.set(version, await noticeDigests(release, sha256));
  }
  return digests;
}

/**
 * Where the policy of this page comes from: what the page carries, the last good copy on this device, and the network, put
 * together by version and usable as soon as one is there. The policy of the package serves only where the page names none:
 * other words than its server knows would lead nowhere.
 */
export abstract class PolicySource {
  /** What is in use. */
  manifest: Manifest | undefined;
  /** Its address: links are resolved against it; `null` for the bundled one. */
  manifestUrl: string | null = null;
  fault: PolicyFault | undefined;
  /** Documents that are not those that the release names. */
  readonly mismatches = new Set<PolicyDocument>();
  /** Digests of the words of each release, by version; without them nothing can be agreed to. */
  readonly digests = new Map<string, NoticeDigests>();
  /** How far this device's clock is behind the server's, in milliseconds, as far as a server has said so. */
  #clockOffset = 0;
  /** The version that a server wants, where the page has it. */
  #wanted: string | undefined;
  /** How the words of each release came, by version. */
  readonly #sources = new Map<string, ManifestSource>();
  /** What was last found good, in use or not any more. */
  #good: Manifest | undefined;
  /** A copy on this device that differs from what the page carries: no source may agree with only one of them. */
  #doubted: Manifest | undefined;
  /** How often the manifest was asked for since the request that is under way began, itself included. */
  asked = 0;
  #looked = 0;

  constructor(
    /** Where the manifest is asked for, absolute; empty where it is not. */
    readonly url: string,
    readonly policyId: string,
    protected readonly storage: ConsentStorage,
  ) {}

  /** The last committed decision on this device: what it names cannot have been published otherwise. */
  abstract readonly last: ConsentRecord | undefined;
  /** There is a manifest, maybe another one than before. */
  protected abstract used(): void;
  /** What elements draw may have changed. */
  protected abstract changed(): void;

  /** Takes what is here without a request. */
  protected useWhatIsHere(): void {
    const inline = inlineManifest(this.url);
    this.#attempt(SOURCE_WORDS.inline, () => {
      if (inline) this.#use(parseManifest(inline.text, inline.url || null), 'inline');
    });
    const copy = this.url && lastCopy(this.storage, this.policyId);
    this.#attempt(SOURCE_WORDS.cached, () => {
      if (copy) this.#use(copy, 'cached');
    });
    if (!this.url && !inline) this.useBundled();
    const here = this.manifest;
    if (!here) return;
    void digestsOf(here, this.digests).then((digests) => {
      this.#digest(digests);
      this.changed();
    });
  }

  /** Looks for a new manifest, at most every five minutes; by a clock that was put back as well. */
  look(): void {
    if (this.url && Math.abs(Date.now() - this.#looked) >= LOOK_AGAIN_MS) void this.load();
  }

  /**
   * Fetches the manifest now, or again after a request that is under way: its answer may be older than what made this
   * necessary. What is there already stays where the network fails.
   */
  async load(): Promise<void> {
    if (!this.url || this.asked++) return;
    this.#looked = Date.now();
    // Tried again: that is to be seen. Who asks for the first time has not drawn anything yet.
    if (this.fault) this.changed();
    try {
      const found = await loadManifest(this.url);
      const digests = await digestsOf(found.manifest, this.digests);
      this.fault = undefined;
      this.#attempt(`The manifest ${this.url}`, () => {
        this.#use(found, 'network');
        // In the same task: nobody can agree to words whose digest is still to come.
        this.#digest(digests);
      });
    } catch (error) {
      this.#blame(`The manifest ${this.url}`, error);
    } finally {
      const again = this.asked > 1;
      this.asked = 0;
      this.changed();
      if (again) void this.load();
    }
  }

  /** What the page takes for the present, for releases and statuses. A record says the device's own time. */
  get now(): Date {
    const now = new Date();
    return this.#clockOffset ? new Date(now.getTime() + this.#clockOffset) : now;
  }

  /** The release to ask about: the one in force, or the one that a server wants, until a later one begins. */
  get release(): Release | undefined {
    const {manifest} = this;
    const current = manifest && currentRelease(manifest, this.now);
    const wanted = manifest && this.#wanted !== undefined && releaseOf(manifest, this.#wanted);
    return wanted && wanted.cancelled === null && startOf(wanted) >= startOf(current!) ? wanted : current;
  }

  /**
   * Follows what a server said with a refusal.
   * @param version that it would accept
   * @param now its time
   * @returns whether this page has that version
   */
  protected follow(version: string | null | undefined, now: string | null | undefined): boolean {
    const serverTime = now ? timeOf(now) : NaN;
    if (!Number.isNaN(serverTime)) this.#clockOffset = serverTime - Date.now();
    this.#wanted = version ?? undefined;
    return !version || this.release?.version === version;
  }

  /** Whether a server's clock and this device's are so far apart that words or answers may differ. */
  get isClockOff(): boolean {
    return Math.abs(this.#clockOffset) > ODD_OFFSET_MS;
  }

  /** Who is responsible, by the release in force, else by what was last found good. */
  get operator(): Operator | undefined {
    const good = this.manifest ?? this.#good;
    return good && currentRelease(good, this.now)?.operator;
  }

  /** How the words of a release came to the page. */
  sourceOf({version}: Release): ManifestSource {
    return this.#sources.get(version) ?? 'bundled';
  }

  /** Compares a document with its digest: on demand, since every look is a request. */
  async checkDocument(document: PolicyDocument): Promise<void> {
    const url = documentUrl(document, this.manifestUrl);
    if (!url || !document.sha256 || !(await isAnotherDocument(url, document.sha256))) return;
    this.mismatches.add(document);
    this.fault = {
      code: 'document-mismatch',
      message: `The document ${url} is not that of the release. Publish that one again.`,
    };
    this.changed();
  }

  /** The next {@link look} asks, however soon it comes. */
  protected forgetLook(): void {
    this.#looked = 0;
  }

  /** The policy of the package, where it is the one meant and the page names none. */
  protected useBundled(): void {
    const {bundled} = pageConfig;
    if (bundled?.manifest.id !== this.policyId) {
      this.fault ??= {
        code: 'no-policy',
        message: `No policy "${this.policyId}" is bundled. Set policy.`,
      };
      return;
    }
    this.fault = undefined;
    this.manifest = bundled.manifest;
    this.digests.set(bundled.manifest.releases.at(-1)!.version, bundled.noticeSha256);
    this.used();
  }

  /** @throws {ManifestError} for a manifest that is not the one meant, or that rewrites what was published. */
  #use({manifest: found, url}: PlacedManifest, source: ManifestSource): void {
    const {policyId} = this;
    if (found.id !== policyId) {
      throw new ManifestError('policy-id', `is about "${found.id}", not "${policyId}". Set policy-id.`);
    }
    const {manifest, altered = unite(this.#doubted, found).altered} = unite(this.#good, found);
    if (altered !== undefined) {
      if (source === 'cached') this.#doubted = found;
      this.#refuseAltered(altered);
    }
    this.manifest = this.#good = manifest;
    if (url) this.manifestUrl = url;
    for (const {version} of found.releases) {
      if (source === 'network' || !this.#sources.has(version)) this.#sources.set(version, source);
    }
    this.used();
  }

  /** Completes the digests. What a person decided about cannot have other words now. */
  #digest(digests: Map<string, NoticeDigests>): void {
    for (const [version, each] of digests) {
      if (!this.digests.has(version)) this.digests.set(version, each);
    }
    const rewritten = this.manifest && this.last && rewrittenVersion(this.last, this.digests);
    if (rewritten === undefined) return;
    // Not good after all: the next answer may have the words of then.
    this.#good = undefined;
    this.digests.delete(rewritten);
    this.#attempt('The manifest', () => this.#refuseAltered(rewritten));
  }

  #refuseAltered(version: string): never {
    this.manifest = undefined;
    throw new ManifestError(
      'release-altered',
      `changes version "${version}" after it was published. Publish the words of then, and a new version.`,
    );
  }

  #attempt(what: string, use: () => void): void {
    try {
      use();
    } catch (error) {
      this.#blame(what, error);
    }
  }

  /** Only what the operator can mend is told as the operator's; an error of ours stays one. */
  #blame(what: string, error: unknown): void {
    if (!(error instanceof ManifestError)) throw error;
    const {code, message} = error;
    const release = this.release;
    const instead = release
      ? `${SOURCE_WORDS[this.sourceOf(release)]} is shown instead, version "${release.version}".`
      : 'Nothing is shown instead, and nothing can be agreed to.';
    this.fault = {code, message: `${what} ${message} ${instead}`};
  }
}
