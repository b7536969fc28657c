import type {DataItem, Lang, Operator, Purpose, Terms} from './manifest.js';

/** What the person did. A renewal is a `given` with `prev`. */
export type EventState = 'given' | 'declined' | 'withdrawn';

/** By which act. `script`: the click was not a person's (`Event.isTrusted` was false). */
export type EventMethod = 'form-checkbox' | 'banner-button' | 'status-button' | 'script';

/** What holds after the act. Of an optional purpose, `declined`: its own box was shown, or it was withdrawn. */
export type PurposeDecision = 'given' | 'declined' | 'not-asked';

/** Where the manifest came from. */
export type ManifestSource = 'network' | 'cached' | 'bundled';

/** `ipsm-consent-record/1`: what one person decided about one release, in one language, by one act. No personal data. */
export interface ConsentRecord {
  schema: 'ipsm-consent-record/1';
  /** UUID version 4. */
  id: string;
  /** The committed record of the same subject that this one replaces. */
  prev: {id: string; sha256: string | null} | null;
  jurisdiction: string;
  event: {
    state: EventState;
    /** The act's moment by the person's clock: UTC with milliseconds. */
    time: string;
    by: 'self' | 'representative';
    method: EventMethod;
    /** Term of the consent; `null` where the policy does not state one. */
    valid: string | null;
  };
  /** Opaque reference and the form fields that hold the person's full name; never the name itself. */
  subject: {ref: string | null; nameFields: string[]};
  operator: Operator;
  policy: {
    id: string;
    version: string;
    /** Language of the document linked to. */
    lang: Lang;
    url: string | null;
    /** Digest of the document's bytes. */
    sha256: string | null;
    source: ManifestSource;
    effectiveFrom: string | null;
  };
  /** The words that were shown: SHA-256 over the canonical JSON of `{lang, version, notice}`. */
  notice: {lang: Lang; sha256: string | null};
  purposes: (Purpose & {decision: PurposeDecision})[];
  data: DataItem[];
  thirdParties: Terms['thirdParties'];
  crossBorder: Terms['crossBorder'];
  publicSources: Terms['publicSources'];
  storage: Terms['storage'];
  automated: Terms['automated'];
  withdraw: Terms['withdraw'];
  /** Paths of what the law or the record standard wants and the operator has not supplied, sorted. */
  gaps: string[];
  /** Package and version that wrote the record. */
  generator: string;
}
