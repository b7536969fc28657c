import {expect} from 'chai';
import {dropCopy, keepCopy, lastCopy} from '../../src/platform/manifest-copy.js';
import {withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';
import {openStorage} from '../helpers/storage.js';

const KEY = 'ipsm-consent/manifest/some-policy';
const placed = (url: string | null = 'https://operator.example/manifest.json', manifest = aManifest()) => ({
  manifest,
  url,
});

describe('the last good copy of a manifest', () => {
  it('is none at first', () => {
    const storage = openStorage();
    expect(lastCopy(storage, 'some-policy')).to.equal(undefined);
    expect(storage.values.size).to.equal(0);
  });

  for (const url of ['https://operator.example/manifest.json', null]) {
    it(`is what was kept, with its address (${url ?? 'none'}), under a key of its own`, () => {
      const storage = openStorage();
      keepCopy(storage, placed(url));
      expect(storage.keys()).to.deep.equal([KEY]);
      expect(lastCopy(storage, 'some-policy')).to.deep.equal(placed(url));
      expect(lastCopy(storage, 'other-policy')).to.equal(undefined);
    });
  }

  it('is the newest, and gone once dropped', () => {
    const storage = openStorage();
    keepCopy(storage, placed());
    keepCopy(storage, placed(null, aManifest({version: 'newer'})));
    expect(lastCopy(storage, 'some-policy')!.manifest.releases[0]!.version).to.equal('newer');
    dropCopy(storage, 'some-policy');
    expect(storage.values.size).to.equal(0);
  });

  for (const [what, value] of [
    ['is not JSON', '{'],
    ['is no copy', '{}'],
    ['is null', 'null'],
    ['has no manifest', JSON.stringify({url: null})],
    ['is damaged', JSON.stringify(withValue(placed(), 'manifest.releases[0].notice.kk.agree', undefined))],
    ['is of another schema', JSON.stringify(withValue(placed(), 'manifest.schema', 'ipsm-policy/2'))],
  ] as const) {
    it(`is none where what is stored ${what}`, () => {
      const storage = openStorage();
      storage.set(KEY, value);
      expect(lastCopy(storage, 'some-policy')).to.equal(undefined);
    });
  }
});
