import {
  buildRecord,
  canonicalJson,
  currentRelease,
  noticeDigests,
  ReadError,
  readManifest,
  readRecord,
  releasesSince,
  safeUrl,
  sha256,
  type ConsentRecord,
  type Manifest,
  type NoticeDigests,
  type Release,
} from '../core/index.js';
import {differences} from './differences.js';
import {refuse, RefusedError, type Refusal} from './refusal.js';
import {UNKNOWN_PLACE, unplacedUrls} from './unplaced-urls.js';

/** What a check found. */
export type Verdict =
  | {
      ok: true;
      record: ConsentRecord;
      /** Paths that only the client knows: compared with nothing. */
      claimed: string[];
      /** What is odd but no reason to refuse. */
      warnings: Refusal[];
    }
  | {ok: false; errors: Refusal[]};

/** What {@link Verifier.acceptConsent} is told about its surroundings. */
export interface AcceptOptions {
  /** The server's time. */
  now?: Date;
  /** How long after a new release the one before is still accepted, in milliseconds; default 30 minutes. */
  grace?: number;
  /** Greatest difference between the client's clock and the server's, in milliseconds; without it a warning. */
  maxSkew?: number;
  /** Accepts a tick that a script made. */
  allowScript?: boolean;
  /** Accepts a record without digest of the notice, from a page on plain http. */
  allowMissingDigest?: boolean;
}

const MAX_LENGTH = 64 * 1024;
const GRACE_MS = 30 * 60_000;
const ODD_SKEW_MS = 24 * 60 * 60_000;
const CLAIMED = [
  'id',
  'prev',
  'event.time',
  'event.by',
  'event.method',
  'subject',
  'policy.source',
  'generator',
];

/** Makes a verifier for one policy. Reads the manifest as strictly as the elements do. */
export async function createVerifier(
  manifest: unknown,
  {
    manifestUrl,
  }: {
    /** Where the pages load it from; makes relative URLs in a record checkable. */ manifestUrl?: string;
  } = {},
): Promise<Verifier> {
  const read = readManifest(manifest, (url) => safeUrl(url, manifestUrl ?? UNKNOWN_PLACE));
  const digests = new Map<string, NoticeDigests>();
  for (const release of read.releases) digests.set(release.version, await noticeDigests(release, sha256));
  return new Verifier(read, digests);
}

/**
 * Checks records word for word: rebuilds each from release, language, decisions and event, and compares all of it.
 * Codes: `json`, `too-large`, `not-canonical`, those of {@link ReadError}, `unknown-policy`, `unknown-version`,
 * `unknown-language`, `altered`; from `acceptConsent` also `not-given`, `by-script`, `no-digest`, `not-current`, `clock`.
 */
export class Verifier {
  constructor(
    private readonly manifest: Manifest,
    private readonly digests: Map<string, NoticeDigests>,
  ) {}

  /**
   * Checks a record of any release and any state.
   * @param posted the form entry as it came
   */
  verifyRecord(posted: string): Verdict {
    return judge(() => ({ok: true, warnings: [], ...this.#verify(posted)}));
  }

  /**
   * Checks that a record is a person's consent to the release in force.
   * @param posted the form entry as it came
   */
  acceptConsent(posted: string, options: AcceptOptions = {}): Verdict {
    return judge(() => {
      const {record, claimed} = this.#verify(posted);
      return {ok: true, record, claimed, warnings: this.#inForce(record, options)};
    });
  }

  #verify(posted: string): {record: ConsentRecord; claimed: string[]} {
    const record = parse(posted);
    const {policy, notice, event} = record;
    if (policy.id !== this.manifest.id) {
      refuse('unknown-policy', 'policy.id', `The record is about "${policy.id}", not "${this.manifest.id}".`);
    }
    const release = this.manifest.releases.find(({version}) => version === policy.version);
    if (!release)
      return refuse('unknown-version', 'policy.version', `Version "${policy.version}" was never published.`);
    if (!release.notice[notice.lang]) {
      refuse(
        'unknown-language',
        'notice.lang',
        `Version "${release.version}" has no notice in "${notice.lang}".`,
      );
    }
    const digest = this.digests.get(release.version)?.[notice.lang] ?? null;
    const rebuilt = buildRecord(this.manifest, release, {
      id: record.id,
      prev: record.prev,
      state: event.state,
      time: new Date(event.time),
      method: event.method,
      by: event.by,
      lang: notice.lang,
      noticeSha256: notice.sha256 && digest,
      source: policy.source,
      subjectRef: record.subject.ref,
      nameFields: record.subject.nameFields,
      purposes: optionalDecisions(record, release),
      generator: record.generator,
    });
    const claimed = [...CLAIMED];
    release.terms.purposes.forEach(({required}, i) => required || claimed.push(`purposes[${i}].decision`));
    const unplaced = unplacedUrls(record, rebuilt);
    claimed.push(...unplaced);
    const altered = differences(record, rebuilt).filter((path) => !unplaced.includes(path));
    if (altered.length) {
      throw new RefusedError(
        altered.map((path) => ({
          code: 'altered',
          path,
          message: `"${path}" is not what version "${release.version}" makes of this decision.`,
        })),
      );
    }
    return {record, claimed};
  }

  #inForce(record: ConsentRecord, options: AcceptOptions): Refusal[] {
    const {event, notice, policy} = record;
    const {now = new Date(), grace = GRACE_MS, maxSkew} = options;
    if (event.state !== 'given')
      refuse('not-given', 'event.state', `The record says "${event.state}", not "given".`);
    if (event.method === 'script' && !options.allowScript) {
      refuse('by-script', 'event.method', 'A script ticked the box. Only a person can agree.');
    }
    if (!notice.sha256 && !options.allowMissingDigest) {
      refuse(
        'no-digest',
        'notice.sha256',
        'The record does not name the words that were shown. Serve the page by https.',
      );
    }
    const inForceThen = new Date(now.getTime() - grace);
    const missed = releasesSince(this.manifest, policy.version, inForceThen).filter(
      ({change}) => change === 'material',
    );
    if (missed.length) {
      const current = currentRelease(this.manifest, now).version;
      refuse(
        'not-current',
        'policy.version',
        `Version "${policy.version}" is no longer in force; "${current}" is.`,
      );
    }
    const release = this.manifest.releases.find(({version}) => version === policy.version)!;
    const isFuture = release.effectiveFrom && Date.parse(release.effectiveFrom) > now.getTime() + grace;
    // Before any release is in force, pages show the first.
    if (isFuture && release !== currentRelease(this.manifest, now)) {
      refuse(
        'not-current',
        'policy.version',
        `Version "${policy.version}" is not in force before ${release.effectiveFrom}.`,
      );
    }
    const skew = Math.abs(now.getTime() - Date.parse(event.time));
    if (skew <= (maxSkew ?? ODD_SKEW_MS)) return [];
    const odd = {
      code: 'clock',
      path: 'event.time',
      message: `The client's time ${event.time} is ${skew} ms off the server's.`,
    };
    if (maxSkew !== undefined) throw new RefusedError([odd]);
    return [odd];
  }
}

/** Decisions on purposes that have a box of their own; the others follow from the state. */
function optionalDecisions({purposes}: ConsentRecord, release: Release) {
  const optional = release.terms.purposes.filter(({required}) => !required).map(({id}) => id);
  return Object.fromEntries(
    purposes.filter(({id}) => optional.includes(id)).map(({id, decision}) => [id, decision]),
  );
}

function parse(posted: string): ConsentRecord {
  if (posted.length > MAX_LENGTH)
    refuse('too-large', '', `The record is longer than ${MAX_LENGTH} characters.`);
  let json: unknown;
  try {
    json = JSON.parse(posted);
  } catch {
    refuse('json', '', 'The record is not JSON. Post the form entry as it is.');
  }
  const record = readRecord(json);
  if (canonicalJson(record) !== posted) {
    refuse(
      'not-canonical',
      '',
      'The record is not canonical JSON (RFC 8785) of its own fields. Post the entry as it is.',
    );
  }
  return record;
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
