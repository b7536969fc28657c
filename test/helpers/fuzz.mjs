import fc from 'fast-check';

/** How many cases a property is tried with. */
export const RUNS = Number(process.env.FC_RUNS ?? 10_000);

/** A deep copy that keeps a key `__proto__` and lone surrogates. */
export const copy = (value) => JSON.parse(JSON.stringify(value));

/** Sets a member, also one called `__proto__`. */
export const put = (parent, key, value) =>
  Object.defineProperty(parent, key, {value, enumerable: true, configurable: true, writable: true});

/** All paths into a value, its own empty one left out. @returns {(string | number)[][]} */
export function pathsOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[...path, key], ...pathsOf(value[key], [...path, key])]);
}

export const at = (value, path) => path.reduce((parent, key) => parent[key], value);

/** A path as readers write it. */
export const inWords = (path) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

/** A text as the formats take it, composed as readers compose it. */
export const text = fc
  .oneof(fc.string({minLength: 1, maxLength: 8}), fc.string({unit: 'grapheme', minLength: 1, maxLength: 4}))
  .map((value) => value.normalize())
  .filter((value) => value.trim() !== '' && value.isWellFormed());
const orNull = (arbitrary) => fc.option(arbitrary, {nil: null});
const texts = fc.array(text, {maxLength: 3});
const flag = orNull(fc.boolean());
const sha256 = fc.string({unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64});
const letters = (letter, maxLength) => fc.string({unit: fc.constantFrom(...letter), minLength: 1, maxLength});
const id = fc.oneof(letters('abz09-', 4), fc.constantFrom('constructor', 'length', 'name'));
const clause = fc.constantFrom('1', '2.2.10', '3.4', 'preamble');
const langs = ['kk', 'ru', 'en', 'uz', 'kaz'];
const byLang = (arbitrary) =>
  fc
    .uniqueArray(fc.constantFrom(...langs), {minLength: 1, maxLength: 3})
    .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, arbitrary]))));
const distinct = (arbitrary, minLength, maxLength, selector = (item) => item.id) =>
  fc.uniqueArray(arbitrary, {minLength, maxLength, selector});

const notice = fc
  .record(
    {
      question: text,
      brief: text,
      title: text,
      rows: distinct(fc.record({id, label: text, text, clauses: fc.array(clause, {maxLength: 2})}), 1, 4),
      clauseNames: fc.dictionary(id, text, {maxKeys: 2}),
      agree: text,
      agreeFor: text,
      accept: text,
      decline: text,
      purposes: fc.dictionary(id, text, {maxKeys: 2}),
      changes: texts,
    },
    {requiredKeys: ['question', 'brief', 'title', 'rows', 'agree', 'accept', 'decline']},
  )
  .map(({rows, ...words}) => ({...words, points: rows.slice(0, 1), details: rows.slice(1)}));

const release = fc.record({
  version: letters('abZ09', 3),
  effectiveFrom: orNull(
    fc
      .tuple(fc.integer({min: 1, max: 12}), fc.constantFrom('Z', '+05:00', '-11:30'))
      .map(([month, zone]) => `2026-${String(month).padStart(2, '0')}-01T00:00:00${zone}`),
  ),
  change: fc.constantFrom('material', 'editorial'),
  cancelled: fc.constant(null),
  operator: fc.record({
    name: text,
    bin: orNull(text),
    address: orNull(text),
    email: orNull(text),
    url: orNull(text),
  }),
  official: fc.array(fc.constantFrom(...langs), {minLength: 1, maxLength: 2}),
  documents: byLang(fc.record({url: orNull(text), sha256: orNull(sha256), anchor: orNull(text)})),
  notice: byLang(notice),
  terms: fc.record({
    term: fc.constantFrom(
      null,
      'until-purpose-achieved',
      'P1Y',
      'P1M2DT3H',
      '2027-01-01',
      '2027-01-01T00:00:00Z',
    ),
    purposes: distinct(fc.record({id, clause, dpv: text, required: fc.boolean()}), 1, 3),
    data: distinct(fc.record({id, clause, dpv: text}), 1, 2),
    thirdParties: fc.record({transfer: flag, who: texts}),
    crossBorder: fc.record({transfer: flag, countries: orNull(texts)}),
    publicSources: flag,
    storage: fc.record({locations: orNull(texts), retention: orNull(text)}),
    automated: flag,
    withdraw: fc.record({url: orNull(text), email: orNull(text)}),
  }),
});

const startOf = ({effectiveFrom}) => (effectiveFrom === null ? null : Date.parse(effectiveFrom));
const distinctReleases = distinct(release, 1, 3, ({version}) => version).map((releases) =>
  releases.filter((one, i) => releases.findIndex((other) => startOf(other) === startOf(one)) === i),
);

/** Manifests that the reader takes. */
export const manifest = fc.record({
  schema: fc.constant('ipsm-policy/1'),
  id,
  jurisdiction: fc.constantFrom('KZ', 'UZ'),
  releases: distinctReleases,
});

const NEARLY = [
  ...[null, 0, 1, -1.5, true, false, [], {}, [''], [null], [[]], {kk: 5}, {de: {}}],
  ...['', ' ', '\n\u2003\ufeff', 'a\ud83d', '\udc00b', 'e\u0301', '\u0000', `a${'\u0301'.repeat(40)}`],
  ...['a'.repeat(64), 'A'.repeat(64), '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11', '2026-03-05T10:00:00.000Z'],
  ...'é Қ😀 2026-12-01T00:00:00+05:00 2026-12-01 2026-02-29T00:00:00Z KZ kk uz 2.2.1 P1Y material'.split(' '),
  ...'editorial given declined withdrawn not-asked self script network inline form-fallback'.split(' '),
];

/** Any JSON, mostly what is nearly right. */
export const someValue = fc.oneof(
  {arbitrary: fc.constantFrom(...NEARLY), weight: 5},
  {arbitrary: fc.jsonValue({maxDepth: 2}), weight: 1},
);
