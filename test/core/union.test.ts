import {expect} from 'chai';
import type {Manifest} from '../../src/core/manifest.js';
import {rewrittenVersion, unite} from '../../src/core/union.js';
import {leafPaths, withValue} from '../helpers/json.js';
import {aManifest, aRecord} from '../helpers/policy.js';

const KNOWN = aManifest({version: 'a'}, {version: 'b'});
const AT = ['2026-01-15T00:00:00Z', '2026-01-20T00:00:00Z'] as const;
const cancelled = (manifest: Manifest, at: string | null) => withValue(manifest, 'releases[1].cancelled', at);
const versions = ({releases}: Manifest) => releases.map(({version}) => version).join(' ');

describe('two sources of one policy, put together', () => {
  it('are what has come where nothing was known', () => {
    expect(unite(undefined, KNOWN)).to.deep.equal({manifest: KNOWN, altered: undefined});
  });

  for (const [what, found, together] of [
    ['a newer release', aManifest({version: 'a'}, {version: 'b'}, {version: 'c'}), 'a b c'],
    ['only the newest, as a page may', {...KNOWN, releases: KNOWN.releases.slice(1)}, 'a b'],
    ['only the oldest, from a cache', {...KNOWN, releases: KNOWN.releases.slice(0, 1)}, 'b a'],
    ['none of those known', aManifest({version: 'z'}), 'a b z'],
    ['another order of releases', {...KNOWN, releases: [...KNOWN.releases].reverse()}, 'b a'],
  ] as const) {
    it(`hold every release where what has come holds ${what}`, () => {
      const {manifest, altered} = unite(KNOWN, found);
      expect([versions(manifest), altered]).to.deep.equal([together, undefined]);
    });
  }

  for (const [what, before, after, result] of [
    ['one is cancelled by what has come', null, AT[0], AT[0]],
    ['what has come knows nothing of it any more', AT[0], null, AT[0]],
    ['they differ about when', AT[0], AT[1], AT[0]],
  ] as const) {
    it(`stay cancelled where ${what}, which alters nothing`, () => {
      const {manifest, altered} = unite(cancelled(KNOWN, before), cancelled(KNOWN, after));
      expect([manifest.releases[1]!.cancelled, altered]).to.deep.equal([result, undefined]);
    });
  }

  it('tell which published release was altered, by any field but its cancellation', () => {
    const paths = leafPaths(KNOWN.releases[1]).filter((path) => !['cancelled', 'version'].includes(path));
    expect(paths).to.have.length.above(100);
    const unseen = paths.filter(
      (path) => unite(KNOWN, withValue(KNOWN, `releases[1].${path}`, 'other')).altered !== 'b',
    );
    expect(unseen).to.deep.equal([]);
  });

  for (const [what, path] of [
    ['goes', 'releases[1].notice.en'],
    ['comes', 'releases[1].notice.uz'],
  ] as const) {
    it(`tell of a language that ${what}`, () => {
      const value = what === 'comes' ? KNOWN.releases[1]!.notice.kk : undefined;
      expect(unite(KNOWN, withValue(KNOWN, path, value)).altered).to.equal('b');
    });
  }

  it('leave both sources as they were', () => {
    const [before, after] = [cancelled(KNOWN, AT[0]), aManifest({version: 'b'}, {version: 'c'})];
    unite(before, after);
    expect([before, after]).to.deep.equal([
      cancelled(KNOWN, AT[0]),
      aManifest({version: 'b'}, {version: 'c'}),
    ]);
  });
});

describe('the words that a person decided about', () => {
  const {policy, notice} = aRecord();

  for (const [what, digests, version] of [
    ['are those of today', {[notice.lang]: notice.sha256}, undefined],
    ['are others today', {[notice.lang]: 'f'.repeat(64)}, policy.version],
    ['cannot be told where the platform has no digest', {[notice.lang]: null}, undefined],
    ['cannot be told where the language is gone', {}, undefined],
  ] as const) {
    it(what, () => {
      expect(rewrittenVersion(aRecord(), new Map([[policy.version, digests]]))).to.equal(version);
    });
  }

  it('cannot be told where the version is unknown, or the record names no digest', () => {
    expect(rewrittenVersion(aRecord(), new Map())).to.equal(undefined);
    const record = {...aRecord(), notice: {lang: 'kk', sha256: null}};
    expect(rewrittenVersion(record, new Map([[policy.version, {kk: 'f'.repeat(64)}]]))).to.equal(undefined);
  });
});
