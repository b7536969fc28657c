import {expect} from 'chai';
import {buildRecord} from '../../src/core/build-record.js';
import {withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';

/** Gaps of a record about a manifest that leaves nothing unsaid but this. */
function gapsWith(path: string, value: unknown): string[] {
  const manifest = path ? withValue(aManifest(), path, value) : aManifest();
  return buildRecord(manifest, manifest.releases[0]!, {
    id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
    state: 'given',
    time: new Date('2026-03-05T10:00:00.000Z'),
    method: 'form-checkbox',
    lang: 'kk',
    noticeSha256: 'f'.repeat(64),
    source: 'network',
  }).gaps;
}

describe('gaps', () => {
  it('are none where the operator left nothing unsaid', () => {
    expect(gapsWith('', null)).to.deep.equal([]);
  });

  for (const [path, value, gap] of [
    ['operator.bin', null, 'operator.bin'],
    ['operator.address', null, 'operator.address'],
    ['operator.email', null, 'operator.email'],
    ['operator.url', null, 'operator.url'],
    ['operator.bin', '', 'operator.bin'],
    ['releases[0].effectiveFrom', null, 'policy.effectiveFrom'],
    ['releases[0].documents.kk.url', null, 'policy.url'],
    ['releases[0].documents.kk.sha256', null, 'policy.sha256'],
    ['releases[0].documents.ru', undefined, 'documents.ru'],
    ['releases[0].documents.en', undefined, 'documents.en'],
    ['releases[0].terms.term', null, 'event.valid'],
    ['releases[0].terms.thirdParties.transfer', null, 'thirdParties.transfer'],
    ['releases[0].terms.thirdParties.who', [], 'thirdParties.who'],
    ['releases[0].terms.crossBorder.transfer', null, 'crossBorder.transfer'],
    ['releases[0].terms.crossBorder.countries', null, 'crossBorder.countries'],
    ['releases[0].terms.crossBorder.countries', [], 'crossBorder.countries'],
    ['releases[0].terms.publicSources', null, 'publicSources'],
    ['releases[0].terms.storage.locations', null, 'storage.locations'],
    ['releases[0].terms.storage.locations', [], 'storage.locations'],
    ['releases[0].terms.storage.retention', null, 'storage.retention'],
    ['releases[0].terms.withdraw.url', null, 'withdraw.url'],
    ['releases[0].terms.withdraw.email', null, 'withdraw.email'],
  ] as const) {
    it(`name ${gap} where ${path} is ${JSON.stringify(value) ?? 'missing'}`, () => {
      expect(gapsWith(path, value)).to.deep.equal([gap]);
    });
  }

  for (const [path, value] of [
    ['releases[0].terms.publicSources', false],
    ['releases[0].terms.thirdParties.transfer', false],
    ['releases[0].terms.crossBorder.transfer', false],
    ['releases[0].terms.automated', null],
    ['releases[0].documents.ru.sha256', null],
    ['releases[0].documents.kk.anchor', null],
  ] as const) {
    it(`do not name ${path} where it is ${JSON.stringify(value)}`, () => {
      expect(gapsWith(path, value)).to.deep.equal([]);
    });
  }

  it('name a digest of the notice that the platform could not compute', () => {
    const manifest = aManifest();
    const record = buildRecord(manifest, manifest.releases[0]!, {
      id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
      state: 'given',
      time: new Date(0),
      method: 'form-checkbox',
      lang: 'kk',
      noticeSha256: null,
      source: 'network',
    });
    expect(record.gaps).to.deep.equal(['notice.sha256']);
  });

  it('are in the order of their paths', () => {
    expect(gapsWith('operator', {name: 'X', url: null, email: null, bin: null, address: null})).to.deep.equal(
      ['operator.address', 'operator.bin', 'operator.email', 'operator.url'],
    );
  });
});
