import {currentRelease, inOrder, predecessorOf, type Manifest, type Release} from '../../core/index.js';
import {publishedWhole, type Desk} from '../desk.js';
import type {Outcome} from '../outcome.js';
import type {Line} from '../print.js';
import {aheadOfAll, hasBegun} from '../publish/ahead-of-all.js';
import {EXIT} from '../stop.js';

/** Where a release stands today. */
type State = 'in-force' | 'announced' | 'cancelled' | 'past';

function stateOf(release: Release, manifest: Manifest, now: Date): State {
  if (release.cancelled !== null) return 'cancelled';
  // The first of all is the one that pages ask about, before its day as well.
  if (!hasBegun(release, now)) return 'announced';
  return release === currentRelease(manifest, now) ? 'in-force' : 'past';
}

/** Whether nothing was published before it, or nothing that was not cancelled. */
function isFirst(release: Release, manifest: Manifest): boolean {
  if (release.cancelled === null) return predecessorOf(manifest, release) === undefined;
  return manifest.releases
    .slice(0, manifest.releases.indexOf(release))
    .every(({cancelled}) => cancelled !== null);
}

/** Lists what was published: what is in force, what is announced, what each changed. */
export async function show(desk: Desk): Promise<Outcome> {
  const {io, lang, w} = desk;
  const manifest = (await publishedWhole(desk))?.manifest;
  const releases = manifest
    ? [...inOrder(manifest), ...manifest.releases.filter(({cancelled}) => cancelled !== null)]
    : [];
  const listed = releases.map((release) => ({
    version: release.version,
    state: stateOf(release, manifest!, io.now()),
    change: release.change,
    isFirst: isFirst(release, manifest!),
    effectiveFrom: release.effectiveFrom,
    cancelled: release.cancelled,
    languages: Object.keys(release.notice),
    changes: release.notice[lang]?.changes ?? Object.values(release.notice)[0]?.changes ?? [],
  }));
  const ahead = manifest && aheadOfAll(manifest, io.now());
  const lines: Line[] = listed.flatMap((release) => [
    {
      text: w.listed(
        release.version,
        release.state,
        release.isFirst ? 'first' : release.change,
        release.effectiveFrom,
      ),
      style: 'bold' as const,
    },
    ...(ahead?.version === release.version ? [`  ${w.askedAlready(release.effectiveFrom)}`] : []),
    ...release.changes.map((line) => `  · ${line}`),
  ]);
  return {
    exitCode: EXIT.ok,
    result: {ok: true, id: desk.settings.id, releases: listed},
    lines: lines.length ? lines : [w.nothingPublished()],
  };
}
