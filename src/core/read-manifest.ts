import {
  LANGS,
  type DataItem,
  type Manifest,
  type Notice,
  type Operator,
  type Point,
  type PolicyDocument,
} from './manifest.js';
import type {Lang, Purpose, Release, Terms} from './manifest.js';
import {
  flag,
  list,
  mapOf,
  matching,
  oneOf,
  optional,
  orNull,
  refuse,
  shape,
  text,
  type Reader,
} from './reader.js';

/** Lower-case hex SHA-256. */
export const sha256Text = matching(/^[0-9a-f]{64}$/, '64 lower-case hex digits');

/** Whether the calendar has the day that the text begins with. V8 takes 30 February for 2 March. */
const isDay = (text: string) => new Date(text.slice(0, 10)).toJSON()?.startsWith(text.slice(0, 10));

/** ISO 8601 date and time that names its offset: a time without one is another moment in every time zone. */
export const instant: Reader<string> = (value, path) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  isDay(value)
    ? value
    : refuse(path, 'a date and time with offset, such as 2026-12-01T00:00:00+05:00', value, 'value');

const words = orNull(text);
const wordList = list(text);
const yesNo = orNull(flag);

const point = shape<Point>({
  id: text,
  clause: text,
  label: optional(text),
  text,
  more: optional(text),
});

const notice = shape<Notice>({
  title: text,
  points: list(point, 1),
  agree: text,
  accept: text,
  decline: text,
  purposes: optional(mapOf(text)),
  changes: optional(wordList),
});

/** The operator as manifests and records hold it. */
export const operatorOf = (url: Reader<string | null>) =>
  shape<Operator>({name: text, bin: words, address: words, email: words, url: orNull(url)});

/** Fields that a release's terms and a record share word for word. */
export const sharedTerms = (url: Reader<string | null>) => ({
  data: list(shape<DataItem>({id: text, clause: text, dpv: text}), 1),
  thirdParties: shape<Terms['thirdParties']>({transfer: yesNo, who: wordList}),
  crossBorder: shape<Terms['crossBorder']>({transfer: yesNo, countries: orNull(wordList)}),
  publicSources: yesNo,
  storage: shape<Terms['storage']>({locations: orNull(wordList), retention: words}),
  automated: yesNo,
  withdraw: shape<Terms['withdraw']>({url: orNull(url), email: words}),
});

function releaseOf(url: Reader<string | null>) {
  const perLang = <T>(read: Reader<T>) => mapOf(read, LANGS) as Reader<Partial<Record<Lang, T>>>;
  return shape<Release>({
    version: text,
    effectiveFrom: orNull(instant),
    change: oneOf('material', 'editorial'),
    documents: perLang(
      shape<PolicyDocument>({url: orNull(url), sha256: orNull(sha256Text), anchor: orNull(text)}),
    ),
    notice: perLang(notice),
    terms: shape<Terms>({
      term: words,
      purposes: list(shape<Purpose>({id: text, clause: text, dpv: text, required: flag}), 1),
      ...sharedTerms(url),
    }),
  });
}

function distinct(values: string[], path: (i: number) => string) {
  values.forEach((value, i) => {
    if (values.indexOf(value) !== i) refuse(path(i), 'a value that no other entry has', value, 'duplicate');
  });
}

/**
 * Reads a manifest of unknown origin.
 * @param json the parsed JSON
 * @param resolve makes a URL of the manifest absolute, or `null` where it is not safe to link to
 * @throws {ReadError} with code and path
 */
export function readManifest(json: unknown, resolve: (url: string) => string | null): Manifest {
  const url: Reader<string | null> = (value, path) => resolve(text(value, path));
  const manifest = shape<Manifest>({
    schema: oneOf('ipsm-policy/1'),
    id: text,
    jurisdiction: matching(/^[A-Z]{2}$/, 'an ISO 3166 country code'),
    operator: operatorOf(url),
    releases: list(releaseOf(url), 1),
  })(json, '');
  distinct(
    manifest.releases.map((release) => release.version),
    (i) => `releases[${i}].version`,
  );
  manifest.releases.forEach((release, i) => {
    distinct(
      release.terms.purposes.map((purpose) => purpose.id),
      (j) => `releases[${i}].terms.purposes[${j}].id`,
    );
    for (const map of ['notice', 'documents'] as const) {
      if (!Object.keys(release[map]).length) refuse(`releases[${i}].${map}`, LANGS.join(', '), {}, 'missing');
    }
  });
  return manifest;
}
