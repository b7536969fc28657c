import {expect} from 'chai';
import {createVerifier} from '../../src/server/index.js';
import {aGenuineRecord, anEntry} from '../helpers/entry.js';
import {withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';
import {inShort} from '../helpers/verdict.js';

async function refusal(manifest: unknown): Promise<unknown> {
  try {
    await createVerifier(manifest);
  } catch (error) {
    return error;
  }
  throw new Error('It was taken.');
}

describe('a verifier', () => {
  for (const [what, manifest, code, path] of [
    ['nothing', undefined, 'type', ''],
    ['text instead of parsed JSON', JSON.stringify(aManifest()), 'type', ''],
    ['a manifest without releases', {...aManifest(), releases: []}, 'type', 'releases'],
    [
      'a manifest with a version twice',
      aManifest({version: 'a'}, {version: 'a'}),
      'duplicate',
      'releases[1].version',
    ],
  ] as const) {
    it(`is not made of ${what}`, async () => {
      expect(await refusal(manifest)).to.include({code, path});
    });
  }

  it('is not made where the runtime computes no digests', async () => {
    Object.defineProperty(crypto, 'subtle', {value: undefined, configurable: true});
    try {
      expect(await refusal(aManifest()))
        .to.be.instanceOf(TypeError)
        .with.property('message')
        .that.includes('Web Crypto');
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
    }
  });

  it('knows every release and language, cancelled or not, spoken by the elements or not', async () => {
    const {kk} = aManifest().releases[0]!.notice;
    const cancelled = {effectiveFrom: '2026-09-01T00:00:00Z', cancelled: '2026-08-01T00:00:00Z'};
    const manifest = aManifest(
      {version: 'a', effectiveFrom: null},
      {version: 'b', notice: {kk: kk!, uz: {...kk!, title: 'uz'}}},
      {version: 'c', ...cancelled},
    );
    const verifier = await createVerifier(manifest);
    for (const {version, notice} of manifest.releases) {
      for (const lang of Object.keys(notice)) {
        const posted = await anEntry(manifest, version, {lang, state: 'declined', method: 'banner-button'});
        expect(inShort(verifier.verifyRecord(posted)), `${version} ${lang}`).to.deep.equal(['ok']);
      }
    }
  });

  it('is not moved by what happens to the manifest that it was made of', async () => {
    const manifest = aManifest();
    const posted = await anEntry(manifest, '2026-01-01');
    const verifier = await createVerifier(manifest);
    manifest.releases[0]!.operator.name = 'Other';
    expect(inShort(verifier.verifyRecord(posted))).to.deep.equal(['ok']);
  });

  for (const [what, path, url] of [
    ['of a document, relative', 'releases[0].documents.kk.url', '../kk.html?v=1#top'],
    ['of a document, with letters that are escaped in links', 'releases[0].documents.kk.url', 'құжат.html'],
    ['of the operator, without slash', 'releases[0].operator.url', 'HTTPS://Operator.example'],
    ['that is no safe link', 'releases[0].terms.withdraw.url', 'javascript:alert(1)'],
  ] as const) {
    it(`compares an address as it is written: ${what}`, async () => {
      const manifest = withValue(aManifest(), path, url);
      const verifier = await createVerifier(manifest);
      expect(inShort(verifier.verifyRecord(await anEntry(manifest, '2026-01-01')))).to.deep.equal(['ok']);
      const elsewhere = withValue(aManifest(), path, `https://evil.example/${url}`);
      const at = path.replace(/^releases\[0\]\.(terms\.|documents\.kk\.)?/, (_, part) =>
        part === 'documents.kk.' ? 'policy.' : '',
      );
      expect(inShort(verifier.verifyRecord(await anEntry(elsewhere, '2026-01-01')))).to.deep.equal([
        `altered ${at}`,
      ]);
    });
  }

  it('takes the manifest’s own address, wherever a page found it, and says that it is claimed', async () => {
    const verifier = await createVerifier(aManifest());
    for (const manifestUrl of [
      'https://www.operator.example/m.json',
      'http://operator.example/m.json',
      '/m.json',
      null,
    ]) {
      const verdict = verifier.verifyRecord(await anEntry(aManifest(), '2026-01-01', {manifestUrl}));
      expect(verdict.ok && verdict.claimed).to.include('policy.manifest');
    }
  });

  it('holds a record to the operator of its own release, whatever the next one says', async () => {
    const before = aManifest({version: 'a'});
    const {operator} = before.releases[0]!;
    const filled = {...operator, bin: '210987654321', address: 'Astana'};
    const verifier = await createVerifier(
      aManifest({version: 'a'}, {version: 'b', change: 'editorial', operator: filled}),
    );
    expect(inShort(verifier.verifyRecord(await anEntry(before, 'a')))).to.deep.equal(['ok']);
    const record = await aGenuineRecord(before, 'a');
    expect(inShort(verifier.verifyRecord(JSON.stringify({...record, operator: filled})))).to.include(
      'not-canonical',
    );
    const mixed = await anEntry(aManifest({version: 'a', operator: filled}), 'a');
    expect(inShort(verifier.verifyRecord(mixed))).to.deep.equal([
      'altered operator.bin',
      'altered operator.address',
    ]);
  });
});
