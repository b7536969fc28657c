import {
  buildRecord,
  canonicalJson,
  currentRelease,
  differences,
  noticeDigests,
  ReadError,
  readManifest,
  readRecord,
  sha256,
  wireJson,
  type ConsentRecord,
  type Manifest,
  type NoticeDigests,
  type Release,
} from '../core/index.js';
import {contradictions, decisionsOf} from './decisions.js';
import {checkInForce, surroundings, type AcceptOptions} from './in-force.js';
import {isTicked, postedNotice, type PostedFields} from './fallback.js';
import {isCanonicalOf} from './is-canonical-of.js';
import {parseJson, textOf} from './posted.js';
import {quote, refuse, RefusedError, type Fault, type Refusal} from './refusal.js';

/** What a check found. */
export type Verdict =
  | {
      ok: true;
      record: ConsentRecord;
      /** Paths that are the client's word: nothing on the server could tell another value from this one. */
      claimed: string[];
      /** What is odd but no reason to refuse. */
      warnings: Fault[];
    }
  | {ok: false; errors: Refusal[]};

/** What `acceptFallback` is told of the form. */
export interface FallbackOptions extends Omit<
  AcceptOptions,
  'maxSkew' | 'allowScript' | 'allowMissingDigest'
> {
  /** Name of the box's field. */
  name: string;
  /** Field of each optional purpose's box, by purpose id; a purpose without one was not asked for. */
  purposes?: Record<string, string>;
  /** Names of the fields that hold the person's full name. */
  subjectFields?: string[];
}

/** What a check of a form without script found; `entry` is the record that was made, as a form entry would carry it. */
export type FallbackVerdict =
  (Extract<Verdict, {ok: true}> & {entry: string}) | Extract<Verdict, {ok: false}>;

/** One reason would do; a record that is all wrong is not worth an answer larger than itself. */
const MAX_ERRORS = 20;
/** Paths that are the client's word, but for `notice` and the decisions. */
const CLAIMED = [
  'id',
  'prev',
  'event.state',
  'event.time',
  'event.by',
  'event.method',
  'subject',
  'policy.manifest',
  'policy.source',
  'generator',
];

/**
 * Makes a verifier for one policy. Reads the manifest as strictly as the elements do.
 * @param manifest the parsed JSON: the newest one, which holds all releases
 * @throws {ReadError} for a manifest that cannot be read, with code and path
 */
export async function createVerifier(manifest: unknown): Promise<Verifier> {
  const read = readManifest(manifest);
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
 * Checks records word for word: rebuilds each from release, language, decisions and event, and compares all of it. The
 * rules are in docs/format.md, section 7, and the codes in docs/errors.md.
 */
export class Verifier {
  constructor(
    /** As it was read. */
    readonly manifest: Manifest,
    private readonly published: Map<string, Published>,
  ) {}

  /**
   * Checks a record of any release and any state.
   * @param posted the form entry as it came; what is no string is refused
   * @param now the server's time: errors name the version that is in force then
   * @throws {TypeError} where it is no time
   */
  verifyRecord(posted: unknown, now = new Date()): Verdict {
    const at = surroundings({now});
    return this.#judge(at.now, () => ({ok: true, warnings: [], ...this.#verify(posted)}));
  }

  /**
   * Checks that a record is a person's consent to the release in force.
   * @param posted the form entry as it came; what is no string is refused
   * @throws {TypeError} for options that are no times
   */
  acceptConsent(posted: unknown, options: AcceptOptions = {}): Verdict {
    const at = surroundings(options);
    return this.#judge(at.now, () => {
      const {record, claimed} = this.#verify(posted);
      return {ok: true, record, claimed, warnings: checkInForce(this.manifest, record, at)};
    });
  }

  /**
   * Makes the record of a form that was sent without script, and checks that it is a consent to the release in force. The
   * box's fallback says which words were on screen; the tick itself is the box's own field.
   * @param fields the posted form
   * @throws {TypeError} for options that are no times
   */
  acceptFallback(fields: PostedFields, options: FallbackOptions): FallbackVerdict {
    const {name, purposes = {}, subjectFields, ...rest} = options;
    const at = surroundings(rest);
    return this.#judge(at.now, () => {
      const {version, lang, sha256} = postedNotice(fields, name);
      const policy = {id: this.manifest.id, version};
      const {release, digest} = this.#published({policy, notice: {lang}});
      if (sha256 !== digest) {
        const message = `The form names other words than version "${version}" has in "${lang}". Print the fallback anew.`;
        refuse('altered', 'notice.sha256', message);
      }
      const record = buildRecord(this.manifest, release, {
        id: crypto.randomUUID(),
        state: 'given',
        time: at.now,
        method: 'form-fallback',
        lang,
        noticeSha256: digest,
        source: 'inline',
        subjectRef: at.subject ?? null,
        nameFields: subjectFields ?? [],
        purposes: Object.fromEntries(
          Object.entries(purposes).map(([id, field]) => [id, isTicked(fields, field) ? 'given' : 'declined']),
        ),
      });
      const warnings = checkInForce(this.manifest, record, at);
      return {ok: true, record, claimed: claimedIn(record, release), warnings, entry: wireJson(record)};
    });
  }

  #judge<V extends Verdict>(now: Date, check: () => V): V | Extract<Verdict, {ok: false}> {
    try {
      return check();
    } catch (error) {
      const version = currentRelease(this.manifest, now)?.version ?? null;
      if (error instanceof RefusedError) {
        return {ok: false, errors: error.faults.map((fault) => ({...fault, version}))};
      }
      if (error instanceof ReadError) {
        const {code, path, message} = error;
        return {ok: false, errors: [{code, path, message, version}]};
      }
      throw error;
    }
  }

  #verify(entry: unknown): {record: ConsentRecord; claimed: string[]} {
    const posted = textOf(entry);
    const json = parseJson(posted);
    const record = readRecord(json);
    const {release, digest} = this.#published(record);
    const rebuilt = this.#rebuild(record, release, digest);
    const faults = contradictions(record);
    // Most records are what was rebuilt, to the byte; where the difference lies is looked for in the others only.
    if (!isCanonicalOf(posted, json, rebuilt)) {
      refuseUnlessAsWritten(record, posted);
      faults.push(...altered(record, rebuilt));
    }
    if (faults.length) throw new RefusedError(faults.slice(0, MAX_ERRORS));
    return {record, claimed: claimedIn(record, release)};
  }

  /** The release that the record is about, and the digest of the words in its language. */
  #published({
    policy,
    notice,
  }: {
    policy: Pick<ConsentRecord['policy'], 'id' | 'version'>;
    notice: Pick<ConsentRecord['notice'], 'lang'>;
  }): {release: Release; digest: string} {
    const {id} = this.manifest;
    if (policy.id !== id) {
      refuse('unknown-policy', 'policy.id', `The record is about ${quote(policy.id)}, not "${id}".`);
    }
    const published = this.published.get(policy.version);
    if (!published) {
      const message = `Version ${quote(policy.version)} was never published.`;
      return refuse('unknown-version', 'policy.version', message);
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
      manifestUrl: policy.manifest,
      subjectRef: subject.ref,
      nameFields: subject.nameFields,
      purposes: decisionsOf(record, release),
      generator,
    });
  }
}

/** A key twice, a field of its own, another order, an escape too many: all of it is gone from what was read. */
function refuseUnlessAsWritten(record: ConsentRecord, posted: string): void {
  if (canonicalJson(record) === posted || wireJson(record) === posted) return;
  const message =
    'The record is not canonical JSON (RFC 8785) of its own fields, nor that in ASCII. Post the form entry as it is.';
  refuse('not-canonical', '', message);
}

/** Where a record is not what the release makes of the decision. */
function altered(record: ConsentRecord, rebuilt: ConsentRecord): Fault[] {
  const {version} = rebuilt.policy;
  return differences(record, rebuilt).map(({path, found, expected}) => ({
    code: 'altered',
    path,
    message: `${path} is ${quote(found)}; version "${version}" makes it ${quote(expected)}. Post the form entry as it is.`,
  }));
}

/** Paths that are the client's word. */
function claimedIn({event, notice}: ConsentRecord, {terms}: Release): string[] {
  // A withdrawal of everything and one in part differ in required purposes too.
  const isFree = (required: boolean) => !required || event.state === 'withdrawn';
  const decisions = terms.purposes.flatMap(({required}, i) =>
    isFree(required) ? [`purposes[${i}].decision`] : [],
  );
  // Without digest nothing ties the record to any words. With one, language and digest hold each other: no word of ours
  // says in which language the person read them.
  return [...CLAIMED, notice.sha256 ? 'notice.lang' : 'notice', ...decisions];
}
