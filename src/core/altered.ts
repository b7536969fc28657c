import {canonicalJson} from './canonical-json.js';
import type {Manifest} from './manifest.js';
import type {NoticeDigests} from './notice.js';
import type {ConsentRecord} from './record.js';

/**
 * The version whose words or terms are not those that were published before; `undefined` where all is as it was.
 * A published release is never edited: what people agreed to under its name must stay what it was.
 */
export function alteredVersion(known: Manifest, found: Manifest): string | undefined {
  return found.releases.find((release) => {
    const before = known.releases.find(({version}) => version === release.version);
    return before && !sameWords(before, release);
  })?.version;
}

/** The version whose words are not those that a person decided about. */
export function rewrittenVersion(
  {policy, notice}: ConsentRecord,
  digests: Map<string, NoticeDigests>,
): string | undefined {
  const now = digests.get(policy.version)?.[notice.lang];
  // The bundled words of another version of this package are no publication of the operator's.
  const isRewritten = now && notice.sha256 && now !== notice.sha256 && policy.source !== 'bundled';
  return isRewritten ? policy.version : undefined;
}

type Words = Pick<Manifest['releases'][number], 'notice' | 'terms'>;

/** A language that is added later changes nothing for those who read another. */
function sameWords(before: Words, found: Words): boolean {
  const langs = Object.keys(before.notice) as (keyof Words['notice'])[];
  return (
    canonicalJson(before.terms) === canonicalJson(found.terms) &&
    langs.every((lang) => canonicalJson(before.notice[lang]) === canonicalJson(found.notice[lang] ?? null))
  );
}
