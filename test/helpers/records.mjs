import {randomUUID} from 'node:crypto';
import {
  buildRecord,
  canonicalJson,
  noticeDigests,
  readManifest,
  releaseOf,
  sha256,
  wireJson,
} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';

const [bundled] = ipsmPolicy.manifest.releases;

/** The bundled policy with two dated releases, of which the second asks for something else. */
export const [FIRST, SECOND] = ['2026-10-01', '2026-12-01'];
const dated = (version) => ({...bundled, version, effectiveFrom: `${version}T00:00:00+05:00`});
const otherwise = (notice) => ({...notice, agree: `${notice.agree} (2)`, changes: ['2']});
export const manifest = {
  ...ipsmPolicy.manifest,
  releases: [
    dated(FIRST),
    {
      ...dated(SECOND),
      notice: Object.fromEntries(
        Object.entries(bundled.notice).map(([lang, notice]) => [lang, otherwise(notice)]),
      ),
    },
  ],
};

/** Makes records as the elements do, about one release of a manifest. */
export async function recordsOf(json, version = json.releases.at(-1).version) {
  const read = readManifest(json);
  const release = releaseOf(read, version);
  const digests = await noticeDigests(release, sha256);
  return ({lang = 'kk', ...of} = {}) => {
    const record = buildRecord(read, release, {
      id: randomUUID(),
      state: 'given',
      time: new Date(),
      method: 'form-checkbox',
      lang,
      noticeSha256: digests[lang],
      source: 'network',
      manifestUrl: 'https://operator.example/manifest.json',
      nameFields: ['surname', 'given', 'patronymic'],
      ...of,
    });
    return {record, text: wireJson(record), canonical: canonicalJson(record)};
  };
}

/** What names a record in the one that comes after it. */
export const prevOf = async ({record, canonical}) => ({id: record.id, sha256: await sha256(canonical)});

/** The hidden field that a box's fallback sends beside the tick. */
export async function noticeField(json, version, lang = 'kk') {
  const digests = await noticeDigests(releaseOf(readManifest(json), version), sha256);
  return `${version} ${lang} ${digests[lang]}`;
}
