import {expect} from 'chai';
import {readManifest} from '../../src/core/read-manifest.js';
import {safeUrl} from '../../src/core/safe-url.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {noticeDigest} from '../helpers/digest.js';

const {manifest, noticeSha256} = ipsmPolicy;
const release = manifest.releases[0]!;

describe('the bundled manifest', () => {
  it('holds one release, always in force, named after the digest of the policy text', () => {
    expect(manifest.releases).to.have.length(1);
    expect(release).to.include({version: 'text-39a8650a', effectiveFrom: null, change: 'material'});
  });

  it('invents nothing that the policy does not state', () => {
    expect(manifest.operator).to.deep.equal({
      name: 'IPSM',
      bin: null,
      address: null,
      email: 'hello@ipsm.kz',
      url: 'https://ipsm.kz/',
    });
    expect(release.documents).to.deep.equal({kk: {url: 'https://ipsm.kz/', sha256: null, anchor: null}});
    const {purposes, data, ...terms} = release.terms;
    expect(terms).to.deep.equal({
      term: null,
      thirdParties: {transfer: true, who: ['state-bodies-on-reasoned-request', 'cases-set-by-law']},
      crossBorder: {transfer: true, countries: null},
      publicSources: null,
      storage: {locations: null, retention: null},
      automated: true,
      withdraw: {url: null, email: 'hello@ipsm.kz'},
    });
    expect(purposes.map(({clause, required}) => [clause, required])).to.deep.equal([
      ['2.2.1', true],
      ['2.2.2', true],
      ['2.2.3', true],
      ['2.2.4', false],
      ['2.2.5', false],
    ]);
    expect(data.map(({clause}) => clause)).to.deep.equal(['2.3.1', '2.3.2', '2.3.3', '1.6']);
  });

  it('passes the reader and comes out as it went in', () => {
    const json: unknown = JSON.parse(JSON.stringify(manifest));
    expect(readManifest(json, (url) => safeUrl(url, 'https://ipsm.kz/'))).to.deep.equal(manifest);
  });

  for (const lang of ['kk', 'ru', 'en'] as const) {
    it(`carries the digest of its ${lang} notice`, async () => {
      const digest = await noticeDigest(lang, release.version, release.notice[lang]);
      expect(noticeSha256[lang]).to.equal(digest);
    });
  }
});
