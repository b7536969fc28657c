import {
  currentRelease,
  endOfTerm,
  isOutdated,
  releaseOf,
  type ConsentRecord,
  type Manifest,
} from '../core/index.js';
import {quote, refuse, RefusedError, type Fault} from './refusal.js';

/** What `acceptConsent` is told about its surroundings. */
export interface AcceptOptions {
  /** The server's time. */
  now?: Date;
  /** How long after a new release the one before is still accepted, in milliseconds; default 30 minutes. */
  grace?: number;
  /** Greatest difference between the client's clock and the server's, in milliseconds; without it a warning. */
  maxSkew?: number;
  /** Who is signed in: `subject.ref` has to be this, and the banner's answer counts as well. */
  subject?: string | undefined;
  /** Accepts a tick that a script made. */
  allowScript?: boolean;
  /** Accepts a record without digest of the notice, from a page on plain http. */
  allowMissingDigest?: boolean;
}

const GRACE_MS = 30 * 60_000;
const ODD_SKEW_MS = 24 * 60 * 60_000;

/**
 * Fills in the defaults.
 * @throws {TypeError} for times that cannot be compared: with them every release would pass for the one in force; for a
 *   subject that names nobody: `null` would pass for the one of a record without
 */
export function surroundings({now = new Date(), grace = GRACE_MS, subject, ...rest}: AcceptOptions) {
  if (!(now instanceof Date) || Number.isNaN(now.getTime())) {
    throw new TypeError(`"now" is ${String(now)}. Set it to a valid Date, or leave it out.`);
  }
  for (const [name, value] of Object.entries({grace, maxSkew: rest.maxSkew ?? 0})) {
    if (Number.isFinite(value) && value >= 0) continue;
    throw new TypeError(`"${name}" is ${value}. Set it to milliseconds, 0 or more, or leave it out.`);
  }
  if (subject !== undefined && (typeof subject !== 'string' || !subject.trim())) {
    throw new TypeError(`"subject" is ${quote(subject)}. Set it to who is signed in, or leave it out.`);
  }
  // As records are read.
  return {now, grace, subject: subject?.normalize(), ...rest};
}

/**
 * Refuses what is no person's consent to the release in force.
 * @returns what is odd but no reason to refuse
 */
export function checkInForce(
  manifest: Manifest,
  record: ConsentRecord,
  {now, grace, maxSkew, subject, allowScript, allowMissingDigest}: ReturnType<typeof surroundings>,
): Fault[] {
  const {event, notice, policy} = record;
  if (event.state !== 'given') {
    refuse('not-given', 'event.state', `The record says "${event.state}", not "given".`);
  }
  if (event.method === 'script' && !allowScript) {
    refuse('by-script', 'event.method', 'A script ticked the box. Only a person can agree.');
  }
  if (event.method === 'banner-button' && subject === undefined) {
    refuse('by-banner', 'event.method', "The banner's answer names nobody. Ask for the tick in the form.");
  }
  if (subject !== undefined && record.subject.ref !== subject) {
    refuse(
      'other-subject',
      'subject.ref',
      `The record is of ${quote(record.subject.ref)}, not of who is signed in.`,
    );
  }
  if (!notice.sha256 && !allowMissingDigest) {
    refuse(
      'no-digest',
      'notice.sha256',
      'The record does not name the words that were shown. Serve the page by https.',
    );
  }
  checkRelease(manifest, policy.version, now, grace);
  const end = endOfTerm(event);
  if (end !== undefined && end <= now.getTime()) {
    refuse(
      'expired',
      'event.valid',
      `The consent of ${event.time} was for ${event.valid}, which is over. Ask again.`,
    );
  }
  const skew = Math.abs(now.getTime() - Date.parse(event.time));
  if (skew <= (maxSkew ?? ODD_SKEW_MS)) return [];
  const odd: Fault = {
    code: 'clock',
    path: 'event.time',
    message: `The client's time ${event.time} is ${skew} ms off the server's.`,
  };
  if (maxSkew !== undefined) throw new RefusedError([odd]);
  return [odd];
}

/** Refuses a release that is over, that was cancelled, or that has not begun. */
function checkRelease(manifest: Manifest, version: string, now: Date, grace: number): void {
  const current = currentRelease(manifest, now);
  if (isOutdated(manifest, version, new Date(now.getTime() - grace))) {
    const instead = current ? `"${current.version}" is` : 'none is';
    refuse('not-current', 'policy.version', `Version "${version}" is not in force; ${instead}. Ask again.`);
  }
  // Before any release is in force, pages show the first.
  if (version === current?.version) return;
  const {effectiveFrom} = releaseOf(manifest, version)!;
  if (effectiveFrom && Date.parse(effectiveFrom) > now.getTime() + grace) {
    refuse('not-current', 'policy.version', `Version "${version}" is not in force before ${effectiveFrom}.`);
  }
}
