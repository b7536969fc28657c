import {
  buildRecord,
  canonicalJson,
  noticeDigests,
  ReadError,
  readManifest,
  readRecord,
  safeUrl,
  sha256,
  type ConsentRecord,
  type Manifest,
  type NoticeDigests,
  type Release,
} from '../core/index.js';
import {contradictions, decisionsOf} from './decisions.js';
import {differences} from './differences.js';
import {checkInForce, surroundings, type AcceptOptions} from './in-force.js';
import {isCanonicalOf} from './is-canonical-of.js';
import {parseJson, textOf} from './posted.js';
import {quote, refuse, RefusedError, type Refusal} from './refusal.js';
import {UNKNOWN_PLACE, unplacedUrls} from './unplaced-urls.js';

/** What a check found. */
export type Verdict =
  | {
      ok: true;
      record: ConsentRecord;
      /** Paths that are the client's word: nothing on the server could tell another value from this one. */
      claimed: string[];
      /** What is odd but no reason to refuse. */
      warnings: Refusal[];
    }
  | {ok: false; errors: Refusal[]};

/** One reason would do; a record that is all wrong is not worth an answer larger than itself. */
const MAX_ERRORS = 20;
const CLAIMED = [
  'id',
  'prev',
  'event.state',
  'event.time',
  'event.by',
  'event.method',
  'subject',
  'policy.source',
  'generator',
];

/**
 * Makes a verifier for one policy. Reads the manifest as strictly as the elements do.
 * @param manifest the parsed JSON
 * @throws {ReadError} for a manifest that cannot be read, with code and path
 * @throws {TypeError} for a `manifestUrl` that no page could load it from
 */
export async function createVerifier(
  manifest: unknown,
  {
    manifestUrl,
  }: {
    /** Where the pages load it from; makes relative URLs in a record checkable. */ manifestUrl?: string;
  } = {},
): Promise<Verifier> {
  if (manifestUrl !== undefined && !safeUrl(manifestUrl)) {
    throw new TypeError(
      `"manifestUrl" is ${quote(manifestUrl)}. Set it to the whole address, by https (or http on localhost).`,
    );
  }
  const read = readManifest(manifest, (url) => safeUrl(url, manifestUrl ?? UNKNOWN_PLACE));
  const published = new Map<string, Published>();
  for (const release of read.releases) {
    const digests = await noticeDigests(release, sha256);
    if (Object.values(digests).includes(null)) {
      throw new TypeError('This runtime has no Web Crypto (crypto.subtle), and no digest can be checked.');
    }
    published.set(release.version, {release, digests});
  }
  return new Verifier(read, published);
}

/** A release and the digests of its words. */
interface Published {
  release: Release;
  digests: NoticeDigests;
}

/**
 * Checks records word for word: rebuilds each from release, language, decisions and event, and compares all of it.
 * Codes: `missing`, `type`, `too-large`, `json`, `not-canonical`, `value` and others of {@link ReadError},
 * `unknown-policy`, `unknown-version`, `unknown-language`, `contradiction`, `altered`; from `acceptConsent` also
 * `not-given`, `by-script`, `no-digest`, `not-current`, `expired`, `clock`.
 */
export class Verifier {
  constructor(
    readonly manifest: Manifest,
    private readonly published: Map<string, Published>,
  ) {}

  /**
   * Checks a record of any release and any state.
   * @param posted the form entry as it came; what is no string is refused
   */
  verifyRecord(posted: unknown): Verdict {
    return judge(() => ({ok: true, warnings: [], ...this.#verify(posted)}));
  }

  /**
   * Checks that a record is a person's consent to the release in force.
   * @param posted the form entry as it came; what is no string is refused
   * @throws {TypeError} for options that are no times
   */
  acceptConsent(posted: unknown, options: AcceptOptions = {}): Verdict {
    const at = surroundings(options);
    return judge(() => {
      const {record, claimed} = this.#verify(posted);
      return {ok: true, record, claimed, warnings: checkInForce(this.manifest, record, at)};
    });
  }

  #verify(entry: unknown): {record: ConsentRecord; claimed: string[]} {
    const posted = textOf(entry);
    const json = parseJson(posted);
    const record = readRecord(json);
    const {release, digest} = this.#published(record);
    const rebuilt = this.#rebuild(record, release, digest);
    const claimed = claimedIn(record, release);
    const errors = contradictions(record, release);
    // Most records are what was rebuilt, to the byte; where the difference lies is looked for in the others only.
    if (!isCanonicalOf(posted, json, rebuilt)) {
      refuseUnlessCanonical(record, posted);
      const unplaced = unplacedUrls(record, rebuilt);
      claimed.push(...unplaced);
      errors.push(...altered(record, rebuilt, unplaced));
    }
    if (errors.length) throw new RefusedError(errors.slice(0, MAX_ERRORS));
    return {record, claimed};
  }

  /** The release that the record is about, and the digest of the words in its language. */
  #published({policy, notice}: ConsentRecord): {release: Release; digest: string} {
    if (policy.id !== this.manifest.id) {
      refuse(
        'unknown-policy',
        'policy.id',
        `The record is about ${quote(policy.id)}, not "${this.manifest.id}".`,
      );
    }
    const published = this.published.get(policy.version);
    if (!published) {
      return refuse(
        'unknown-version',
        'policy.version',
        `Version ${quote(policy.version)} was never published.`,
      );
    }
    const {release, digests} = published;
    const digest = digests[notice.lang];
    if (!digest) {
      const message = `Version "${release.version}" has no notice in "${notice.lang}".`;
      return refuse('unknown-language', 'notice.lang', message);
    }
    return {release, digest};
  }

  #rebuild(record: ConsentRecord, release: Release, digest: string): ConsentRecord {
    const {id, prev, event, notice, policy, subject, generator} = record;
    return buildRecord(this.manifest, release, {
      id,
      prev,
      state: event.state,
      time: new Date(event.time),
      method: event.method,
      by: event.by,
      lang: notice.lang,
      noticeSha256: notice.sha256 && digest,
      source: policy.source,
      subjectRef: subject.ref,
      nameFields: subject.nameFields,
      purposes: decisionsOf(record, release),
      generator,
    });
  }
}

/** A key twice, a field of its own, another order, an escape too many: all of it is gone from what was read. */
function refuseUnlessCanonical(record: ConsentRecord, posted: string): void {
  if (canonicalJson(record) === posted) return;
  const message =
    'The record is not canonical JSON (RFC 8785) of its own fields. Post the form entry as it is.';
  refuse('not-canonical', '', message);
}

/** Where a record is not what the release makes of the decision. */
function altered(record: ConsentRecord, rebuilt: ConsentRecord, unplaced: string[]): Refusal[] {
  const {version} = rebuilt.policy;
  return differences(record, rebuilt)
    .filter(({path}) => !unplaced.includes(path))
    .map(({path, found, expected}) => ({
      code: 'altered',
      path,
      message: `${path} is ${quote(found)}; version "${version}" makes it ${quote(expected)}. Post the form entry as it is.`,
    }));
}

/** Paths that are the client's word. */
function claimedIn({event, notice}: ConsentRecord, {terms}: Release): string[] {
  // What is left after a withdrawal is for the person to say, of required purposes too.
  const isFree = (required: boolean) => !required || event.state === 'withdrawn';
  const decisions = terms.purposes.flatMap(({required}, i) =>
    isFree(required) ? [`purposes[${i}].decision`] : [],
  );
  // Without digest, nothing ties the record to the words of one language.
  return [...CLAIMED, ...(notice.sha256 ? [] : ['notice']), ...decisions];
}

function judge(check: () => Verdict): Verdict {
  try {
    return check();
  } catch (error) {
    if (error instanceof RefusedError) return {ok: false, errors: error.errors};
    if (error instanceof ReadError)
      return {ok: false, errors: [{code: error.code, path: error.path, message: error.message}]};
    throw error;
  }
}
