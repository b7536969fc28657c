import {expect} from 'chai';
import {readRecord} from '../../src/core/read-record.js';
import {fetchJson, refusalOf, withValue} from '../helpers/json.js';

const DIGEST = 'a'.repeat(64);
const ID = '11111111-1111-4111-8111-111111111111';

const times = (paths: string[], ...values: unknown[]) =>
  paths.flatMap((path) => values.map((value) => [path, value] as const));

const NO_TEXT = [5, true, '', ' ', '\ude00', {}, []];
const NO_FLAG = [0, 'true', {}];
const NO_OBJECT = [5, 'text', []];
const NO_LIST = [5, 'text', {}];

const WRONG_TYPES: (readonly [string, unknown])[] = [
  ...times([''], null, 5, 'text', []),
  ...times(
    [
      'jurisdiction',
      'operator.name',
      'policy.id',
      'policy.version',
      'purposes[4].id',
      'purposes[4].clause',
      'purposes[4].dpv',
      'data[3].id',
      'data[3].clause',
      'data[3].dpv',
      'generator',
    ],
    ...NO_TEXT,
    null,
    undefined,
  ),
  ...times(['subject.nameFields[0]', 'thirdParties.who[0]', 'gaps[0]'], ...NO_TEXT, null),
  ...times(
    [
      'event.valid',
      'subject.ref',
      'operator.bin',
      'operator.address',
      'operator.email',
      'operator.url',
      'policy.url',
      'storage.retention',
      'withdraw.url',
      'withdraw.email',
    ],
    ...NO_TEXT,
    undefined,
  ),
  ...times(['purposes[0].required'], ...NO_FLAG, null, undefined),
  ...times(
    ['thirdParties.transfer', 'crossBorder.transfer', 'publicSources', 'automated'],
    ...NO_FLAG,
    undefined,
  ),
  ...times(['prev'], ...NO_OBJECT, undefined),
  ...times(
    [
      'event',
      'subject',
      'operator',
      'policy',
      'notice',
      'purposes[0]',
      'data[0]',
      'thirdParties',
      'crossBorder',
      'storage',
      'withdraw',
    ],
    ...NO_OBJECT,
    null,
  ),
  ...times(['purposes', 'data'], ...NO_LIST, null, undefined, []),
  ...times(['subject.nameFields', 'thirdParties.who', 'gaps'], ...NO_LIST, null, undefined),
  ...times(['crossBorder.countries', 'storage.locations'], ...NO_LIST, undefined),
];

const NO_DIGEST = ['A'.repeat(64), 'a'.repeat(63), `${DIGEST}a`, '', 5, undefined];
const NO_LANG = ['kz', 'KK', 'de', '', 5, null, undefined];

const WRONG_VALUES: (readonly [string, unknown])[] = [
  ...times(['schema'], 'ipsm-consent-record/2', '', 5, null, undefined),
  ...times(
    ['id', 'prev.id'],
    '11111111-1111-1111-8111-111111111111',
    '11111111-1111-4111-7111-111111111111',
    ID.replaceAll('1', 'A'),
    `{${ID}}`,
    '',
    5,
    null,
    undefined,
  ),
  ...times(['prev.sha256'], ...NO_DIGEST),
  ...times(['event.state'], 'Given', 'renewed', '', 5, null, undefined),
  ...times(
    ['event.time'],
    '2026-03-05T10:00:00Z',
    '2026-03-05T10:00:00.000+00:00',
    '2026-03-05T10:00:00.000000Z',
    '2026-03-05',
    '2026-13-05T10:00:00.000Z',
    '2026-02-30T10:00:00.000Z',
    '2026-03-05T25:00:00.000Z',
    '',
    1772704800000,
    null,
    undefined,
  ),
  ...times(['event.by'], 'parent', '', 5, null, undefined),
  ...times(['event.method'], 'click', '', 5, null, undefined),
  ...times(['policy.lang', 'notice.lang'], ...NO_LANG),
  ...times(['policy.sha256', 'notice.sha256'], ...NO_DIGEST),
  ...times(['policy.source'], 'cache', '', 5, null, undefined),
  ...times(['policy.effectiveFrom'], '2026-12-01', '2026-12-01T00:00:00', '', 5, undefined),
  ...times(['purposes[3].decision'], 'Given', 'withdrawn', '', 5, null, undefined),
];

const inWords = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));

describe('the record reader', () => {
  let record: object;

  before(async () => {
    const fixture = (await fetchJson('/test/fixtures/record-example.json')) as object;
    record = {...fixture, prev: {id: ID, sha256: DIGEST}};
  });

  it('takes the record of the standard', () => {
    expect(readRecord(record)).to.deep.equal(record);
  });

  for (const [code, rows] of [
    ['type', WRONG_TYPES],
    ['value', WRONG_VALUES],
  ] as const) {
    for (const [path, value] of rows) {
      it(`refuses ${inWords(value)} at ${path || 'the top'}`, () => {
        const json = path ? withValue(record, path, value) : value;
        expect(refusalOf(() => readRecord(json))).to.include({code, path});
      });
    }
  }

  for (const [path, value] of [
    ...times(['prev', 'prev.sha256', 'notice.sha256', 'policy.url', 'event.valid', 'operator.email'], null),
    ...times(['event.state'], 'declined', 'withdrawn'),
    ...times(['event.method'], 'banner-button', 'status-button', 'script'),
    ...times(['event.by'], 'representative'),
    ...times(['policy.source'], 'network', 'cached'),
    ...times(['policy.effectiveFrom'], '2026-12-01T00:00:00+05:00'),
    ...times(['purposes[3].decision'], 'given', 'declined'),
    ...times(['subject.ref'], 'person-7'),
    ...times(['subject.nameFields', 'gaps', 'thirdParties.who'], []),
    ...times(['publicSources', 'automated'], true, false, null),
    ...times(['crossBorder.countries', 'storage.locations'], [], ['KZ']),
  ]) {
    it(`takes ${inWords(value)} at ${path}`, () => {
      const json = withValue(record, path, value);
      expect(readRecord(json)).to.deep.equal(json);
    });
  }
});
