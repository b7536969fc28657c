import {expect} from 'chai';
import {buildRecord} from '../../src/core/build-record.js';
import {withValue} from '../helpers/json.js';
import {aDecision, aManifest} from '../helpers/policy.js';

/** Gaps of a record about a manifest that leaves nothing unsaid but this. */
function gapsWith(
  changes: Record<string, unknown>,
  noticeSha256: string | null = 'f'.repeat(64),
  lang = 'kk',
) {
  const manifest = Object.entries(changes).reduce(
    (json, [path, value]) => withValue(json, `releases[0].${path}`, value),
    aManifest(),
  );
  return buildRecord(manifest, manifest.releases[0]!, aDecision({noticeSha256, lang})).gaps;
}

/** Every gap that there is, by what leaves it. */
const GAPS: [gap: string, path: string, ...values: unknown[]][] = [
  ['crossBorder.countries', 'terms.crossBorder.countries', null, []],
  ['crossBorder.transfer', 'terms.crossBorder.transfer', null],
  ['documents.ru', 'documents.ru', undefined],
  ['event.valid', 'terms.term', null],
  ['operator.address', 'operator.address', null],
  ['operator.bin', 'operator.bin', null],
  ['operator.email', 'operator.email', null],
  ['operator.url', 'operator.url', null],
  ['policy.effectiveFrom', 'effectiveFrom', null],
  ['policy.sha256', 'documents.kk.sha256', null],
  ['policy.url', 'documents.kk.url', null],
  ['publicSources', 'terms.publicSources', null],
  ['storage.locations', 'terms.storage.locations', null, []],
  ['storage.retention', 'terms.storage.retention', null],
  ['thirdParties.transfer', 'terms.thirdParties.transfer', null],
  ['thirdParties.who', 'terms.thirdParties.who', []],
  ['withdraw.email', 'terms.withdraw.email', null],
  ['withdraw.url', 'terms.withdraw.url', null],
];

describe('gaps', () => {
  it('are none where the operator left nothing unsaid', () => {
    expect(gapsWith({})).to.deep.equal([]);
  });

  for (const [gap, path, ...values] of GAPS) {
    for (const value of values) {
      it(`name ${gap} where ${path} is ${JSON.stringify(value) ?? 'missing'}`, () => {
        expect(gapsWith({[path]: value})).to.deep.equal([gap]);
      });
    }
  }

  for (const changes of [
    {'terms.publicSources': false},
    {'terms.automated': null},
    {'terms.thirdParties': {transfer: false, who: []}},
    {'terms.crossBorder': {transfer: false, countries: null}},
    {'documents.ru.sha256': null},
    {'documents.ru.url': null},
    {'documents.kk.anchor': null},
    {'notice.ru': undefined, 'documents.ru': undefined},
  ]) {
    it(`are none with ${JSON.stringify(changes)}`, () => {
      expect(gapsWith(changes)).to.deep.equal([]);
    });
  }

  it('name a digest of the notice that the platform could not compute', () => {
    expect(gapsWith({}, null)).to.deep.equal(['notice.sha256']);
  });

  it('name every language of the release that has words and no document, whichever was shown', () => {
    const {kk} = aManifest().releases[0]!.notice;
    for (const lang of ['kk', 'uz']) {
      expect(gapsWith({'notice.uz': kk, 'notice.de': kk}, undefined, lang)).to.deep.equal([
        'documents.de',
        'documents.uz',
      ]);
    }
  });

  it('are a closed list, sorted: these and no others', () => {
    const nothing = Object.fromEntries(GAPS.map(([, path, value]) => [path, value]));
    expect(gapsWith(nothing, null)).to.deep.equal([...GAPS.map(([gap]) => gap), 'notice.sha256'].sort());
  });
});
