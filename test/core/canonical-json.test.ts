import {expect} from 'chai';
import {canonicalJson, wireJson} from '../../src/core/canonical-json.js';
import {readRecord} from '../../src/core/record.js';
import {aRecord} from '../helpers/policy.js';

describe('canonical JSON', () => {
  it('orders keys by UTF-16 code units, an emoji before a Hebrew presentation form (RFC 8785, 3.2.3)', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '10', '9', '\ud83d\ude00', '\u0080', '\u00f6', 'A', 'a', ''];
    expect(canonicalJson(Object.fromEntries(keys.map((key) => [key, null])))).to.equal(
      '{"":null,"\\r":null,"1":null,"10":null,"9":null,"A":null,"a":null,"\u0080":null,"ö":null,"€":null,' +
        '"😀":null,"\ufb33":null}',
    );
  });

  it('orders keys at every depth and leaves lists as they are', () => {
    expect(canonicalJson([{b: [2, 1], a: {d: true, c: null}}, [], {}])).to.equal(
      '[{"a":{"c":null,"d":true},"b":[2,1]},[],{}]',
    );
  });

  for (const [what, text, canonical, wire] of [
    [
      'control characters',
      '\b\t\n\f\r\0\x1f"\\',
      '\\b\\t\\n\\f\\r\\u0000\\u001f\\"\\\\',
      '\\b\\t\\n\\f\\r\\u0000\\u001f\\"\\\\',
    ],
    ['what some escape', '/</script>\u007f', '/</script>\u007f', '/</script>\\u007f'],
    ['separators', '\u2028\u2029\u00a0', '\u2028\u2029\u00a0', '\\u2028\\u2029\\u00a0'],
    ['Kazakh', 'Қала қ.', 'Қала қ.', '\\u049a\\u0430\\u043b\\u0430 \\u049b.'],
    ['an emoji', '😀', '😀', '\\ud83d\\ude00'],
    ['decomposed letters', 'и\u0306', 'и\u0306', '\\u0438\\u0306'],
    ['all of ASCII that is printed', ' !#$~', ' !#$~', ' !#$~'],
  ] as const) {
    it(`writes ${what} as RFC 8785 does, and in ASCII on the wire`, () => {
      expect(canonicalJson(text)).to.equal(`"${canonical}"`);
      expect(wireJson(text)).to.equal(`"${wire}"`);
    });
  }

  it('means on the wire what it means as it is', () => {
    const record = aRecord({subject: {ref: 'Әсел 😀 \u2028', nameFields: ['тегі']}});
    expect(wireJson(record)).to.match(/^[ -~]+$/);
    expect(canonicalJson(JSON.parse(wireJson(record)))).to.equal(canonicalJson(record));
  });

  for (const [what, value] of [
    ['undefined', undefined],
    ['a field that is undefined', {a: undefined}],
    ['an entry that is undefined', [undefined]],
    ['NaN', NaN],
    ['a fraction, deep inside', {a: [{b: 0.5}]}],
    ['a number beyond the safe ones', 2 ** 53],
    ['a BigInt', 10n],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['a high surrogate alone', 'a\ud83d'],
    ['a low surrogate alone', '\ude00a'],
    ['a lone surrogate in a key', {'\ud83d': 1}],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => canonicalJson(value)).to.throw(TypeError);
    });
  }
});

describe('on a page that patched its prototypes', () => {
  const local = () => 'patched';

  for (const [what, prototype, key, patch] of [
    ['Array.prototype.toJSON', Array.prototype, 'toJSON', local],
    ['Object.prototype.toJSON', Object.prototype, 'toJSON', local],
    ['String.prototype.toJSON', String.prototype, 'toJSON', local],
    ['Boolean.prototype.toJSON', Boolean.prototype, 'toJSON', local],
    ['Date.prototype.toJSON', Date.prototype, 'toJSON', local],
    ['Date.prototype.toISOString', Date.prototype, 'toISOString', local],
    ['an enumerable member of Object.prototype', Object.prototype, 'extra', local],
    ['a language as member of Object.prototype', Object.prototype, 'uz', {question: 'x'}],
    ['an enumerable member of Array.prototype', Array.prototype, 'extra', local],
    ['JSON.stringify', JSON, 'stringify', local],
  ] as [string, object, string, unknown][]) {
    it(`a record is built, written and read as ever: ${what}`, () => {
      const [record, canonical] = [aRecord(), canonicalJson(aRecord())];
      const before = Object.getOwnPropertyDescriptor(prototype, key);
      Object.defineProperty(prototype, key, {
        value: patch,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      let result: unknown[];
      try {
        const text = canonicalJson(aRecord());
        result = [text, canonicalJson(readRecord(JSON.parse(text)))];
      } finally {
        if (before) Object.defineProperty(prototype, key, before);
        else Reflect.deleteProperty(prototype, key);
      }
      expect(result).to.deep.equal([canonical, canonical]);
      expect(JSON.parse(canonical)).to.deep.equal(record);
    });
  }
});
