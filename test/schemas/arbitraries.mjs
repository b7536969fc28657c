import fc from 'fast-check';

/** A text as the formats take it: something in it, no lone surrogate. */
export const text = fc
  .oneof(fc.string({minLength: 1, maxLength: 8}), fc.string({unit: 'grapheme', minLength: 1, maxLength: 4}))
  .filter((value) => value.trim() !== '' && value.isWellFormed());
const orNull = (arbitrary) => fc.option(arbitrary, {nil: null});
const texts = fc.array(text, {maxLength: 3});
const yesNo = orNull(fc.boolean());
const sha256 = fc.string({unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64});
const uuid = fc.uuid({version: 4});
const lang = fc.constantFrom('kk', 'ru', 'en');
const date = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const offset = fc.oneof(fc.constant('Z'), fc.constantFrom('+05:00', '-11:30', '+23:59', '-00:00'));
const clock = fc.oneof(
  date.map((value) => value.toISOString().slice(11, 23)),
  date.map((value) => value.toISOString().slice(11, 16)),
  fc.constantFrom('24:00', '24:00:00', '24:00:00.000', '23:59:59.999999999'),
);

/** A date and time that names its offset. */
export const instant = fc
  .tuple(date, clock, offset)
  .map(([day, time, zone]) => `${day.toISOString().slice(0, 10)}T${time}${zone}`);

const unique = (arbitrary, key) => ({
  selector: (item) => String(item[key]).normalize(),
  arbitrary,
});
const list = ({arbitrary, selector}, maxLength) =>
  fc.uniqueArray(arbitrary, {minLength: 1, maxLength, selector});
const perLang = (arbitrary) =>
  fc
    .record(
      {kk: arbitrary, ru: arbitrary, en: arbitrary, de: fc.jsonValue({maxDepth: 1})},
      {requiredKeys: []},
    )
    .filter(({kk, ru, en}) => Boolean(kk ?? ru ?? en));

const point = fc.record(
  {id: text, clause: text, text, label: text, more: text},
  {requiredKeys: ['id', 'clause', 'text']},
);
const notice = fc.record(
  {
    title: text,
    points: fc.array(point, {minLength: 1, maxLength: 2}),
    agree: text,
    accept: text,
    decline: text,
    purposes: fc.dictionary(text, text, {maxKeys: 2}),
    changes: texts,
  },
  {requiredKeys: ['title', 'points', 'agree', 'accept', 'decline']},
);
const dataItem = fc.record({id: text, clause: text, dpv: text});
const purpose = {id: text, clause: text, dpv: text, required: fc.boolean()};
const sharedTerms = {
  data: fc.array(dataItem, {minLength: 1, maxLength: 2}),
  thirdParties: fc.record({transfer: yesNo, who: texts}),
  crossBorder: fc.record({transfer: yesNo, countries: orNull(texts)}),
  publicSources: yesNo,
  storage: fc.record({locations: orNull(texts), retention: orNull(text)}),
  automated: yesNo,
  withdraw: fc.record({url: orNull(text), email: orNull(text)}),
};
const operator = fc.record({
  name: text,
  bin: orNull(text),
  address: orNull(text),
  email: orNull(text),
  url: orNull(text),
});
const release = fc.record({
  version: text,
  effectiveFrom: orNull(instant),
  change: fc.constantFrom('material', 'editorial'),
  documents: perLang(fc.record({url: text, sha256: orNull(sha256), anchor: orNull(text)})),
  notice: perLang(notice),
  terms: fc.record({term: orNull(text), purposes: list(unique(fc.record(purpose), 'id'), 3), ...sharedTerms}),
});

/** Manifests that the reader takes. */
export const manifest = fc.record({
  schema: fc.constant('ipsm-policy/1'),
  id: text,
  jurisdiction: fc.constantFrom('KZ', 'UZ'),
  operator,
  releases: list(unique(release, 'version'), 2),
});

/** Records that the reader takes. */
export const record = fc.record({
  schema: fc.constant('ipsm-consent-record/1'),
  id: uuid,
  prev: orNull(fc.record({id: uuid, sha256: orNull(sha256)})),
  jurisdiction: text,
  event: fc.record({
    state: fc.constantFrom('given', 'declined', 'withdrawn'),
    time: date.map((value) => value.toISOString()),
    by: fc.constantFrom('self', 'representative'),
    method: fc.constantFrom('form-checkbox', 'banner-button', 'status-button', 'script'),
    valid: orNull(text),
  }),
  subject: fc.record({ref: orNull(text), nameFields: texts}),
  operator,
  policy: fc.record({
    id: text,
    version: text,
    lang,
    url: orNull(text),
    sha256: orNull(sha256),
    source: fc.constantFrom('network', 'cached', 'bundled'),
    effectiveFrom: orNull(instant),
  }),
  notice: fc.record({lang, sha256: orNull(sha256)}),
  purposes: fc.array(fc.record({...purpose, decision: fc.constantFrom('given', 'declined', 'not-asked')}), {
    minLength: 1,
    maxLength: 2,
  }),
  ...sharedTerms,
  gaps: texts,
  generator: text,
});

/** How many cases a property is tried with. */
export const RUNS = Number(process.env.FC_RUNS ?? 10_000);
