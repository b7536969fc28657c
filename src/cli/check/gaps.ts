import {buildRecord, gapsOf, LANGS, type Lang, type Manifest, type Release} from '../../core/index.js';
import {inOrder} from '../../core/release.js';
import {GAP_WORDS} from './gap-words.js';

/** What the law or the record standard wants and the operator has not said. */
export interface Gap {
  /** Path as a record lists it under `gaps`. */
  gap: string;
  /** Path of the field in the manifest. */
  path: string;
  /** What to fill in. */
  message: string;
}

/** Where the manifest holds what a record names `gap`. */
function fieldOf(gap: string, release: string, lang: Lang): string {
  if (gap.startsWith('operator')) return gap;
  if (gap === 'event.valid') return `${release}.terms.term`;
  if (gap.startsWith('documents.') || gap === 'policy.effectiveFrom')
    return `${release}.${gap.replace('policy.', '')}`;
  if (gap.startsWith('policy.')) return gap.replace('policy', `${release}.documents.${lang}`);
  return `${release}.terms.${gap}`;
}

/** The gaps of a record in one language: what the record would say, asked of core itself. */
function recordGaps(manifest: Manifest, release: Release, lang: Lang): string[] {
  const record = buildRecord(manifest, release, {
    id: '-',
    state: 'given',
    time: new Date(0),
    method: 'form-checkbox',
    lang,
    // Computed by the page; no field of the manifest.
    noticeSha256: '-',
    source: 'network',
  });
  return gapsOf(record, release);
}

const ORDER = Object.keys(GAP_WORDS);

/** The gaps of the newest release, the law's first. What an older one lacks is history. */
export function findGaps(manifest: Manifest): Gap[] {
  const release = inOrder(manifest).at(-1)!;
  const path = `releases[${manifest.releases.indexOf(release)}]`;
  const gaps = new Map<string, Gap>();
  for (const lang of LANGS.filter((candidate) => release.documents[candidate])) {
    for (const gap of recordGaps(manifest, release, lang)) {
      const field = fieldOf(gap, path, lang);
      gaps.set(field, {gap, path: field, message: GAP_WORDS[gap] ?? 'This is not stated.'});
    }
  }
  return [...gaps.values()].sort((a, b) => ORDER.indexOf(a.gap) - ORDER.indexOf(b.gap));
}
