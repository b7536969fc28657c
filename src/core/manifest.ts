import {byId, byLang, clause, country, id, instant, lang, sha256Text, term, url, version} from './kinds.js';
import {flag, list, oneOf, optional, orNull, refuse, shape, text, type Read} from './reader.js';
import {timeOf} from './time.js';

export type {Lang} from './kinds.js';

const point = shape({
  id,
  /** In bold before the text. */
  label: text,
  text,
  /** Clauses of the document that it comes from; their numbers, or ids that `clauseNames` has words for. */
  clauses: list(clause),
});

const notice = shape({
  /** Asked in the banner. */
  question: text,
  /** The banner's two sentences. */
  brief: text,
  /** Heading of the summary. */
  title: text,
  /** First layer: on screen at once. */
  points: list(point, 1),
  /** Second layer: one press away. */
  details: list(point),
  /** Words for clauses that have no number, by clause. */
  clauseNames: optional(byId(text)),
  /** The sentence that the person agrees to. */
  agree: text,
  /** The sentence by which a representative agrees for somebody. */
  agreeFor: optional(text),
  /** The answer that agrees. */
  accept: text,
  /** The answer that declines. */
  decline: text,
  /** Sentence of each optional purpose, by purpose id. */
  purposes: optional(byId(text)),
  /** What changed in this release, one line each. */
  changes: optional(list(text)),
});

const document = shape({
  /** Absolute, or relative to the manifest; `null` where the text has no address. */
  url: orNull(url),
  /** Lower-case hex SHA-256 of the bytes served. */
  sha256: orNull(sha256Text),
  /** Fragment scheme of the document's clauses, such as `#{clause}`. */
  anchor: orNull(text),
});

/** The operator, as releases and records have it. */
export const operator = shape({
  name: text,
  /** Business (or individual) identification number. */
  bin: orNull(text),
  address: orNull(text),
  email: orNull(text),
  url: orNull(url),
});

const purposeFields = {
  id,
  clause,
  /** Data Privacy Vocabulary term, such as `dpv:DirectMarketing`. */
  dpv: text,
  /** Whether the service needs it. */
  required: flag,
};

/** A purpose as records have it. */
export const decidedPurpose = shape({
  ...purposeFields,
  /** What holds after the act. Of an optional purpose, `declined`: its own box was shown, or it was withdrawn. */
  decision: oneOf('given', 'declined', 'not-asked'),
});

/** What a release's terms and a record share word for word. */
export const sharedTerms = {
  /** Categories of personal data. */
  data: list(shape({id, clause, dpv: text}), 1),
  /** Whether data goes to others, and to whom. */
  thirdParties: shape({transfer: orNull(flag), who: list(text)}),
  /** Whether data goes abroad, and where. */
  crossBorder: shape({transfer: orNull(flag), countries: orNull(list(text))}),
  /** Whether data is published. */
  publicSources: orNull(flag),
  /** Where data is kept, and how long. */
  storage: shape({locations: orNull(list(text)), retention: orNull(text)}),
  /** Whether it is processed by automated means. */
  automated: orNull(flag),
  /** How to withdraw. */
  withdraw: shape({url: orNull(url), email: orNull(text)}),
};

const terms = shape({
  /** How long the consent holds: a date, an ISO 8601 duration or `until-purpose-achieved`. */
  term: orNull(term),
  purposes: list(shape(purposeFields), 1),
  ...sharedTerms,
});

const release = shape({
  version,
  /** When it comes into force; `null` is before every instant. */
  effectiveFrom: orNull(instant),
  /** What the operator says that it is; what it really changes has the last word (`isMaterial`). */
  change: oneOf('material', 'editorial'),
  /** When it was called off, before it came into force. */
  cancelled: orNull(instant),
  operator,
  /** Languages whose document is authoritative; others are translations. */
  official: list(lang, 1),
  /** The full text, by language. */
  documents: byLang(document),
  /** The words of the moment of decision, by language. */
  notice: byLang(notice),
  terms,
});

const manifest = shape({
  schema: oneOf('ipsm-policy/1'),
  id,
  /** ISO 3166-1 alpha-2. */
  jurisdiction: country,
  releases: list(release, 1),
});

/** One line of a notice, tied to its clauses. */
export interface Point extends Read<typeof point> {}
/** The words of the moment of decision in one language (ISO/IEC 29184, 5.2). */
export interface Notice extends Read<typeof notice> {}
/** The full text of a release in one language. */
export interface PolicyDocument extends Read<typeof document> {}
/** Who is responsible for the data. */
export interface Operator extends Read<typeof operator> {}
/** A purpose of processing. */
export type Purpose = Terms['purposes'][number];
/** What the law wants a consent to contain; `null` where the policy does not state it. */
export type Terms = Read<typeof terms>;
/** One published version of the policy. Never edited, never removed; one that has not begun may be cancelled. */
export interface Release extends Read<typeof release> {}
/** `ipsm-policy/1`: the file that describes the releases of a policy. */
export interface Manifest extends Read<typeof manifest> {}

/** Refuses what another entry has already. */
const refuseTwice = (path: string, value: unknown) =>
  refuse(path, 'a value that no other entry has', value, 'duplicate');

function distinctIds(entries: {id: string}[], path: string, before: {id: string}[] = []): void {
  const ids = new Set(before.map(({id}) => id));
  entries.forEach(({id}, i) => {
    if (ids.has(id)) refuseTwice(`${path}[${i}].id`, id);
    ids.add(id);
  });
}

/** The moment at which a release begins, in milliseconds; `null` is before every one. */
export const startOf = ({effectiveFrom}: Release): number =>
  effectiveFrom === null ? -Infinity : timeOf(effectiveFrom);

/** What no single field can say of a release. @param earlier those before it in the list */
function checkRelease(release: Release, at: string, earlier: Release[]): void {
  const {version, terms, notice, documents, cancelled, effectiveFrom} = release;
  if (earlier.some((other) => other.version === version)) refuseTwice(`${at}.version`, version);
  distinctIds(terms.purposes, `${at}.terms.purposes`);
  distinctIds(terms.data, `${at}.terms.data`);
  for (const lang of Object.keys(notice)) {
    const {points, details} = notice[lang]!;
    distinctIds(points, `${at}.notice.${lang}.points`);
    distinctIds(details, `${at}.notice.${lang}.details`, points);
  }
  for (const [field, map] of [['notice', notice] as const, ['documents', documents] as const]) {
    if (!Object.keys(map).length) refuse(`${at}.${field}`, 'an entry by language', {}, 'missing');
  }
  if (cancelled !== null) {
    if (timeOf(cancelled) < startOf(release)) return;
    refuse(`${at}.cancelled`, 'an instant before effectiveFrom', cancelled, 'value');
  }
  const isTaken = earlier.some((other) => other.cancelled === null && startOf(other) === startOf(release));
  if (isTaken) refuseTwice(`${at}.effectiveFrom`, effectiveFrom);
}

/**
 * Reads a manifest of unknown origin. URLs stay as written.
 * @param json the parsed JSON
 * @throws {ReadError} with code and path
 */
export function readManifest(json: unknown): Manifest {
  const read = manifest(json, '');
  const {releases} = read;
  releases.forEach((release, i) => checkRelease(release, `releases[${i}]`, releases.slice(0, i)));
  return read;
}

/** For the JSON Schema. */
export {manifest as manifestShape};
