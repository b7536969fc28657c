import {buildRecord, type Release} from '../../core/index.js';

/** What a record of a consent to this release would have to call not stated, as core sees it. */
export function releaseGaps(release: Release): string[] {
  // Nothing of these counts as a gap of the operator's.
  const manifest = {schema: 'ipsm-policy/1' as const, id: 'draft', jurisdiction: 'KZ', releases: [release]};
  const [lang] = Object.keys(release.notice);
  if (lang === undefined || !Object.keys(release.documents).length) return [];
  return buildRecord(manifest, release, {
    id: '00000000-0000-4000-8000-000000000000',
    state: 'given',
    time: new Date(0),
    method: 'form-checkbox',
    lang,
    noticeSha256: null,
    source: 'inline',
  }).gaps;
}
