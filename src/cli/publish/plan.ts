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
import {differencesBetween} from '../check/flatten.js';
import {releaseOf, type Draft} from '../draft/read-draft.js';
import {formatManifest} from '../folder/change-published.js';
import type {Settings} from '../folder/settings.js';
import {labelOf} from '../label-of.js';
import type {Words} from '../words/words.js';
import {aheadOfAll} from './ahead-of-all.js';
import {writeInstant} from './instant.js';
import {isTooLarge} from './size.js';
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
  confirm?: 'oneLanguage' | 'nowRequired' | 'sameConsents' | 'sameMeaning';
}

/** What people are told of the operator besides the name, where it is known. */
const OPERATOR = ['bin', 'address', 'email', 'url'] as const;

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

/**
 * Rows, summaries and full texts that say something else: whether they mean something else, no program can tell. In a
 * language that the release before does not have, nobody was told anything else.
 */
function rewordedIn(before: Release, after: Release, lang: string, w: Words): string[] {
  const {points = [], details = []} = after.notice[lang] ?? Object.values(after.notice)[0] ?? {};
  const labelOfRow = (id: string) => [...points, ...details].find((row) => row.id === id)?.label ?? id;
  const called = (path: string): string | undefined => {
    const [part, of = '', name = '', field] = path.split('.');
    if (part === 'documents') return before.documents[of] && w.fullText(of);
    if (part !== 'notice' || !before.notice[of]) return undefined;
    if (field === undefined) return w.textsCalled[name as keyof typeof w.textsCalled];
    if (name === 'clauseNames') return w.partCalled(field);
    return field === 'text' || field === 'label' ? w.rowCalled(labelOfRow(name)) : undefined;
  };
  const changed = differencesBetween(before, after).map(({path}) => called(path));
  return [...new Set(changed.filter((name) => name !== undefined))];
}

function comparedWith(
  before: Release,
  {release}: Plan,
  draft: Draft,
  kind: Wish['kind'],
  w: Words,
  lang: string,
): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const material = [...new Set(materialChanges(before, release).map((path) => labelOf(path, w)))];
  if (kind === 'correction' && material.length) {
    obstacles.push({code: 'not-a-correction', message: w.notACorrection(material)});
  }
  // With new terms everybody is asked again in any case.
  const isCorrection = kind === 'correction' && !material.length;
  const reworded = isCorrection ? rewordedIn(before, release, lang, w) : [];
  if (reworded.length) {
    obstacles.push({code: 'same-meaning', message: w.sameMeaning(reworded), confirm: 'sameMeaning'});
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
  const filled = OPERATOR.filter((name) => before.operator[name] === null && release.operator[name] !== null);
  if (isCorrection && filled.length) {
    const message = w.operatorFilled(filled.map((name) => w.asked[name]));
    obstacles.push({code: 'operator-filled', message, confirm: 'sameConsents'});
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
  lang: string,
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
  if (plan.before) obstacles.push(...comparedWith(plan.before, plan, draft, kind, w, lang));
  for (const release of published?.releases ?? []) {
    const spoilt =
      release.change === 'editorial' &&
      !isMaterial(published!, release) &&
      isMaterial(plan.manifest, release);
    if (spoilt) obstacles.push({code: 'announced-correction', message: w.spoilt(release.version)});
  }
  if (isTooLarge(plan.manifest)) obstacles.push({code: 'too-large', message: w.tooLarge()});
  return obstacles;
}
