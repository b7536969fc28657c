import {alteredVersion, rewrittenVersion} from '../../core/altered.js';
import type {Manifest, PolicyDocument, Release} from '../../core/manifest.js';
import {noticeDigests, type NoticeDigests} from '../../core/notice.js';
import type {ConsentStorage} from '../../core/ports.js';
import type {ConsentRecord, ManifestSource} from '../../core/record.js';
import {currentRelease} from '../../core/release.js';
import {sha256} from '../../core/sha256.js';
import {isAnotherDocument} from '../../platform/check-document.js';
import {loadManifest, ManifestError} from '../../platform/load-manifest.js';
import {lastCopy} from '../../platform/manifest-copy.js';
import {LOOK_AGAIN_MS} from '../../platform/page-return.js';
import {pageConfig} from './configure.js';

/** Where the policy of this page comes from: the network, the last good copy, or the package. */
export abstract class PolicySource {
  manifest: Manifest | undefined;
  source: ManifestSource = 'bundled';
  error: {code: string; message: string} | undefined;
  /** Documents that are not those that the release names. */
  readonly mismatches = new Set<PolicyDocument>();
  /** Digests of the words of each release, by version. */
  digests = new Map<string, NoticeDigests>();
  /** What was last found good, in force or not any more. */
  #good: Manifest | undefined;
  /** How often the manifest was asked for since the request that is under way began, itself included. */
  #asked = 0;
  #looked = 0;

  constructor(
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

  /** Looks for a new manifest, at most every five minutes. */
  look(): void {
    if (this.url && Date.now() - this.#looked >= LOOK_AGAIN_MS) void this.load();
  }

  /**
   * Fetches the manifest now, or again after a request that is under way: its answer may be older than what made this
   * necessary. What is there already stays where the network fails.
   */
  async load(): Promise<void> {
    if (this.#asked++) return;
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
    const again = this.#asked > 1;
    this.#asked = 0;
    this.changed();
    if (again) void this.load();
  }

  get release(): Release | undefined {
    return this.manifest && currentRelease(this.manifest, new Date());
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
    this.changed();
  }

  /** The next {@link look} asks, however soon it comes. */
  protected forgetLook(): void {
    this.#looked = 0;
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
    const known = this.#good ?? lastCopy(this.storage, this.policyId);
    const altered =
      (known && alteredVersion(known, manifest)) ?? (this.last && rewrittenVersion(this.last, digests));
    if (altered) {
      throw new ManifestError(
        'release-altered',
        `changes version "${altered}" after it was published. Publish the words of then, and a new version.`,
      );
    }
    this.manifest = this.#good = manifest;
    this.source = source;
    this.digests = digests;
    this.used();
  }

  /** The last good copy, else the bundled policy, where it is the one meant. */
  async #useWhatIsHere(): Promise<void> {
    const copy = lastCopy(this.storage, this.policyId);
    if (copy) await this.#use(copy, 'cached').catch(() => this.useBundled());
    else this.useBundled();
  }

  /** The policy of the package, where it is the one meant. */
  protected useBundled(): void {
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
    this.used();
  }
}
