import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {hexSha256} from '../helpers/digest.js';
import {fetchJson} from '../helpers/json.js';

/** The double with these bits, as appendix B of RFC 8785 gives it. */
function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, 3.2.2', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(input))).to.equal(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders keys by UTF-16 code units, an emoji before a Hebrew presentation form (RFC 8785, 3.2.3)', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(input)).to.equal(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it('orders number-like keys as text', () => {
    expect(canonicalJson({9: 0, 10: 0, a: 0, A: 0, '': 0})).to.equal('{"":0,"10":0,"9":0,"A":0,"a":0}');
  });

  it('orders keys at every depth and leaves lists as they are', () => {
    expect(canonicalJson([{b: [2, 1], a: {d: 1, c: 2}}, [], {}])).to.equal(
      '[{"a":{"c":2,"d":1},"b":[2,1]},[],{}]',
    );
  });

  for (const [bits, written] of [
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ] as const) {
    it(`writes the double ${bits} as ${written}`, () => {
      expect(canonicalJson(double(bits))).to.equal(written);
    });
  }

  for (const [what, value, written] of [
    [
      'control characters as two-letter or lower-case four-digit escapes',
      '\b\t\n\f\r\0\x1f',
      '"\\b\\t\\n\\f\\r\\u0000\\u001f"',
    ],
    ['DEL, line and paragraph separators as they are', '\x7f\u2028\u2029', '"\x7f\u2028\u2029"'],
    ['a slash without escape', '</script>', '"</script>"'],
    ['letters outside ASCII as they are', 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі', '"Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"'],
    ['text in NFD as NFD', 'и\u0306', '"и\u0306"'],
    ['a surrogate pair as it is', '\ud83d\ude00', '"😀"'],
    ['null', null, 'null'],
  ] as const) {
    it(`writes ${what}`, () => {
      expect(canonicalJson(value)).to.equal(written);
    });
  }

  for (const [what, value] of [
    ['undefined', undefined],
    ['a field that is undefined', {a: undefined}],
    ['an entry that is undefined', [undefined]],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['minus Infinity, deep inside', {a: [{b: -Infinity}]}],
    ['a BigInt', 10n],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['a high surrogate alone', 'a\ud83d'],
    ['a low surrogate alone', '\ude00a'],
    ['surrogates in the wrong order', '\ude00\ud83d'],
    ['a lone surrogate in a key', {'\ud83d': 1}],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => canonicalJson(value)).to.throw(TypeError);
    });
  }

  it('gives the record of the standard its 1928 bytes and their digest', async () => {
    const canonical = canonicalJson(await fetchJson('/test/fixtures/record-example.json'));
    expect(new TextEncoder().encode(canonical)).to.have.length(1928);
    expect(await hexSha256(canonical)).to.equal(
      'a0fb01b638a97b57035e9637397fffa962b2c7a0a052e93b4c636d1d8de3ac1b',
    );
  });

  it('gives the same text whatever the order of the fields', () => {
    expect(canonicalJson({b: 1, a: 2})).to.equal(canonicalJson({a: 2, b: 1}));
  });
});
