import {expect} from 'chai';
import {dropCopy, keepCopy, lastCopy} from '../../src/platform/manifest-copy.js';
import {withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';
import {openStorage} from '../helpers/storage.js';

const KEY = 'ipsm-consent/manifest/some-policy';

describe('the last good copy of a manifest', () => {
  it('is none at first', () => {
    const storage = openStorage();
    expect(lastCopy(storage, 'some-policy')).to.equal(undefined);
    expect(storage.values.size).to.equal(0);
  });

  it('is what was kept, under a key of its own', () => {
    const storage = openStorage();
    keepCopy(storage, aManifest());
    expect(storage.keys()).to.deep.equal([KEY]);
    expect(lastCopy(storage, 'some-policy')).to.deep.equal(aManifest());
    expect(lastCopy(storage, 'other-policy')).to.equal(undefined);
  });

  it('is good also where an address was not safe to link to', () => {
    const manifest = withValue(aManifest(), 'releases[0].documents.kk.url', null);
    const storage = openStorage();
    keepCopy(storage, manifest);
    expect(lastCopy(storage, 'some-policy')).to.deep.equal(manifest);
  });

  it('is the newest', () => {
    const storage = openStorage();
    keepCopy(storage, aManifest());
    keepCopy(storage, aManifest({version: 'newer'}));
    expect(lastCopy(storage, 'some-policy')?.releases.map(({version}) => version)).to.deep.equal(['newer']);
  });

  it('is gone once dropped', () => {
    const storage = openStorage();
    keepCopy(storage, aManifest());
    dropCopy(storage, 'some-policy');
    expect(storage.values.size).to.equal(0);
  });

  for (const [what, value] of [
    ['is not JSON', '{'],
    ['is no manifest', '{}'],
    ['is null', 'null'],
    ['is damaged', JSON.stringify(aManifest()).replace('"kk"', '"xx"').replace('"agree"', '"a"')],
  ] as const) {
    it(`is none where what is stored ${what}`, () => {
      const storage = openStorage();
      storage.set(KEY, value);
      expect(lastCopy(storage, 'some-policy')).to.equal(undefined);
    });
  }

  it('is never more trusted than a fresh one', () => {
    const storage = openStorage();
    storage.set(KEY, JSON.stringify(withValue(aManifest(), 'operator.url', 'javascript:alert(1)')));
    expect(lastCopy(storage, 'some-policy')?.operator.url).to.equal(null);
  });
});
