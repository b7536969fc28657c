import {expect} from 'chai';
import {buildRecord} from '../../src/core/build-record.js';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {readManifest} from '../../src/core/read-manifest.js';
import {safeUrl} from '../../src/core/safe-url.js';
import {createVerifier} from '../../src/server/index.js';
import {noticeDigest} from '../helpers/digest.js';
import {withValue} from '../helpers/json.js';
import {aManifest} from '../helpers/policy.js';
import {inShort} from '../helpers/verdict.js';

const MANIFEST_URL = 'https://ipsm.kz/policy/manifest.json';
const DOCUMENT = 'releases[0].documents.kk.url';

/** The entry of a page that loaded the manifest from its place. */
async function entryOf(json: unknown, changeUrl = (url: string | null) => url): Promise<string> {
  const manifest = readManifest(json, (url) => safeUrl(url, MANIFEST_URL));
  const release = manifest.releases[0]!;
  const {version} = release;
  const record = buildRecord(manifest, release, {
    id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
    state: 'given',
    time: new Date('2026-03-05T10:00:00.000Z'),
    method: 'form-checkbox',
    lang: 'kk',
    noticeSha256: await noticeDigest('kk', version, release.notice.kk),
    source: 'network',
  });
  return canonicalJson({...record, policy: {...record.policy, url: changeUrl(record.policy.url)}});
}

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
    ['a manifest with a version twice', aManifest({}, {}), 'duplicate', 'releases[1].version'],
  ] as const) {
    it(`is not made of ${what}`, async () => {
      expect(await refusal(manifest)).to.include({code, path});
    });
  }

  for (const manifestUrl of ['/policy/manifest.json', '', 'http://ipsm.kz/manifest.json', 'javascript:0']) {
    it(`is not made for a place that no page can load from: ${manifestUrl || 'nowhere'}`, async () => {
      const error = await createVerifier(aManifest(), {manifestUrl}).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(TypeError).with.property('message').that.includes(`"${manifestUrl}"`);
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

  it('knows every release and language', async () => {
    const manifest = aManifest({version: 'a', effectiveFrom: null}, {version: 'b'});
    const verifier = await createVerifier(manifest);
    for (const release of manifest.releases) {
      for (const lang of ['kk', 'ru', 'en'] as const) {
        const {version} = release;
        const record = buildRecord(manifest, release, {
          id: '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
          state: 'declined',
          time: new Date('2026-03-05T10:00:00.000Z'),
          method: 'banner-button',
          lang,
          noticeSha256: await noticeDigest(lang, version, release.notice[lang]),
          source: 'cached',
        });
        expect(inShort(verifier.verifyRecord(canonicalJson(record))), `${version} ${lang}`).to.deep.equal([
          'ok',
        ]);
      }
    }
  });

  it('refuses a language that the release has no notice in', async () => {
    const posted = (await entryOf(aManifest())).replace('"notice":{"lang":"kk"', '"notice":{"lang":"ru"');
    const verifier = await createVerifier(withValue(aManifest(), 'releases[0].notice.ru', undefined));
    expect(inShort(verifier.verifyRecord(posted))).to.deep.equal(['unknown-language notice.lang']);
  });
});

describe('the addresses in a record', () => {
  for (const [what, path, url] of [
    ['the document beside the manifest', DOCUMENT, 'v1.kk.html'],
    ['the document beside the manifest, with a dot', DOCUMENT, './v1.kk.html'],
    ['the document in a folder', DOCUMENT, 'kk/v1.html'],
    ['the document above the manifest', DOCUMENT, '../v1.kk.html'],
    ['the document from the root', DOCUMENT, '/v1.kk.html'],
    ['the document by a query to the manifest itself', DOCUMENT, '?v=1'],
    ['the document by a query with a slash', DOCUMENT, 'show?file=/v1.kk.html'],
    ['the document with a letter that is escaped', DOCUMENT, 'құжат.html'],
    ['the document on another host', DOCUMENT, 'https://other.kz/v1.kk.html'],
    ['the document that is not safe to link to', DOCUMENT, 'http://other.kz/v1.kk.html'],
    ['the operator without slash at the end', 'operator.url', 'https://ipsm.kz'],
    ['the operator that is not safe to link to', 'operator.url', 'http://ipsm.kz/'],
    ['the operator from the root', 'operator.url', '/'],
    ['the way to withdraw, from the root', 'releases[0].terms.withdraw.url', '/withdraw'],
  ] as const) {
    const json = withValue(aManifest(), path, url);

    it(`are compared where the place of the manifest is known: ${what}`, async () => {
      const verifier = await createVerifier(json, {manifestUrl: MANIFEST_URL});
      const verdict = verifier.verifyRecord(await entryOf(json));
      expect(inShort(verdict)).to.deep.equal(['ok']);
      expect(verdict.ok && verdict.claimed).not.to.include('policy.url');
    });

    it(`are no reason to refuse where it is unknown: ${what}`, async () => {
      const verifier = await createVerifier(json);
      expect(inShort(verifier.verifyRecord(await entryOf(json)))).to.deep.equal(['ok']);
    });
  }

  const relative = withValue(aManifest(), DOCUMENT, 'v1.kk.html');

  it('are refused where the document is elsewhere than beside the manifest', async () => {
    const verifier = await createVerifier(relative, {manifestUrl: MANIFEST_URL});
    const posted = await entryOf(relative, () => 'https://evil.kz/policy/v1.kk.html');
    expect(inShort(verifier.verifyRecord(posted))).to.deep.equal(['altered policy.url']);
  });

  it('are named as claimed where the place of the manifest is unknown', async () => {
    const verdict = (await createVerifier(relative)).verifyRecord(await entryOf(relative));
    expect(verdict.ok && verdict.claimed).to.include('policy.url');
  });

  for (const url of [
    'javascript:alert(1)/v1.kk.html',
    'data:text/html,/v1.kk.html',
    'http://evil.kz/v1.kk.html',
    'https://ipsm.kz/policy/v2.kk.html',
    'https://ipsm.kz/policy/evil-v1.kk.html',
    'v1.kk.html',
  ]) {
    it(`are refused where no page could have made them of the manifest's: ${url}`, async () => {
      const posted = await entryOf(relative, () => url);
      expect(inShort((await createVerifier(relative)).verifyRecord(posted))).to.deep.equal([
        'altered policy.url',
      ]);
    });
  }
});
