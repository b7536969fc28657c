import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {readManifest} from '../../src/core/manifest.js';
import {readRecord} from '../../src/core/record.js';
import {readStanding} from '../../src/core/standing.js';
import {refusalOf, withValue} from '../helpers/json.js';
import {aManifest, aRecord} from '../helpers/policy.js';

const REFERENCE = {id: '11111111-1111-4111-8111-111111111111', sha256: 'e'.repeat(64)};
const standing = {
  subject: 'person-7',
  status: 'given',
  version: '2026-01-01',
  at: '2026-03-05T10:00:00.000Z',
  last: REFERENCE,
  purposes: {services: 'given', ads: 'not-asked'},
};

/** Each shape with every field there. */
const SHAPES = {
  manifest: {read: readManifest as (json: unknown) => unknown, whole: aManifest({}, {version: '2'})},
  record: {read: readRecord, whole: aRecord({prev: REFERENCE, subject: {ref: 'x', nameFields: ['name']}})},
  standing: {read: readStanding, whole: standing},
};

type Row = [shape: keyof typeof SHAPES, path: string, value: unknown];

const RELEASE = 'releases[0]';
const NOTICE = `${RELEASE}.notice.kk`;
const TERMS = `${RELEASE}.terms`;

/** By code; the schema's test tries every field, these are the rules that a field can have. */
const REFUSED: Record<string, Row[]> = {
  type: [
    ['manifest', 'id', undefined],
    ['manifest', 'id', 5],
    ['manifest', `${RELEASE}.operator`, null],
    ['manifest', `${RELEASE}.operator`, []],
    ['manifest', 'releases', []],
    ['manifest', 'releases', {0: {}, length: 1}],
    ['manifest', `${RELEASE}.official`, []],
    ['manifest', `${NOTICE}.points`, []],
    ['manifest', `${NOTICE}.points`, undefined],
    ['manifest', `${NOTICE}.details`, null],
    ['manifest', `${NOTICE}.title`, ''],
    ['manifest', `${NOTICE}.title`, ' \n\u00a0\u2003\ufeff'],
    ['manifest', `${NOTICE}.question`, undefined],
    ['manifest', `${NOTICE}.agreeFor`, null],
    ['manifest', `${NOTICE}.changes`, null],
    ['manifest', `${NOTICE}.clauseNames.preamble`, ''],
    ['manifest', `${RELEASE}.documents.kk.url`, ''],
    ['manifest', `${RELEASE}.cancelled`, undefined],
    ['manifest', `${TERMS}.purposes[0].required`, 1],
    ['manifest', `${TERMS}.publicSources`, 'no'],
    ['record', 'prev', undefined],
    ['record', 'prev.sha256', undefined],
    ['record', 'policy.manifest', undefined],
    ['record', 'subject.nameFields[0]', ''],
    ['standing', 'last.sha256', null],
    ['standing', 'purposes', []],
  ],
  value: [
    ['manifest', 'schema', 'ipsm-policy/2'],
    ['manifest', 'id', 'Some'],
    ['manifest', 'id', 'a\n'],
    ['manifest', 'jurisdiction', 'kz'],
    ['manifest', `${RELEASE}.version`, '-1'],
    ['manifest', `${RELEASE}.version`, ' 1'],
    ['manifest', `${RELEASE}.version`, 'a'.repeat(65)],
    ['manifest', `${RELEASE}.change`, 'minor'],
    ['manifest', `${RELEASE}.official[0]`, 'kk-KZ'],
    ['manifest', `${NOTICE}.points[0].clauses[0]`, '2.'],
    ['manifest', `${NOTICE}.points[0].clauses[0]`, '§2'],
    ['manifest', `${NOTICE}.title`, 'a\ud83d'],
    ['manifest', `${NOTICE}.title`, '\ude00a'],
    ['manifest', `${NOTICE}.title`, `a${'\u0301\u0316'.repeat(16)}`],
    ['manifest', 'id', `a${'\u0301'.repeat(31)}`],
    ['manifest', 'schema', `a${'\u0301'.repeat(31)}`],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-12-01'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-12-01T00:00:00'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-12-01T24:00:00Z'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-12-01T00:00:60Z'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-12-01T00:00:00+24:00'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-12-01T00:00:00.1234Z'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-02-29T00:00:00Z'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2100-02-29T00:00:00Z'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-04-31T00:00:00Z'],
    ['manifest', `${RELEASE}.effectiveFrom`, '2026-00-01T00:00:00Z'],
    ['manifest', `${RELEASE}.effectiveFrom`, '0999-01-01T00:00:00Z'],
    ['manifest', `${RELEASE}.documents.kk.sha256`, 'A'.repeat(64)],
    ['manifest', `${TERMS}.term`, 'P'],
    ['manifest', `${TERMS}.term`, 'P1DT'],
    ['manifest', `${TERMS}.term`, 'P1D1Y'],
    ['manifest', `${TERMS}.term`, 'P10000D'],
    ['manifest', `${TERMS}.term`, 'P1.5Y'],
    ['manifest', `${TERMS}.term`, '2026-02-30'],
    ['manifest', `${TERMS}.term`, 'a year'],
    ['record', 'id', '0B8F5C1E-6F0A-4C55-9D0E-2D7A3F0C9A11'],
    ['record', 'id', '0b8f5c1e-6f0a-1c55-9d0e-2d7a3f0c9a11'],
    ['record', 'event.time', '2026-03-05T10:00:00Z'],
    ['record', 'event.time', '2026-13-05T10:00:00.000Z'],
    ['record', 'event.method', 'click'],
    ['record', 'policy.source', 'cache'],
    ['record', 'purposes[1].decision', 'withdrawn'],
    ['standing', 'status', 'unknown'],
    ['standing', 'purposes.ads', 'withdrawn'],
  ],
};

const TAKEN: Row[] = [
  ['manifest', `${RELEASE}.effectiveFrom`, null],
  ['manifest', `${RELEASE}.effectiveFrom`, '2028-02-29T23:59:59.5-11:30'],
  ['manifest', `${RELEASE}.official`, ['ru', 'kk']],
  ['manifest', `${RELEASE}.operator.bin`, null],
  ['manifest', `${RELEASE}.version`, `A${'.'.repeat(63)}`],
  ['manifest', `${RELEASE}.documents.kk.url`, 'kk.html'],
  ['manifest', `${RELEASE}.documents.kk.url`, 'javascript:alert(1)'],
  ['manifest', `${RELEASE}.operator.url`, 'HTTPS://Operator.example'],
  ['manifest', `${NOTICE}.details`, []],
  ['manifest', `${NOTICE}.agreeFor`, undefined],
  ['manifest', `${NOTICE}.clauseNames`, undefined],
  ['manifest', `${NOTICE}.purposes`, {constructor: 'A', 'to-string': 'B'}],
  ['manifest', `${NOTICE}.title`, '😀'],
  ['manifest', `${NOTICE}.title`, `a${'\u20dd'.repeat(30)}`],
  ['manifest', `${RELEASE}.notice.ru`, undefined],
  ['manifest', `${TERMS}.term`, 'P1Y2M3W4DT5H6M7S'],
  ['manifest', `${TERMS}.term`, 'PT9999S'],
  ['manifest', `${TERMS}.term`, '2027-01-01'],
  ['manifest', `${TERMS}.term`, '2027-01-01T00:00:00+05:00'],
  ['record', 'prev', null],
  ['record', 'event.method', 'form-fallback'],
  ['record', 'policy.source', 'inline'],
  ['record', 'policy.manifest', null],
  ['standing', 'last', null],
  ['standing', 'purposes', {}],
];

const inWords = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 60);

describe('a reader', () => {
  for (const [name, {read, whole}] of Object.entries(SHAPES)) {
    it(`takes a ${name} with every field, and leaves out every other`, () => {
      const deeper = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(deeper);
        if (typeof value !== 'object' || value === null) return value;
        const members = Object.entries(value).map(([key, each]) => [key, deeper(each)]);
        return Object.fromEntries([['NEW', {a: [1]}], ...members]);
      };
      const isMap = /"(purposes|clauseNames)":\{"NEW":\{"a":\[1\]\},/g;
      const json = JSON.stringify(deeper(whole)).replace(isMap, '"$1":{');
      const hostile = json.replaceAll('"NEW":', '"__proto__":{"polluted":true},"NEW":');
      for (const text of [json, hostile]) {
        const result = read(JSON.parse(text));
        expect(result).to.deep.equal(whole);
        expect(canonicalJson(result)).to.equal(canonicalJson(whole));
      }
      expect({}).not.to.have.property('polluted');
    });

    for (const json of [null, true, 5, NaN, 10n, Symbol('x'), () => 1, '{}', [], new Date(0), undefined]) {
      it(`of a ${name} refuses ${String(json) || 'a list'}`, () => {
        const path = json instanceof Date ? Object.keys(whole)[0]! : '';
        expect(refusalOf(() => read(json))).to.include({code: 'type', path});
      });
    }

    it(`takes no field of a ${name} from a prototype`, () => {
      const first = Object.keys(whole)[0]!;
      expect(refusalOf(() => read(Object.create(whole)))).to.include({code: 'type', path: first});
    });
  }

  for (const [code, rows] of Object.entries(REFUSED)) {
    for (const [shape, path, value] of rows) {
      it(`refuses ${inWords(value)} at ${path} of a ${shape}`, () => {
        const {read, whole} = SHAPES[shape];
        const refusal = refusalOf(() => read(withValue(whole, path, value)));
        expect(refusal).to.include({code, path});
        expect(refusal.message)
          .to.match(/^\S+: expected .+, found .+\.$/)
          .and.to.have.length.below(250);
      });
    }
  }

  for (const [shape, path, value] of TAKEN) {
    it(`takes ${inWords(value)} at ${path} of a ${shape}, as written`, () => {
      const {read, whole} = SHAPES[shape];
      const json = withValue(whole, path, value);
      expect(read(json)).to.deep.equal(json);
    });
  }

  for (const [path, composed] of [
    [`${NOTICE}.title`, 'é ё й'],
    [`${RELEASE}.operator.address`, 'Майдан'],
    [`${TERMS}.thirdParties.who[0]`, 'й'],
  ] as const) {
    it(`composes decomposed letters at ${path}`, () => {
      const json = withValue(aManifest(), path, composed.normalize('NFD'));
      expect(readManifest(json)).to.deep.equal(withValue(aManifest(), path, composed));
    });
  }

  it('composes before it compares: the Kelvin sign is a K', () => {
    expect(readManifest(withValue(aManifest(), 'jurisdiction', '\u212aZ')).jurisdiction).to.equal('KZ');
  });

  it('leaves out what is under no language, whatever it is', () => {
    const {kk} = aManifest().releases[0]!.notice;
    const json = withValue(aManifest(), `${RELEASE}.notice`, {kk, 'kk-KZ': 5, KK: null, '': []});
    expect(readManifest(json).releases[0]!.notice).to.deep.equal({kk});
  });

  it('keeps a language that the elements do not speak', () => {
    const {kk} = aManifest().releases[0]!.notice;
    const json = withValue(aManifest(), `${RELEASE}.notice.uz`, kk);
    expect(readManifest(json)).to.deep.equal(json);
  });

  for (const key of ['Ads', '', '__proto__', 'a b', 'ә']) {
    it(`refuses ${JSON.stringify(key)} as the id of a purpose that has a sentence`, () => {
      const purposes: unknown = JSON.parse(`{"ads":"A",${JSON.stringify(key)}:"B"}`);
      expect(
        refusalOf(() => readManifest(withValue(aManifest(), `${NOTICE}.purposes`, purposes))),
      ).to.include({
        code: 'value',
        path: `${NOTICE}.purposes.${key}`,
      });
    });
  }

  it('refuses nesting that no stack holds, by its path', () => {
    let schema: unknown = [];
    for (let depth = 0; depth < 100_000; depth++) schema = [schema];
    expect(refusalOf(() => readManifest({schema}))).to.include({code: 'type', path: 'schema'});
  });

  it('is quick with endless marks, which take the square of their number to compose', () => {
    const title = `a${'\u0301\u0316'.repeat(500_000)}`;
    expect(refusalOf(() => readManifest(withValue(aManifest(), `${NOTICE}.title`, title))).code).to.equal(
      'value',
    );
  });

  it('names the first fault: fields in the order of the tables, maps in that of their keys', () => {
    const release = {...aManifest().releases[0]!, notice: {ru: {}, kk: {}}, terms: {}};
    const json: {releases: object[]} = {...aManifest(), releases: [release]};
    expect(refusalOf(() => readManifest(json)).path).to.equal('releases[0].notice.kk.question');
  });
});

describe('the manifest reader', () => {
  const point = aManifest().releases[0]!.notice.kk!.points[0]!;
  const begins = (effectiveFrom: string | null, cancelled: string | null = null) => ({
    effectiveFrom,
    cancelled,
  });
  const [JANUARY, JUNE] = ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'];
  const two = (a: object, b: object) => aManifest({version: 'a', ...a}, {version: 'b', ...b});

  for (const [what, json, code, path] of [
    ['a version twice', two({}, {version: 'a'}), 'duplicate', 'releases[1].version'],
    [
      'a purpose twice',
      withValue(aManifest(), `${TERMS}.purposes[1].id`, 'services'),
      'duplicate',
      `${TERMS}.purposes[1].id`,
    ],
    [
      'a category of data twice',
      withValue(aManifest(), `${TERMS}.data[1]`, {id: 'name', clause: '1', dpv: 'pd:Name'}),
      'duplicate',
      `${TERMS}.data[1].id`,
    ],
    [
      'a point twice in the first layer',
      withValue(aManifest(), `${NOTICE}.points[1]`, point),
      'duplicate',
      `${NOTICE}.points[1].id`,
    ],
    [
      'a point in both layers',
      withValue(aManifest(), `${NOTICE}.details[0]`, point),
      'duplicate',
      `${NOTICE}.details[0].id`,
    ],
    ['no notice', withValue(aManifest(), `${RELEASE}.notice`, {}), 'missing', `${RELEASE}.notice`],
    [
      'documents under no language',
      withValue(aManifest(), `${RELEASE}.documents`, {KK: null}),
      'missing',
      `${RELEASE}.documents`,
    ],
    [
      'two that begin at one moment',
      two(begins(JUNE), begins('2026-06-01T05:00:00+05:00')),
      'duplicate',
      'releases[1].effectiveFrom',
    ],
    ['two without date', two(begins(null), begins(null)), 'duplicate', 'releases[1].effectiveFrom'],
    ['a cancellation at its beginning', two({}, begins(JUNE, JUNE)), 'value', 'releases[1].cancelled'],
    ['a cancellation after it', two({}, begins(JANUARY, JUNE)), 'value', 'releases[1].cancelled'],
    ['a cancellation of what has no date', two({}, begins(null, JUNE)), 'value', 'releases[1].cancelled'],
    [
      'of two faults that of the release before',
      withValue(two({}, {version: 'a'}), `${TERMS}.purposes[1].id`, 'services'),
      'duplicate',
      `${TERMS}.purposes[1].id`,
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(refusalOf(() => readManifest(json))).to.include({code, path});
    });
  }

  for (const [what, json] of [
    ['a cancellation before its beginning', two(begins(null), begins(JUNE, '2026-06-01T04:59:59+05:00'))],
    ['two at one moment of which one is cancelled', two(begins(JUNE, JANUARY), begins(JUNE))],
    ['two cancelled ones at one moment', two(begins(JUNE, JANUARY), begins(JUNE, JANUARY))],
    ['only a cancelled one', aManifest(begins(JUNE, JANUARY))],
    [
      'one operator in one release and another in the next',
      two({}, {operator: {...aManifest().releases[0]!.operator, name: 'New'}}),
    ],
  ] as const) {
    it(`takes ${what}`, () => {
      expect(readManifest(json)).to.deep.equal(json);
    });
  }
});
