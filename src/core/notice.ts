import {canonicalJson} from './canonical-json.js';
import type {Lang, Notice, PolicyDocument, Release} from './manifest.js';
import {own} from './own.js';
import type {Sha256} from './ports.js';
import {safeUrl} from './safe-url.js';

/** The language itself, else the first official one that there is, else the first by code. */
function best(map: Record<Lang, unknown>, lang: Lang, official: Lang[]): Lang {
  const there = [lang, ...official, ...Object.keys(map).sort()];
  return there.find((candidate) => own(map, candidate) !== undefined)!;
}

/** The notice in the page's language, or in one that exists. The reader sees to it that there is one. */
export function noticeFor({notice, official}: Release, lang: Lang): {lang: Lang; notice: Notice} {
  const found = best(notice, lang, official);
  return {lang: found, notice: notice[found]!};
}

/** The document in the page's language, or in one that exists. */
export function documentFor({documents, official}: Release, lang: Lang): PolicyDocument & {lang: Lang} {
  const found = best(documents, lang, official);
  return {lang: found, ...documents[found]!};
}

/**
 * Address of a document, or of one of its clauses, that may be drawn as a link; `null` where there is none that is safe.
 * @param base the manifest's address
 */
export function documentUrl(
  {url, anchor}: PolicyDocument,
  base: string | null,
  clause?: string,
): string | null {
  const address = url && safeUrl(url, base ?? undefined);
  if (!address || !anchor || clause === undefined) return address;
  return safeUrl(address.replace(/#.*/, '') + anchor.replace('{clause}', encodeURIComponent(clause)));
}

/** What a notice's digest is taken over: the words, their language and the version they belong to. */
export const noticeText = ({version, notice}: Release, lang: Lang): string =>
  canonicalJson({lang, version, notice: notice[lang]});

/** SHA-256 of the words shown, for each language of a release. */
export async function noticeDigests(release: Release, sha256: Sha256): Promise<NoticeDigests> {
  const digests: NoticeDigests = {};
  for (const lang of Object.keys(release.notice)) digests[lang] = await sha256(noticeText(release, lang));
  return digests;
}

/** Digest of the notice by language; `null` where the platform cannot compute one. */
export type NoticeDigests = Record<Lang, string | null>;
