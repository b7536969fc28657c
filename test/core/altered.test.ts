import {expect} from 'chai';
import {alteredVersion} from '../../src/core/altered.js';
import {withValue} from '../helpers/json.js';
import {aManifest, aNotice} from '../helpers/policy.js';

const KNOWN = aManifest({version: 'a'}, {version: 'b'});

describe('a published release', () => {
  for (const [what, path, value] of [
    ['a word of its notice', 'releases[1].notice.kk.points[0].text', 'Other'],
    ['a word behind details', 'releases[1].notice.ru.points[0].more', 'Other'],
    ['the sentence to agree to', 'releases[1].notice.kk.agree', 'Other'],
    ['a word on a button', 'releases[1].notice.en.decline', 'Other'],
    ['a clause', 'releases[1].notice.kk.points[0].clause', '2.4'],
    ['its list of changes', 'releases[1].notice.kk.changes', ['Other']],
    ['its term', 'releases[1].terms.term', null],
    ['a purpose', 'releases[1].terms.purposes[1].required', true],
    ['where data goes', 'releases[1].terms.crossBorder.countries', ['DE', 'US']],
    ['a language that goes', 'releases[1].notice.en', undefined],
  ] as const) {
    it(`is altered by ${what}`, () => {
      expect(alteredVersion(KNOWN, withValue(KNOWN, path, value))).to.equal('b');
    });
  }

  for (const [what, path, value] of [
    ['nothing', 'id', 'some-policy'],
    ['the operator', 'operator.address', 'Astana'],
    ['an address of its document', 'releases[1].documents.kk.url', 'https://operator.example/moved.html'],
    ['a release that is new', 'releases[2]', {...KNOWN.releases[0], version: 'c'}],
    ['a release that is gone', 'releases', KNOWN.releases.slice(1)],
  ] as const) {
    it(`is not altered by ${what}`, () => {
      expect(alteredVersion(KNOWN, withValue(KNOWN, path, value))).to.equal(undefined);
    });
  }

  it('is not altered by a language that comes', () => {
    const before = withValue(KNOWN, 'releases[1].notice.en', undefined);
    expect(alteredVersion(before, withValue(before, 'releases[1].notice.en', aNotice('en')))).to.equal(
      undefined,
    );
  });

  it('is not altered by another order of fields or releases', () => {
    const backwards = (json: unknown): unknown => {
      if (Array.isArray(json)) return json.map(backwards);
      if (typeof json !== 'object' || json === null) return json;
      return Object.fromEntries(
        Object.entries(json)
          .reverse()
          .map(([key, value]) => [key, backwards(value)]),
      );
    };
    const found = backwards({...KNOWN, releases: [...KNOWN.releases].reverse()}) as typeof KNOWN;
    expect(alteredVersion(KNOWN, found)).to.equal(undefined);
  });
});
