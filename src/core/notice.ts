import {canonicalJson} from './canonical-json.js';
import {LANGS, type Lang, type Notice, type PolicyDocument, type Release} from './manifest.js';
import type {Sha256} from './ports.js';

const best = <T>(map: Partial<Record<Lang, T>>, lang: Lang): Lang =>
  [lang, ...LANGS].find((candidate) => map[candidate]) ?? lang;

/** The notice in the page's language, or in one that exists. The reader sees to it that there is one. */
export function noticeFor(release: Release, lang: Lang): {lang: Lang; notice: Notice} {
  const found = best(release.notice, lang);
  return {lang: found, notice: release.notice[found]!};
}

/** The document in the page's language, or in one that exists. */
export function documentFor(release: Release, lang: Lang): PolicyDocument & {lang: Lang} {
  const found = best(release.documents, lang);
  return {lang: found, ...release.documents[found]!};
}

/** Address of a clause in a document; `null` where the document has no safe URL. */
export const clauseUrl = ({url, anchor}: PolicyDocument, clause: string): string | null =>
  url && anchor ? url.replace(/#.*/, '') + anchor.replace('{clause}', encodeURIComponent(clause)) : url;

/** What a notice's digest is taken over: the words, their language and the version they belong to. */
export const noticeText = (release: Release, lang: Lang): string =>
  canonicalJson({lang, version: release.version, notice: release.notice[lang]});

/** SHA-256 of the words shown, for each language of a release. */
export async function noticeDigests(release: Release, sha256: Sha256): Promise<NoticeDigests> {
  const digests: NoticeDigests = {};
  for (const lang of Object.keys(release.notice) as Lang[]) {
    digests[lang] = await sha256(noticeText(release, lang));
  }
  return digests;
}

/** Digest of the notice by language; `null` where the platform cannot compute one. */
export type NoticeDigests = Partial<Record<Lang, string | null>>;
