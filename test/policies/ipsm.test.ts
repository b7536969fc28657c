import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {readManifest} from '../../src/core/manifest.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {hexSha256, noticeDigest, sortedJson} from '../helpers/digest.js';

const {manifest, noticeSha256} = ipsmPolicy;
const release = manifest.releases.at(-1)!;

/**
 * Digests of what each version says, in words and in the rest. A version that has been published never changes: whoever
 * changes words or terms raises the number at its end, keeps the release before and adds a line here.
 */
const PUBLISHED: Record<string, Record<string, string>> = {
  'text-39a8650a-1': {
    kk: 'f4d6ee8281f7060663e4c7d54217a9542a22112bdb89e211a31a9dc8a74de2f3',
    ru: '538ca619cc2e27aed50c2ae400beefa5997946d38842e6d1749fdfd7b1e1087c',
    en: 'cfe9a5b663447c6d21683401be1628e65bb43c32bbc891e491104e0f2a617939',
    rest: 'f8cec974af6661946c64e19de30891d08daa7bcf3831280cf6d24f6bc8bbc7ac',
  },
};

describe('the bundled manifest', () => {
  it('names its releases after the digest of the policy’s text, and counts them', () => {
    expect(manifest.releases.map(({version}) => version)).to.deep.equal(Object.keys(PUBLISHED));
    Object.keys(PUBLISHED).forEach((version, i) => {
      expect(version).to.match(/^text-[0-9a-f]{8}-\d+$/);
      expect(version.split('-')[2]).to.equal(`${i + 1}`);
    });
  });

  for (const {version, notice, ...rest} of manifest.releases) {
    it(`says under ${version} what it has always said`, async () => {
      const found: Record<string, string> = {rest: await hexSha256(sortedJson({...rest, version}))};
      for (const lang of Object.keys(notice)) found[lang] = await noticeDigest(lang, version, notice[lang]);
      expect(found).to.deep.equal(PUBLISHED[version]);
    });
  }

  it('carries the digests of the last release’s notices, so that no page has to wait for them', () => {
    const {rest: _, ...digests} = PUBLISHED[release.version]!;
    expect(noticeSha256).to.deep.equal(digests);
  });

  it('invents nothing that the policy does not state', () => {
    const {purposes, data, ...terms} = release.terms;
    expect({...release, notice: null, terms}).to.deep.equal({
      version: 'text-39a8650a-1',
      effectiveFrom: null,
      change: 'material',
      cancelled: null,
      operator: {name: 'IPSM', bin: null, address: null, email: 'hello@ipsm.kz', url: 'https://ipsm.kz/'},
      official: ['kk'],
      documents: {kk: {url: 'https://ipsm.kz/', sha256: null, anchor: null}},
      notice: null,
      terms: {
        term: null,
        thirdParties: {transfer: true, who: ['state-bodies-on-reasoned-request', 'cases-set-by-law']},
        crossBorder: {transfer: true, countries: null},
        publicSources: null,
        storage: {locations: null, retention: null},
        automated: true,
        withdraw: {url: null, email: 'hello@ipsm.kz'},
      },
    });
    expect(purposes.map(({clause, required}) => `${clause} ${required}`)).to.deep.equal([
      '2.2.1 true',
      '2.2.2 true',
      '2.2.3 true',
      '2.2.4 false',
      '2.2.5 false',
    ]);
    expect(data.map(({clause}) => clause)).to.deep.equal(['2.3.1', '2.3.2', '2.3.3', '1.6']);
  });

  it('passes the reader and comes out as it went in', () => {
    expect(canonicalJson(readManifest(JSON.parse(JSON.stringify(manifest))))).to.equal(
      canonicalJson(manifest),
    );
  });
});
