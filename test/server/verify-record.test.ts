import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {createVerifier, type Verifier} from '../../src/server/index.js';
import {noticeDigest} from '../helpers/digest.js';
import {fetchJson, leafPaths, withValue} from '../helpers/json.js';
import {inShort} from '../helpers/verdict.js';

const OTHER_ID = '11111111-1111-4111-8111-111111111111';

let verifier: Verifier;
let record: Record<string, unknown>;
const check = (json: unknown) => inShort(verifier.verifyRecord(canonicalJson(json)));

before(async () => {
  verifier = await createVerifier(ipsmPolicy.manifest);
  const fixture = (await fetchJson('/test/fixtures/record-example.json')) as Record<string, unknown>;
  const {version, notice} = ipsmPolicy.manifest.releases[0]!;
  record = withValue(fixture, 'notice.sha256', await noticeDigest('kk', version, notice.kk));
});

describe('a record that the bundled policy makes', () => {
  it('is verified, with nothing to warn of', () => {
    expect(verifier.verifyRecord(canonicalJson(record))).to.deep.include({ok: true, record, warnings: []});
  });

  for (const [state, method, prev] of [
    ['declined', 'banner-button', null],
    ['withdrawn', 'status-button', {id: OTHER_ID, sha256: null}],
  ] as const) {
    it(`is verified where the person has ${state}`, () => {
      const purposes = (record.purposes as object[]).map((purpose, i) =>
        i < 3 ? {...purpose, decision: 'declined'} : purpose,
      );
      const event = {...(record.event as object), state, method};
      expect(check({...record, prev, event, purposes})).to.deep.equal(['ok']);
    });
  }

  it('is verified without digest of the notice, if it names that gap', () => {
    const json = withValue(record, 'notice.sha256', null);
    const gaps = [...(record.gaps as string[]), 'notice.sha256'].sort();
    const verdict = verifier.verifyRecord(canonicalJson({...json, gaps}));
    expect(inShort(verdict)).to.deep.equal(['ok']);
    expect(check(json).every((refusal) => refusal.startsWith('altered gaps'))).to.equal(true);
    // The Russian words have the same document: nothing ties the record to one language.
    expect(check({...withValue(json, 'notice.lang', 'ru'), gaps})).to.deep.equal(['ok']);
    expect(verdict.ok && verdict.claimed).to.include('notice');
  });
});

describe('a field that only the client knows', () => {
  for (const [path, value, claim] of [
    ['id', OTHER_ID, 'id'],
    ['prev', {id: OTHER_ID, sha256: 'a'.repeat(64)}, 'prev'],
    ['prev', {id: OTHER_ID, sha256: null}, 'prev'],
    ['event.time', '2026-03-05T10:00:00.001Z', 'event.time'],
    ['event.by', 'representative', 'event.by'],
    ['event.method', 'banner-button', 'event.method'],
    ['subject.ref', 'person-7', 'subject'],
    ['subject.nameFields', [], 'subject'],
    ['policy.source', 'network', 'policy.source'],
    ['generator', 'ipsm-consent/0.0.9', 'generator'],
    ['purposes[3].decision', 'given', 'purposes[3].decision'],
    ['purposes[4].decision', 'declined', 'purposes[4].decision'],
  ] as const) {
    it(`is taken and named as claimed: ${path} ${JSON.stringify(value)}`, () => {
      const verdict = verifier.verifyRecord(canonicalJson(withValue(record, path, value)));
      expect(inShort(verdict)).to.deep.equal(['ok']);
      expect(verdict.ok && verdict.claimed).to.include(claim);
    });
  }
});

describe('a field that follows from the manifest', () => {
  for (const [path, value, refusals] of [
    ['jurisdiction', 'RU', ['altered jurisdiction']],
    [
      'event.state',
      'withdrawn',
      [
        'contradiction event.method',
        'contradiction prev',
        ...[0, 1, 2].map((i) => `altered purposes[${i}].decision`),
      ],
    ],
    ['event.valid', 'P1Y', ['altered event.valid']],
    ['operator.name', 'Other', ['altered operator.name']],
    ['operator.bin', '123456789012', ['altered operator.bin']],
    ['operator.email', 'evil@evil.kz', ['altered operator.email']],
    ['operator.url', 'javascript:alert(1)', ['altered operator.url']],
    ['policy.lang', 'ru', ['altered policy.lang']],
    ['policy.url', 'https://evil.kz/', ['altered policy.url']],
    ['policy.url', null, ['altered policy.url']],
    ['policy.sha256', 'a'.repeat(64), ['altered policy.sha256']],
    ['policy.effectiveFrom', '2026-01-01T00:00:00Z', ['altered policy.effectiveFrom']],
    ['notice.lang', 'ru', ['altered notice.sha256']],
    ['notice.sha256', 'a'.repeat(64), ['altered notice.sha256']],
    ['purposes[0].decision', 'declined', ['altered purposes[0].decision']],
    ['purposes[0].decision', 'not-asked', ['altered purposes[0].decision']],
    ['purposes[0].required', false, ['altered purposes[0].required']],
    ['purposes[0].clause', '2.2.9', ['altered purposes[0].clause']],
    ['purposes[3].required', true, ['altered purposes[3].required']],
    ['purposes[3].dpv', 'dpv:Other', ['altered purposes[3].dpv']],
    ['purposes[4]', undefined, ['type purposes[4]']],
    ['data[0].clause', '9.9', ['altered data[0].clause']],
    ['data[4]', {id: 'x', clause: 'x', dpv: 'x'}, ['altered data[4]']],
    ['thirdParties.transfer', false, ['altered thirdParties.transfer']],
    ['thirdParties.who', [], ['altered thirdParties.who[0]', 'altered thirdParties.who[1]']],
    ['crossBorder.transfer', false, ['altered crossBorder.transfer']],
    ['crossBorder.countries', ['DE'], ['altered crossBorder.countries']],
    ['publicSources', false, ['altered publicSources']],
    ['storage.locations', ['KZ'], ['altered storage.locations']],
    ['storage.retention', 'P1Y', ['altered storage.retention']],
    ['automated', false, ['altered automated']],
    ['withdraw.url', 'https://evil.kz/', ['altered withdraw.url']],
    ['withdraw.email', null, ['altered withdraw.email']],
    ['gaps[12]', 'x', ['altered gaps[12]']],
    ['gaps[0]', 'x', ['altered gaps[0]']],
  ] as const) {
    it(`is refused when altered: ${path} ${JSON.stringify(value) ?? 'missing'}`, () => {
      const json = withValue(record, path, value);
      // a hole in a list is written as null
      expect(check(JSON.parse(JSON.stringify(json)))).to.deep.equal(refusals);
    });
  }

  it('is refused when a purpose, a kind of data or a gap is missing', () => {
    for (const part of ['purposes', 'data', 'gaps'] as const) {
      const shorter = {...record, [part]: (record[part] as unknown[]).slice(0, -1)};
      expect(check(shorter), part)
        .to.have.length(1)
        .and.to.match(new RegExp(`^altered ${part}\\[\\d+\\]$`));
    }
  });

  it('is named together with all others that are altered', () => {
    const json = withValue(withValue(record, 'operator.name', 'X'), 'automated', false);
    expect(check(json)).to.have.members(['altered operator.name', 'altered automated']);
  });
});

describe('a refusal', () => {
  const refusals = (json: unknown) => {
    const verdict = verifier.verifyRecord(canonicalJson(json));
    return verdict.ok ? [] : verdict.errors;
  };

  it('says what was found, what belongs there, and what to do', () => {
    expect(refusals(withValue(record, 'operator.name', 'Evil'))).to.deep.equal([
      {
        code: 'altered',
        path: 'operator.name',
        message:
          'operator.name is "Evil"; version "text-39a8650a" makes it "IPSM". Post the form entry as it is.',
      },
    ]);
  });

  it('keeps what was posted on one line, and short', () => {
    const long = `\n${'x'.repeat(60_000)}`;
    for (const path of ['policy.id', 'policy.version', 'operator.name', 'prev', 'schema', 'gaps[0]']) {
      const [error] = refusals(withValue(record, path, long));
      expect(error!.message, path).to.have.length.below(300).and.not.to.include('\n');
    }
  });

  it('has 20 reasons at most', () => {
    const gaps = Array.from({length: 5000}, (_, i) => `${i}`);
    expect(refusals({...record, gaps})).to.have.length(20);
  });
});

describe('every field of a record', () => {
  const another = (value: unknown): unknown => {
    if (typeof value === 'boolean') return !value;
    return typeof value === 'string' ? `${value}x` : 'x';
  };

  it('is refused or named as claimed when it alone is altered or missing', () => {
    const paths = leafPaths(record);
    expect(paths).to.have.length.above(80);
    const free: string[] = [];
    for (const path of paths) {
      const at = path.split(/[.[\]]+/).filter(Boolean);
      const value = at.reduce<unknown>((json, step) => (json as Record<string, unknown>)[step], record);
      for (const change of [another(value), null, undefined]) {
        if (change === value) continue;
        const posted = JSON.parse(JSON.stringify(withValue(record, path, change))) as unknown;
        const verdict = verifier.verifyRecord(canonicalJson(posted));
        if (verdict.ok && !verdict.claimed.some((claim) => path.startsWith(claim))) free.push(path);
      }
    }
    expect(free).to.deep.equal([]);
  });
});

describe('what is posted instead of a record', () => {
  for (const [what, change, refusals] of [
    ['no JSON', () => 'on', ['json']],
    ['nothing', () => '', ['json']],
    ['half a record', (posted: string) => posted.slice(0, 500), ['json']],
    ['a list', () => '[]', ['type']],
    ['null', () => 'null', ['type']],
    ['an empty object', () => '{}', ['value schema']],
    ['white space in it', (posted: string) => posted.replace(',', ', '), ['not-canonical']],
    ['white space behind it', (posted: string) => `${posted}\n`, ['not-canonical']],
    ['a byte order mark', (posted: string) => `\ufeff${posted}`, ['json']],
    ['another order of fields', () => JSON.stringify(record), ['not-canonical']],
    ['a field twice', (posted: string) => posted.replace('{', '{"automated":false,'), ['not-canonical']],
    ['a field of its own', (posted: string) => posted.replace('{', '{"a":1,'), ['not-canonical']],
    ['a __proto__', (posted: string) => posted.replace('{', '{"__proto__":{"ok":true},'), ['not-canonical']],
    [
      'a field twice, the true value last',
      (posted: string) => posted.replace('"id":', '"id":"11111111-1111-4111-8111-111111111111","id":'),
      ['not-canonical'],
    ],
    [
      'a __proto__ instead of a field',
      (posted: string) => posted.replace('"event":', '"__proto__":'),
      ['type event'],
    ],
    [
      'a number instead of a text',
      (posted: string) => posted.replace('"2.2.1"', '2.2'),
      ['type purposes[0].clause'],
    ],
    ['a number as a field', (posted: string) => posted.replace('{', '{"1":1e400,'), ['not-canonical']],
    [
      'an escape that is not needed',
      (posted: string) => posted.replace('IPSM', '\\u0049PSM'),
      ['not-canonical'],
    ],
    ['decomposed letters', (posted: string) => posted.replace('"surname"', '"и\u0306"'), ['not-canonical']],
    [
      'a lone surrogate',
      (posted: string) => posted.replace('"surname"', '"\\ud83d"'),
      ['type subject.nameFields[0]'],
    ],
    ['another schema', (posted: string) => posted.replace('record/1', 'record/2'), ['value schema']],
    [
      'a time that no clock shows',
      (posted: string) => posted.replace('2026-03-05T', '2026-13-05T'),
      ['value event.time'],
    ],
    [
      'another policy',
      (posted: string) => posted.replace('ipsm-privacy', 'other'),
      ['unknown-policy policy.id'],
    ],
    [
      'another version',
      (posted: string) => posted.replace('text-39a8650a', '2099'),
      ['unknown-version policy.version'],
    ],
    [
      'a language that is not ours',
      (posted: string) => posted.replace('"notice":{"lang":"kk"', '"notice":{"lang":"de"'),
      ['value notice.lang'],
    ],
    [
      'nesting beyond every stack',
      () => `{"schema":${'['.repeat(32_000)}${']'.repeat(32_000)}}`,
      ['value schema'],
    ],
    ['a stack of open brackets', () => '['.repeat(65_000), ['json']],
  ] as [string, (posted: string) => string, string[]][]) {
    it(`is refused: ${what}`, () => {
      const posted = canonicalJson(record);
      const changed = change(posted);
      expect(changed).not.to.equal(posted);
      expect(inShort(verifier.verifyRecord(changed))).to.deep.equal(refusals);
    });
  }

  it('is refused when it is longer than 64 KiB, and read when it is not', () => {
    const length = canonicalJson(withValue(record, 'subject.ref', 'x')).length;
    const padded = (to: number) =>
      canonicalJson(withValue(record, 'subject.ref', 'x'.repeat(to - length + 1)));
    expect(padded(65_536)).to.have.length(65_536);
    expect(inShort(verifier.verifyRecord(padded(65_536)))).to.deep.equal(['ok']);
    expect(inShort(verifier.verifyRecord(padded(65_537)))).to.deep.equal(['too-large']);
  });

  it('is refused when it is longer in bytes, however few its letters', () => {
    const withRef = (length: number) => canonicalJson(withValue(record, 'subject.ref', 'қ'.repeat(length)));
    const rest = new TextEncoder().encode(withRef(1)).length - 2;
    const most = Math.floor((65_536 - rest) / 2);
    expect(inShort(verifier.verifyRecord(withRef(most)))).to.deep.equal(['ok']);
    expect(inShort(verifier.verifyRecord(withRef(most + 1)))).to.deep.equal(['too-large']);
  });

  for (const [what, posted, code] of [
    ['no entry', undefined, 'missing'],
    ['an entry that FormData does not have', null, 'missing'],
    ['a number', 5, 'type'],
    ['the record as an object', {schema: 'ipsm-consent-record/1'}, 'type'],
    ['several entries', ['{}', '{}'], 'type'],
    ['bytes', new Uint8Array(3), 'type'],
    ['a file', new Blob(['{}']), 'type'],
    ['a text object', Object('{}'), 'type'],
    ['a symbol', Symbol('x'), 'type'],
    ['a function', () => '{}', 'type'],
  ] as [string, unknown, string][]) {
    it(`is refused by both checks, not thrown at the server: ${what}`, () => {
      for (const verdict of [verifier.verifyRecord(posted), verifier.acceptConsent(posted)]) {
        expect(verdict.ok || verdict.errors.map(({code, path}) => [code, path])).to.deep.equal([[code, '']]);
        expect(verdict.ok || verdict.errors[0]!.message).to.match(/^The (form|record) .+\. .+\.$/);
      }
    });
  }

  it('is answered with a message that names the value', () => {
    const verdict = verifier.verifyRecord(canonicalJson(withValue(record, 'policy.version', '2099')));
    expect(verdict.ok || verdict.errors[0]!.message).to.include('"2099"');
  });
});
