import {
  isMaterial,
  materialChanges,
  predecessorOf,
  readManifest,
  type Manifest,
  type Release,
} from '../../core/index.js';
import {staleChanges} from '../check/check-draft.js';
import {languagesChanged, nowRequired} from '../check/compared.js';
import {releaseOf, type Draft} from '../draft/read-draft.js';
import {formatManifest} from '../folder/change-published.js';
import type {Settings} from '../folder/settings.js';
import {labelOf} from '../label-of.js';
import type {Words} from '../words/words.js';
import {aheadOfAll} from './ahead-of-all.js';
import {writeInstant} from './instant.js';
import {versionFor} from './version-for.js';

/** What the operator wants to publish. */
export interface Wish {
  kind: 'correction' | 'new-terms';
  /** When it comes into force, in milliseconds. */
  at: number;
}

/** What publishing would make. */
export interface Plan {
  release: Release;
  manifest: Manifest;
  /** The release that it follows. */
  before: Release | undefined;
}

/** Something that stands in the way; what only has to be meant can be confirmed. */
export interface Obstacle {
  code: string;
  message: string;
  confirm?: 'oneLanguage' | 'nowRequired' | 'sameConsents';
}

/** Pages refuse a larger file. */
const MAX_BYTES = 512 * 1024;

/** Lines on what changed that the release before had already are not news a second time. */
function withoutStale(release: Release, stale: string[]): Release {
  const notice = Object.fromEntries(
    Object.entries(release.notice).map(([lang, words]) => {
      const {changes, ...rest} = words;
      return [lang, changes && !stale.includes(lang) ? {...rest, changes} : rest];
    }),
  );
  return {...release, notice};
}

/** The release that begins at the moment wished for. */
export const takenBy = (published: Manifest | undefined, {at}: Wish): Release | undefined =>
  published?.releases.find(
    ({effectiveFrom, cancelled}) =>
      cancelled === null && effectiveFrom !== null && Date.parse(effectiveFrom) === at,
  );

/** The draft as the next release of what is published. */
export function planFor(
  published: Manifest | undefined,
  draft: Draft,
  {id, country, offset}: Settings,
  {kind, at}: Wish,
): Plan {
  const effectiveFrom = writeInstant(at, offset);
  const release = releaseOf(draft, {
    version: versionFor(published, effectiveFrom),
    effectiveFrom,
    change: kind === 'correction' ? 'editorial' : 'material',
  });
  const join = (fresh: Release): Manifest => ({
    schema: 'ipsm-policy/1',
    id: published?.id ?? id,
    jurisdiction: published?.jurisdiction ?? country,
    releases: [...(published?.releases ?? []), fresh],
  });
  const before = predecessorOf(join(release), release);
  const final =
    before && kind === 'correction' ? withoutStale(release, staleChanges(draft, before)) : release;
  return {release: final, manifest: readManifest(JSON.parse(formatManifest(join(final)))), before};
}

function comparedWith(
  before: Release,
  {release}: Plan,
  draft: Draft,
  kind: Wish['kind'],
  w: Words,
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const material = [...new Set(materialChanges(before, release).map(labelOf))];
  if (kind === 'correction' && material.length) {
    obstacles.push({code: 'not-a-correction', message: w.notACorrection(material)});
  }
  const stale = kind === 'new-terms' ? staleChanges(draft, before) : [];
  if (stale.length) obstacles.push({code: 'no-changes', message: w.changesFirst(stale)});
  const {changed, left} = languagesChanged(before, release);
  if (changed.length && left.length) {
    obstacles.push({code: 'one-language', message: w.onlyLanguage(changed, left), confirm: 'oneLanguage'});
  }
  const required = nowRequired(before, release);
  if (required.length) {
    obstacles.push({code: 'now-required', message: w.confirmRequired(required), confirm: 'nowRequired'});
  }
  if (kind === 'correction' && before.operator.bin === null && release.operator.bin !== null) {
    obstacles.push({code: 'bin-filled', message: w.binFilled(), confirm: 'sameConsents'});
  }
  return obstacles;
}

/** Everything that stands in the way of a plan. @param published what is published now */
export function obstaclesTo(
  plan: Plan,
  published: Manifest | undefined,
  draft: Draft,
  {kind, at}: Wish,
  now: Date,
  w: Words,
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  // What applies from now on was given the second that has just begun.
  if (at < now.getTime() - 1000) {
    obstacles.push({code: 'past', message: w.pastDate(plan.release.effectiveFrom ?? '')});
  }
  if (!plan.before && kind === 'correction') {
    const ahead = published && aheadOfAll(published, now);
    obstacles.push({code: 'first', message: ahead ? w.cancelFirst(ahead.version) : w.firstIsNew()});
  }
  if (plan.before) obstacles.push(...comparedWith(plan.before, plan, draft, kind, w));
  for (const release of published?.releases ?? []) {
    const spoilt =
      release.change === 'editorial' &&
      !isMaterial(published!, release) &&
      isMaterial(plan.manifest, release);
    if (spoilt) obstacles.push({code: 'announced-correction', message: w.spoilt(release.version)});
  }
  if (Buffer.byteLength(formatManifest(plan.manifest)) > MAX_BYTES) {
    obstacles.push({code: 'too-large', message: w.tooLarge()});
  }
  return obstacles;
}
