/** A language that the project speaks: BCP 47 primary subtag. */
export type Lang = 'kk' | 'ru' | 'en';

/** Kazakh first: it is the state language and the language of the IPSM policy itself. */
export const LANGS: readonly Lang[] = ['kk', 'ru', 'en'];

/** One line of the summary, tied to its clause. */
export interface Point {
  id: string;
  /** Clause number in the document; also the value of `{clause}` in the document's anchor scheme. */
  clause: string;
  /** Words shown in place of the clause number, for parts of a policy that have none (a preamble). */
  label?: string;
  /** Always visible. */
  text: string;
  /** Shown on request. */
  more?: string;
}

/** The words of the moment of decision in one language (ISO/IEC 29184, 5.2). */
export interface Notice {
  title: string;
  points: Point[];
  /** The sentence that the person agrees to. */
  agree: string;
  accept: string;
  decline: string;
  /** Sentence of each optional purpose, by purpose id. */
  purposes?: Record<string, string>;
  /** What changed in this release, one line each. */
  changes?: string[];
}

/** The full text of a release in one language. */
export interface PolicyDocument {
  /** Absolute after reading; `null` where the manifest's URL is not safe to link to. */
  url: string | null;
  /** Lower-case hex SHA-256 of the bytes served. */
  sha256: string | null;
  /** Fragment scheme of the document's clauses, such as `#{clause}`. */
  anchor: string | null;
}

/** A purpose of processing. */
export interface Purpose {
  id: string;
  clause: string;
  /** Data Privacy Vocabulary term, such as `dpv:DirectMarketing`. */
  dpv: string;
  /** Whether registration needs it. */
  required: boolean;
}

/** A category of personal data. */
export interface DataItem {
  id: string;
  clause: string;
  dpv: string;
}

/** What the law wants a consent to contain; `null` where the policy does not state it. */
export interface Terms {
  /** A date, an ISO 8601 duration or `until-purpose-achieved`. */
  term: string | null;
  purposes: Purpose[];
  data: DataItem[];
  thirdParties: {transfer: boolean | null; who: string[]};
  crossBorder: {transfer: boolean | null; countries: string[] | null};
  publicSources: boolean | null;
  storage: {locations: string[] | null; retention: string | null};
  automated: boolean | null;
  withdraw: {url: string | null; email: string | null};
}

/** One published version of the policy. Never edited, never removed. */
export interface Release {
  version: string;
  /** ISO 8601 with offset; `null` means always in force. */
  effectiveFrom: string | null;
  /** `editorial` changes never ask again. */
  change: 'material' | 'editorial';
  documents: Partial<Record<Lang, PolicyDocument>>;
  notice: Partial<Record<Lang, Notice>>;
  terms: Terms;
}

/** The operator: who is responsible for the data. */
export interface Operator {
  name: string;
  bin: string | null;
  address: string | null;
  email: string | null;
  url: string | null;
}

/** `ipsm-policy/1`: the file that describes operator and releases. */
export interface Manifest {
  schema: 'ipsm-policy/1';
  id: string;
  /** ISO 3166-1 alpha-2. */
  jurisdiction: string;
  operator: Operator;
  releases: Release[];
}
