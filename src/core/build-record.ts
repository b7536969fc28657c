import {gapsOf} from './gaps.js';
import type {Lang, Manifest, Purpose, Release} from './manifest.js';
import {documentFor} from './notice.js';
import {own} from './own.js';
import type {
  ConsentRecord,
  EventBy,
  EventMethod,
  EventState,
  ManifestSource,
  PurposeDecision,
} from './record.js';
import {utcTime} from './time.js';
import {GENERATOR} from './version.js';

/** Everything about a decision that does not follow from the manifest. */
export interface Decision {
  /** UUID version 4. */
  id: string;
  state: EventState;
  time: Date;
  method: EventMethod;
  by?: EventBy;
  /** Language of the notice that was shown. */
  lang: Lang;
  /** Digest of that notice. */
  noticeSha256: string | null;
  source: ManifestSource;
  /** Where the manifest came from; `null` for the bundled one. */
  manifestUrl?: string | null;
  subjectRef?: string | null;
  nameFields?: string[];
  prev?: ConsentRecord['prev'];
  /** Decisions on purposes that have a box of their own, by purpose id. */
  purposes?: Record<string, PurposeDecision>;
  /** Set when a record is rebuilt to check it; the builder's own name otherwise. */
  generator?: string;
}

/** The decision on a purpose that had no box of its own. */
export const usualDecision = (required: boolean, state: EventState): PurposeDecision =>
  required ? (state === 'given' ? 'given' : 'declined') : 'not-asked';

/** The decision on a purpose: only in a withdrawal does one on a required purpose say more than the state. */
const decisionOn = (
  {id, required}: Purpose,
  state: EventState,
  decisions: Record<string, PurposeDecision> | undefined,
): PurposeDecision => {
  const said = required && state !== 'withdrawn' ? undefined : own(decisions, id);
  return said ?? usualDecision(required, state);
};

/** Builds the record of a decision about a release. Pure: the same input gives the same record. */
export function buildRecord(manifest: Manifest, release: Release, decision: Decision): ConsentRecord {
  const {state, lang} = decision;
  const {term, purposes, ...terms} = release.terms;
  const {lang: documentLang, url, sha256} = documentFor(release, lang);
  const record = {
    schema: 'ipsm-consent-record/1' as const,
    id: decision.id,
    prev: decision.prev ?? null,
    jurisdiction: manifest.jurisdiction,
    event: {
      state,
      time: utcTime(decision.time),
      by: decision.by ?? 'self',
      method: decision.method,
      valid: term,
    },
    subject: {ref: decision.subjectRef ?? null, nameFields: decision.nameFields ?? []},
    operator: release.operator,
    policy: {
      id: manifest.id,
      version: release.version,
      lang: documentLang,
      url,
      sha256,
      manifest: decision.manifestUrl ?? null,
      source: decision.source,
      effectiveFrom: release.effectiveFrom,
    },
    notice: {lang, sha256: decision.noticeSha256},
    purposes: purposes.map((purpose: Purpose) => ({
      ...purpose,
      decision: decisionOn(purpose, state, decision.purposes),
    })),
    ...terms,
    generator: decision.generator ?? GENERATOR,
  };
  return {...record, gaps: gapsOf(record, release)};
}

/** What changes when a pending decision is made again with other answers. */
export type Amendment = Required<Pick<Decision, 'id' | 'time' | 'method' | 'prev' | 'purposes'>>;

/** The same decision with other answers on purposes that have a box of their own: another record, by a later act. */
export function amendRecord(
  record: ConsentRecord,
  {id, time, method, prev, purposes}: Amendment,
): ConsentRecord {
  return {
    ...record,
    id,
    prev,
    event: {...record.event, time: utcTime(time), method},
    purposes: record.purposes.map((purpose) => ({
      ...purpose,
      decision: decisionOn(purpose, 'given', purposes),
    })),
  };
}
