import {expect} from 'chai';
import {readManifest} from '../../src/core/read-manifest.js';
import {refusalOf, withValue} from '../helpers/json.js';
import {aManifest, aRelease} from '../helpers/policy.js';

const asIs = (url: string) => url;
const read = (json: unknown) => readManifest(json, asIs);

/** A manifest in which every optional field is there. */
function full() {
  const manifest = aManifest({}, {version: '2026-06-01'});
  const notice = manifest.releases[0]!.notice.kk!;
  notice.points[0]!.label = 'Preamble';
  notice.changes = ['Shorter'];
  return manifest;
}

const RELEASE = 'releases[0]';
const DOCUMENT = `${RELEASE}.documents.kk`;
const NOTICE = `${RELEASE}.notice.kk`;
const TERMS = `${RELEASE}.terms`;

/** Paths by what is expected there. */
const TEXTS = [
  'id',
  'operator.name',
  `${RELEASE}.version`,
  `${NOTICE}.title`,
  `${NOTICE}.points[0].id`,
  `${NOTICE}.points[0].clause`,
  `${NOTICE}.points[0].text`,
  `${NOTICE}.agree`,
  `${NOTICE}.accept`,
  `${NOTICE}.decline`,
  `${TERMS}.purposes[0].id`,
  `${TERMS}.purposes[0].clause`,
  `${TERMS}.purposes[0].dpv`,
  `${TERMS}.data[0].id`,
  `${TERMS}.data[0].clause`,
  `${TERMS}.data[0].dpv`,
];
const ENTRIES = [
  `${NOTICE}.changes[0]`,
  `${NOTICE}.purposes.ads`,
  `${TERMS}.thirdParties.who[0]`,
  `${TERMS}.crossBorder.countries[0]`,
  `${TERMS}.storage.locations[0]`,
];
const OPTIONAL_TEXTS = [`${NOTICE}.points[0].label`, `${NOTICE}.points[0].more`];
const TEXTS_OR_NULL = [
  'operator.bin',
  'operator.address',
  'operator.email',
  'operator.url',
  `${DOCUMENT}.url`,
  `${DOCUMENT}.anchor`,
  `${TERMS}.term`,
  `${TERMS}.storage.retention`,
  `${TERMS}.withdraw.url`,
  `${TERMS}.withdraw.email`,
];
const FLAGS = [`${TERMS}.purposes[1].required`];
const FLAGS_OR_NULL = [
  `${TERMS}.thirdParties.transfer`,
  `${TERMS}.crossBorder.transfer`,
  `${TERMS}.publicSources`,
  `${TERMS}.automated`,
];
const OBJECTS = [
  'operator',
  'releases[1]',
  `${RELEASE}.documents`,
  DOCUMENT,
  `${RELEASE}.notice`,
  NOTICE,
  `${NOTICE}.points[0]`,
  TERMS,
  `${TERMS}.purposes[0]`,
  `${TERMS}.data[0]`,
  `${TERMS}.thirdParties`,
  `${TERMS}.crossBorder`,
  `${TERMS}.storage`,
  `${TERMS}.withdraw`,
];
const FILLED_LISTS = ['releases', `${NOTICE}.points`, `${TERMS}.purposes`, `${TERMS}.data`];
const LISTS = [`${TERMS}.thirdParties.who`];
const LISTS_OR_NULL = [`${TERMS}.crossBorder.countries`, `${TERMS}.storage.locations`];

const times = (paths: string[], ...values: unknown[]) =>
  paths.flatMap((path) => values.map((value) => [path, value] as const));

const NO_TEXT = [5, true, '', ' \n', 'a\ud83d', {}, []];
const NO_FLAG = [0, 1, 'true', {}];
const NO_OBJECT = [5, 'text', true, []];
const NO_LIST = [5, 'text', {}, {0: 'a', length: 1}];

const WRONG_TYPES: (readonly [string, unknown])[] = [
  ['', null],
  ['', 'ipsm-policy/1'],
  ['', []],
  ...times(TEXTS, ...NO_TEXT, null, undefined),
  ...times(ENTRIES, ...NO_TEXT, null),
  ...times(OPTIONAL_TEXTS, ...NO_TEXT, null),
  ...times(TEXTS_OR_NULL, ...NO_TEXT, undefined),
  ...times(FLAGS, ...NO_FLAG, null, undefined),
  ...times(FLAGS_OR_NULL, ...NO_FLAG, undefined),
  ...times(OBJECTS, ...NO_OBJECT, null),
  ...times(FILLED_LISTS, ...NO_LIST, null, undefined, []),
  ...times(LISTS, ...NO_LIST, null, undefined),
  ...times(LISTS_OR_NULL, ...NO_LIST, undefined),
  ...times([`${NOTICE}.changes`, `${NOTICE}.purposes`], 5, 'text', null, true),
];

const WRONG_VALUES: (readonly [string, unknown])[] = [
  ...times(['schema'], 'ipsm-policy/2', 'ipsm-policy', '', 1, null, undefined),
  ...times(['jurisdiction'], 'kz', 'KAZ', 'K', 'KZ\n', '', 1, null, undefined),
  ...times([`${RELEASE}.change`], 'minor', 'Material', '', 1, null, undefined),
  ...times(
    [`${DOCUMENT}.sha256`],
    'a'.repeat(63),
    'a'.repeat(65),
    'A'.repeat(64),
    'g'.repeat(64),
    `${'a'.repeat(64)}\n`,
    '',
    1,
    undefined,
  ),
  ...times(
    [`${RELEASE}.effectiveFrom`],
    '2026-12-01',
    '2026-12-01T00:00:00',
    '2026-12-01 00:00:00+05:00',
    '2026-12-01T00:00:00+0500',
    '2026-13-01T00:00:00+05:00',
    '2026-02-30T00:00:00+05:00',
    '2026-12-01T25:00:00+05:00',
    'tomorrow',
    '',
    1,
    undefined,
  ),
];

const inWords = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));

describe('the manifest reader', () => {
  it('takes a manifest with every field', () => {
    expect(read(full())).to.deep.equal(full());
  });

  for (const [code, rows] of [
    ['type', WRONG_TYPES],
    ['value', WRONG_VALUES],
  ] as const) {
    for (const [path, value] of rows) {
      it(`refuses ${inWords(value)} at ${path || 'the top'}`, () => {
        const json = path ? withValue(full(), path, value) : value;
        const refusal = refusalOf(() => read(json));
        expect(refusal).to.include({code, path});
        expect(refusal.message).to.include(path || 'The input');
      });
    }
  }

  for (const [path, value] of [
    ...times(TEXTS_OR_NULL, null),
    ...times(OPTIONAL_TEXTS, undefined),
    ...times(FLAGS_OR_NULL, null, true, false),
    ...times(LISTS_OR_NULL, null, []),
    ...times(LISTS, []),
    ...times([`${NOTICE}.changes`, `${NOTICE}.purposes`], undefined),
    ...times([`${DOCUMENT}.sha256`], null),
    ...times(
      [`${RELEASE}.effectiveFrom`],
      null,
      '2026-12-01T00:00:00Z',
      '2026-12-01T00:00Z',
      '2026-12-01T00:00:00.000-11:00',
      '1970-01-01T00:00:00Z',
      '2028-02-29T23:59:59+05:00',
    ),
    ...times([`${RELEASE}.change`], 'editorial'),
    ...times([`${RELEASE}.documents.ru`, `${RELEASE}.notice.ru`], undefined),
  ]) {
    it(`takes ${inWords(value)} at ${path}`, () => {
      const json = withValue(full(), path, value);
      expect(read(json)).to.deep.equal(json);
    });
  }

  for (const [what, path, value, code] of [
    ['a version twice', 'releases[1].version', '2026-01-01', 'duplicate'],
    ['a purpose twice', `${TERMS}.purposes[1].id`, 'services', 'duplicate'],
    ['a release without notice', `${RELEASE}.notice`, {}, 'missing'],
    ['a release without document', `${RELEASE}.documents`, {}, 'missing'],
    ['a notice in no language of ours only', `${RELEASE}.notice`, {de: aRelease().notice.en}, 'missing'],
    [
      'documents in no language of ours only',
      `${RELEASE}.documents`,
      {de: aRelease().documents.en},
      'missing',
    ],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(refusalOf(() => read(withValue(full(), path, value)))).to.include({code, path});
    });
  }

  it('names the second release where the fault is there', () => {
    const json = withValue(full(), 'releases[1].terms.purposes[1].id', 'services');
    expect(refusalOf(() => read(json)).path).to.equal('releases[1].terms.purposes[1].id');
  });

  it('takes the same purpose in two releases', () => {
    expect(read(aManifest({version: 'a'}, {version: 'b'})).releases).to.have.length(2);
  });

  it('leaves out languages that are not ours, whatever they hold', () => {
    expect(read(withValue(full(), `${RELEASE}.notice.de`, 5))).to.deep.equal(full());
  });

  it('resolves every address, and only addresses', () => {
    const manifest = withValue(full(), `${RELEASE}.documents`, {kk: full().releases[0]!.documents.kk});
    const asked: string[] = [];
    const json = {...manifest, releases: manifest.releases.slice(0, 1)};
    const result = readManifest(json, (url) => (asked.push(url), null));
    expect(asked.sort()).to.deep.equal([
      'https://operator.example/',
      'https://operator.example/kk.html',
      'https://operator.example/withdraw',
    ]);
    expect([
      result.operator.url,
      result.releases[0]!.documents.kk!.url,
      result.releases[0]!.terms.withdraw.url,
    ]).to.deep.equal([null, null, null]);
  });
});
