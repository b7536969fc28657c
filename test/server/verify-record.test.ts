import {expect} from 'chai';
import {canonicalJson, wireJson} from '../../src/core/canonical-json.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {createVerifier, type Verifier} from '../../src/server/index.js';
import {aGenuineRecord} from '../helpers/entry.js';
import {leafPaths, withValue} from '../helpers/json.js';
import {inShort} from '../helpers/verdict.js';

const OTHER_ID = '11111111-1111-4111-8111-111111111111';
const {version} = ipsmPolicy.manifest.releases[0]!;

let verifier: Verifier;
let record: ConsentRecord;
const check = (json: unknown) => inShort(verifier.verifyRecord(wireJson(json)));

before(async () => {
  verifier = await createVerifier(ipsmPolicy.manifest);
  record = await aGenuineRecord(ipsmPolicy.manifest, version, {
    source: 'bundled',
    nameFields: ['тегі', 'given'],
  });
});

describe('a record that the bundled policy makes', () => {
  it('is verified as it is written canonically and on the wire, with nothing to warn of', () => {
    for (const posted of [canonicalJson(record), wireJson(record)]) {
      expect(verifier.verifyRecord(posted)).to.deep.include({ok: true, record, warnings: []});
    }
  });

  it('is verified without digest of the notice, if it names that gap, and claims the language', () => {
    const json = withValue(record, 'notice.sha256', null);
    const gaps = [...record.gaps, 'notice.sha256'].sort();
    expect(check(json)).to.deep.equal(['altered gaps']);
    // The Russian words have the same document: nothing ties the record to one language.
    for (const lang of ['kk', 'ru']) {
      const verdict = verifier.verifyRecord(wireJson({...withValue(json, 'notice.lang', lang), gaps}));
      expect(verdict.ok && verdict.claimed)
        .to.include('notice')
        .and.not.to.include('notice.lang');
    }
  });
});

describe('every field of a record', () => {
  const another = (value: unknown): unknown => {
    if (typeof value === 'boolean') return !value;
    return typeof value === 'string' ? `${value}x` : 'x';
  };
  /** What another field of its kind could hold. */
  const KIN: Record<string, unknown[]> = {
    id: [OTHER_ID],
    prev: [
      {id: OTHER_ID, sha256: 'a'.repeat(64)},
      {id: OTHER_ID, sha256: null},
    ],
    jurisdiction: ['RU'],
    'event.state': ['declined', 'withdrawn'],
    'event.time': ['2026-03-05T10:00:00.001Z'],
    'event.by': ['representative'],
    'event.method': ['form-fallback', 'script', 'status-button', 'banner-button'],
    'event.valid': ['P1Y'],
    'subject.ref': ['person-7'],
    'operator.url': ['javascript:alert(1)', 'https://ipsm.kz'],
    'policy.lang': ['ru'],
    'policy.url': ['https://ipsm.kz', 'https://evil.example/'],
    'policy.sha256': ['a'.repeat(64)],
    'policy.manifest': ['https://ipsm.kz/manifest.json'],
    'policy.source': ['inline', 'network', 'cached'],
    'policy.effectiveFrom': ['2026-01-01T00:00:00Z'],
    'notice.lang': ['ru', 'uz'],
    'notice.sha256': ['a'.repeat(64)],
    'purposes[0].decision': ['declined', 'not-asked'],
    'purposes[3].decision': ['declined', 'given'],
  };

  it('is refused, or named as claimed, when it alone is altered or missing', () => {
    const paths = [...new Set([...leafPaths(record), ...Object.keys(KIN)])];
    expect(paths).to.have.length.above(80);
    const free: string[] = [];
    const claimed = new Set<string>();
    for (const path of paths) {
      const steps = path.split(/[.[\]]+/).filter(Boolean);
      const value = steps.reduce<unknown>((json, step) => (json as Record<string, unknown>)[step], record);
      for (const change of [another(value), null, undefined, ...(KIN[path] ?? [])]) {
        if (change === value) continue;
        // a hole in a list is written as null
        const posted = JSON.parse(JSON.stringify(withValue(record, path, change))) as unknown;
        const verdict = verifier.verifyRecord(wireJson(posted));
        if (!verdict.ok) continue;
        const claim = verdict.claimed.find((each) => path.startsWith(each));
        if (claim) claimed.add(claim);
        else free.push(path);
      }
    }
    expect(free).to.deep.equal([]);
    expect([...claimed].sort()).to.deep.equal([
      'event.by',
      'event.method',
      'event.time',
      'generator',
      'id',
      'policy.manifest',
      'policy.source',
      'prev',
      'purposes[3].decision',
      'subject',
    ]);
  });

  for (const [path, value, refusals] of [
    ['event.state', 'withdrawn', ['contradiction event.method', 'contradiction prev']],
    ['policy.url', 'https://evil.example/', ['altered policy.url']],
    ['notice.lang', 'ru', ['altered notice.sha256']],
    ['notice.lang', 'uz', ['unknown-language notice.lang']],
    [
      'purposes[0].decision',
      'declined',
      ['contradiction purposes[0].decision', 'altered purposes[0].decision'],
    ],
    ['purposes[0].required', false, ['altered purposes[0].required']],
    ['purposes[4]', null, ['type purposes[4]']],
    ['data[4]', {id: 'x', clause: 'x', dpv: 'x'}, ['altered data']],
    ['thirdParties.who', [], ['altered thirdParties.who']],
    ['crossBorder.countries', ['DE'], ['altered crossBorder.countries']],
    ['gaps[12]', 'x', ['altered gaps']],
    ['gaps[0]', 'x', ['altered gaps[0]']],
  ] as const) {
    it(`is named where it is altered: ${path} ${JSON.stringify(value)}`, () => {
      expect(check(withValue(record, path, value)).slice(0, 2)).to.deep.equal(refusals);
    });
  }

  it('is named together with all others that are altered, in their order', () => {
    expect(check(withValue(withValue(record, 'automated', false), 'operator.name', 'X'))).to.deep.equal([
      'altered operator.name',
      'altered automated',
    ]);
  });

  it('is found by the purpose’s id where purposes are in another order', () => {
    const [first, ...others] = record.purposes;
    const found = check({...record, purposes: [...others, first]});
    expect(found).to.include('altered purposes[0].id');
    expect(found.filter((each) => each.startsWith('contradiction'))).to.deep.equal([]);
  });
});

describe('a refusal', () => {
  const refusals = (json: unknown) => {
    const verdict = verifier.verifyRecord(wireJson(json));
    return verdict.ok ? [] : verdict.errors;
  };

  it('says what was found, what belongs there, what to do, and which version would be accepted', () => {
    expect(refusals(withValue(record, 'operator.name', 'Evil'))).to.deep.equal([
      {
        code: 'altered',
        path: 'operator.name',
        message: `operator.name is "Evil"; version "${version}" makes it "IPSM". Post the form entry as it is.`,
        version,
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
    const purposes = Array.from({length: 500}, (_, i) => ({
      ...record.purposes[0]!,
      id: `p${i}`,
      decision: 'declined',
    }));
    expect(refusals({...record, purposes})).to.have.length(20);
  });

  it('is none of an impossible moment, which names no version', () => {
    expect(() => verifier.verifyRecord(wireJson(record), new Date(NaN))).to.throw(TypeError, '"now"');
  });
});

describe('what is posted instead of a record', () => {
  const REPLACED: [what: string, from: string | RegExp, to: string, refusal: string][] = [
    ['white space in it', ',', ', ', 'not-canonical'],
    ['white space behind it', /$/, '\n', 'not-canonical'],
    ['a byte order mark', /^/, '\ufeff', 'json'],
    ['a field twice', '{', '{"automated":false,', 'not-canonical'],
    ['a field twice, the true value last', '"id":', `"id":"${OTHER_ID}","id":`, 'not-canonical'],
    ['a field of its own', '{', '{"a":1,', 'not-canonical'],
    ['a field of its own, deep', '{', `{"a":${'['.repeat(9000)}${']'.repeat(9000)},`, 'not-canonical'],
    ['a huge number as a field', '{', `{"1":1e400,"2":${'9'.repeat(5000)},`, 'not-canonical'],
    ['a __proto__', '{', '{"__proto__":{"ok":true},', 'not-canonical'],
    ['a constructor', '{', '{"constructor":{"prototype":{}},', 'not-canonical'],
    ['a __proto__ instead of a field', '"event":', '"__proto__":', 'type event'],
    ['a number instead of a text', '"2.2.1"', '2.2', 'type purposes[0].clause'],
    ['an escape that is not needed', 'IPSM', '\\u0049PSM', 'not-canonical'],
    [
      'an escape in capitals',
      '\\u0442',
      '\\u0442'.toUpperCase().replace('U', 'u').replace('0442', '043A'),
      'not-canonical',
    ],
    ['a letter as it is among escapes', '\\u0442', 'т', 'not-canonical'],
    ['decomposed letters', '"given"', '"\\u0438\\u0306"', 'value event.state'],
    ['decomposed letters in a text', '["\\u0442', '["\\u0438\\u0306\\u0442', 'not-canonical'],
    ['a lone surrogate', '["\\u0442', '["\\ud83d', 'value subject.nameFields[0]'],
    ['a NUL instead of words', '"IPSM"', '"\\u0000"', 'altered operator.name'],
    ['another schema', 'record/1', 'record/2', 'value schema'],
    ['a time that no clock shows', '2026-03-05T', '2026-13-05T', 'value event.time'],
    ['another policy', 'ipsm-privacy', 'other', 'unknown-policy policy.id'],
    ['another version', version, '2099', 'unknown-version policy.version'],
    ['a version that every object has', version, 'constructor', 'unknown-version policy.version'],
    ['a purpose that every object has', '"id":"ads"', '"id":"constructor"', 'altered purposes[3].id'],
    ['a list instead of a part', /"event":\{[^}]+\}/, '"event":[]', 'type event'],
  ];

  for (const [what, from, to, refusal] of REPLACED) {
    it(`is refused: ${what}`, () => {
      const posted = wireJson(record);
      const changed = posted.replace(from, () => to);
      expect(changed).not.to.equal(posted);
      expect(inShort(verifier.verifyRecord(changed))[0]).to.equal(refusal);
    });
  }

  for (const [what, posted, refusal] of [
    ['no JSON', 'on', 'json'],
    ['nothing', '', 'json'],
    ['a list', '[]', 'type'],
    ['null', 'null', 'type'],
    ['an empty object', '{}', 'type schema'],
    ['nesting beyond every stack', `{"schema":${'['.repeat(32_000)}${']'.repeat(32_000)}}`, 'type schema'],
    ['a stack of open brackets', '['.repeat(65_000), 'json'],
    ['65,537 bytes', 'x'.repeat(65_537), 'too-large'],
    ['65,538 bytes in half as many letters', 'қ'.repeat(32_769), 'too-large'],
    ['65,536 bytes', 'қ'.repeat(32_768), 'json'],
  ] as const) {
    it(`is refused: ${what}`, () => {
      expect(inShort(verifier.verifyRecord(posted))).to.deep.equal([refusal]);
    });
  }

  it('is refused: another order of fields', () => {
    expect(inShort(verifier.verifyRecord(JSON.stringify(record)))).to.deep.equal(['not-canonical']);
  });

  it('is refused at once: marks that would take seconds to compose', () => {
    const posted = canonicalJson(withValue(record, 'subject.ref', `a${'\u0301\u0316'.repeat(15_000)}`));
    expect(inShort(verifier.verifyRecord(posted))).to.deep.equal(['value subject.ref']);
  });

  it('is read up to 65,536 bytes', () => {
    const withRef = (length: number) => wireJson(withValue(record, 'subject.ref', 'x'.repeat(length)));
    const most = 65_536 - withRef(1).length + 1;
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
        expect(inShort(verdict)).to.deep.equal([code]);
        expect(verdict.ok || verdict.errors[0]!.version).to.equal(version);
        expect(verdict.ok || verdict.errors[0]!.message).to.match(/^The (form|record) .+\. .+\.$/);
      }
    });
  }
});
