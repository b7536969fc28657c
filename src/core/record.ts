import {country, id, instant, lang, sha256Text, term, time, url, uuid, version} from './kinds.js';
import {decidedPurpose, operator, sharedTerms} from './manifest.js';
import {list, oneOf, orNull, shape, text, type Read} from './reader.js';

const record = shape({
  /** Name and version of this format (ISO/IEC TS 27560: schema_version). */
  schema: oneOf('ipsm-consent-record/1'),
  /** This record (ISO/IEC TS 27560: record_id). */
  id: uuid,
  /** The committed record of the same subject that this one replaces (DPV: dct:replaces), and its digest if known. */
  prev: orNull(shape({id: uuid, sha256: orNull(sha256Text)})),
  jurisdiction: country,
  event: shape({
    /** What the person did. A renewal is a `given` with `prev`. */
    state: oneOf('given', 'declined', 'withdrawn'),
    /** The act's moment by the person's clock, or by the server's where that made the record: UTC with milliseconds. */
    time,
    /** For whom. */
    by: oneOf('self', 'representative'),
    /**
     * By which act. `form-fallback`: a tick in the fallback, before the script came or without it; who made it, a person or a
     * program, nobody can tell. `script`: the click was not a person's (`Event.isTrusted` was false).
     */
    method: oneOf('form-checkbox', 'form-fallback', 'banner-button', 'status-button', 'script'),
    /** Term of the consent; `null` where the policy does not state one. */
    valid: orNull(term),
  }),
  /** Opaque reference and the form fields that hold the person's full name; never the name itself. */
  subject: shape({ref: orNull(text), nameFields: list(text)}),
  operator,
  policy: shape({
    id,
    version,
    /** Language of the document linked to. */
    lang,
    /** As the manifest writes it. */
    url: orNull(url),
    /** Digest of the document's bytes. */
    sha256: orNull(sha256Text),
    /** Address that the manifest came from; `null` for the bundled one. The client's word. */
    manifest: orNull(url),
    /** How it came. The client's word. */
    source: oneOf('inline', 'network', 'cached', 'bundled'),
    effectiveFrom: orNull(instant),
  }),
  /** The words that were shown: SHA-256 over the canonical JSON of `{lang, version, notice}`. */
  notice: shape({lang, sha256: orNull(sha256Text)}),
  purposes: list(decidedPurpose, 1),
  ...sharedTerms,
  /** Paths of what the law or the record standard wants and the operator has not supplied, sorted. */
  gaps: list(text),
  /** Package and version that wrote the record. */
  generator: text,
});

/** `ipsm-consent-record/1`: what one person decided about one release, in one language, by one act. No personal data. */
export interface ConsentRecord extends Read<typeof record> {}
/** What the person did. */
export type EventState = ConsentRecord['event']['state'];
/** By which act. */
export type EventMethod = ConsentRecord['event']['method'];
/** For whom. */
export type EventBy = ConsentRecord['event']['by'];
/** What holds for a purpose after the act. */
export type PurposeDecision = ConsentRecord['purposes'][number]['decision'];
/** How the manifest came to the page. */
export type ManifestSource = ConsentRecord['policy']['source'];

/**
 * Reads a record of unknown origin.
 * @param json the parsed JSON
 * @throws {ReadError} with code and path
 */
export const readRecord = (json: unknown): ConsentRecord => record(json, '');

/** For shapes that hold a record, and for the JSON Schema. */
export {record as recordShape};
